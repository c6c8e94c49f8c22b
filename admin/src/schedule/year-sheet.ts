import { css } from 'lit'

export const yearSheet = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 320px;
    gap: var(--s6);
    align-items: start;
  }
  aside {
    position: sticky;
    inset-block-start: var(--s4);
  }
  aside h2 {
    font-size: var(--size);
  }
  aside h2::first-letter {
    text-transform: uppercase;
  }
  aside ul {
    max-block-size: 180px;
    overflow-y: auto;
    font-size: var(--small);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    margin-inline-start: auto;
    font-size: var(--small);
    color: var(--muted);
  }
  .legend li {
    display: flex;
    gap: var(--s2);
    align-items: center;
  }
  .swatch.off {
    background: color-mix(in oklab, var(--danger), var(--paper) 60%);
  }
  .swatch.part {
    background: color-mix(in oklab, var(--caution), var(--paper) 60%);
  }
  .swatch.more {
    background: color-mix(in oklab, var(--accent), var(--paper) 60%);
  }
  @media (max-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    aside {
      position: sticky;
      inset-block: auto 0;
      z-index: 1;
      background: var(--paper);
    }
  }
`
