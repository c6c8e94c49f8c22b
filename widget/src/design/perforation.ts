import { css } from 'lit'

/** Where a ticket is torn off its stub: a dashed line with a notch at each end. */
export const perforation = css`
  .torn {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 2px dashed var(--edge);
  }
  .torn::before,
  .torn::after,
  .ticket-when::before,
  .ticket-when::after {
    content: '';
    position: absolute;
    inset-inline-start: -9px;
    inline-size: 16px;
    block-size: 16px;
    border: 1px solid var(--line);
    border-radius: 50%;
    background: var(--paper);
  }
  .torn::before,
  .ticket-when::before {
    inset-block-start: -9px;
  }
  .torn::after,
  .ticket-when::after {
    inset-block-end: -9px;
  }
`
