import { css } from 'lit'

/** A table of rules, and what holds for all of them. */
export const rulesSheet = css`
  .around {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    padding: var(--s2);
    text-align: start;
    border-block-end: 1px solid var(--line);
  }
  th {
    font-size: var(--small);
    font-weight: 500;
    color: var(--muted);
  }
  td label {
    display: inline-flex;
    gap: var(--s2);
    align-items: center;
  }
  input[type='number'] {
    inline-size: 96px;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1);
  }
  .ways button {
    padding-inline: var(--s2);
    font-size: var(--small);
  }
  .quiet-hours {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
    align-items: center;
  }
  input[type='time'] {
    inline-size: 132px;
  }
  footer {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    justify-content: flex-end;
    padding-block: var(--s3);
    background: var(--paper);
  }
`
