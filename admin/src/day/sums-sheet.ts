import { css } from 'lit'

/** Lines of a price. */
export const sumsSheet = css`
  .sums {
    display: grid;
    gap: var(--s1) 0;
    grid-template-columns: 1fr auto;
  }
  .sums dd {
    text-align: end;
  }
  .total {
    padding-block-start: var(--s1);
    border-block-start: 1px solid var(--line);
    font-weight: 600;
  }
`
