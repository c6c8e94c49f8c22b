import { css } from 'lit'

/** What stands around an input, and what is ticked. */
export const checks = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s1);
    align-content: start;
  }
  .field label {
    font-weight: 500;
  }
  .field label .muted {
    font-weight: 400;
  }
  [aria-invalid='true'] {
    border-color: var(--danger) !important;
  }
  .hint {
    font-size: var(--small);
    color: var(--muted);
  }
  .wrong {
    font-size: var(--small);
    font-weight: 500;
    color: var(--danger);
  }
  .check {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 var(--s3);
    align-items: start;
  }
  .check > label {
    min-block-size: var(--target);
    padding-block: 11px;
  }
  .check > :nth-child(n + 3) {
    grid-column: 2;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 22px;
    block-size: 22px;
    margin: 11px 0;
    accent-color: var(--accent);
  }
`
