import { css } from 'lit'

export const cardSheet = css`
  .two {
    display: grid;
    grid-template-columns: minmax(240px, 300px) minmax(0, 1fr);
    gap: var(--s6);
    align-items: start;
  }
  .two > * {
    min-inline-size: 0;
  }
  .line {
    block-size: 14px;
  }
  .facts {
    display: grid;
    gap: var(--s3);
  }
  .facts dt {
    font-size: var(--small);
    color: var(--muted);
  }
  .facts dd {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .shown {
    margin-block-start: var(--s4);
  }
  .menu {
    position: relative;
  }
  .menu > button {
    anchor-name: --more;
  }
  [popover].card {
    position-anchor: --more;
    inset: anchor(bottom) anchor(right) auto auto;
    margin: 4px 0 0;
    padding: var(--s2);
    color: inherit;
    box-shadow: var(--lift);
  }
  [popover]:popover-open {
    display: grid;
  }
  [popover] .plain {
    justify-content: start;
    padding-inline: var(--s3);
    color: var(--ink);
  }
  [popover] .plain.danger {
    color: var(--danger);
  }
  .notice {
    margin-block-end: var(--s4);
  }
  @media (max-width: 900px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
  }
`
