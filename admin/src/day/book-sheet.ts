import { css } from 'lit'

export const bookSheet = css`
  form#book {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--s4);
  }
  .wide {
    grid-column: 1 / -1;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s6);
  }
  .ways label {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-block-size: 30px;
    color: var(--ink);
    font-size: inherit;
    font-weight: 400;
  }
  .notice {
    margin-block-start: var(--s4);
    justify-items: stretch;
  }
  .tight {
    gap: var(--s1);
  }
  .forcing .row {
    flex-wrap: nowrap;
  }
  .forcing .quiet {
    flex: none;
  }
  .foot {
    display: flex;
    gap: var(--s3);
    align-items: center;
    padding: var(--s3) var(--s6);
    border-block-start: 1px solid var(--line);
  }
`
