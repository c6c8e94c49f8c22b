import { css } from 'lit'

export const packagesSheet = css`
  .page {
    display: grid;
    gap: var(--s4);
    align-content: start;
    padding: var(--s6);
  }
  .back {
    margin-block: calc(-1 * var(--s2));
  }
  .offers {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
  }
  .offers .card {
    grid-row: span 5;
    grid-template-rows: subgrid;
    gap: var(--s3);
  }
  .saving {
    align-self: end;
    font-weight: 600;
    color: var(--accent);
  }
  .price {
    font-size: var(--display);
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.02em;
  }
  .card > .main {
    align-self: end;
    inline-size: min(100%, 22rem);
  }
  .purchase {
    display: grid;
    grid-template-columns: minmax(220px, 5fr) 8fr;
    gap: var(--s8);
    align-items: start;
  }
  .ways {
    display: grid;
    gap: var(--s3);
    justify-items: start;
  }
  .ways h3 {
    font-size: var(--large);
    color: inherit;
  }
  .ways .sign-in {
    justify-self: stretch;
  }
  .torn-off {
    max-inline-size: 32rem;
    border-block-start: 2px dashed var(--edge);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .card-bone {
    block-size: 262px;
    border-radius: calc(var(--radius) * 1.6);
  }
  .row-bone {
    inline-size: 240px;
    block-size: 48px;
  }
  @container frame (max-width: 639px) {
    .page {
      padding: var(--s4);
    }
    .purchase {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    .ways > .main,
    .ways > .quiet {
      inline-size: 100%;
    }
  }
`
