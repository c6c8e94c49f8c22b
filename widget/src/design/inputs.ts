import { css } from 'lit'

/** What is typed in; there is a search in the first view. */
export const inputs = css`
  input:not([type='checkbox'], [type='radio']),
  textarea {
    font: inherit;
    /* Smaller text makes phones zoom into the page. */
    font-size: max(16px, var(--size));
    color: inherit;
    inline-size: 100%;
    min-block-size: 48px;
    padding: var(--s2) var(--s3);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: light-dark(#ffffff, #0c110f);
    appearance: none;
  }
  textarea {
    min-block-size: 72px;
    resize: vertical;
  }
  input:focus-visible,
  textarea:focus-visible {
    border-color: var(--accent);
    outline-offset: 1px;
    border-radius: var(--radius);
  }
`
