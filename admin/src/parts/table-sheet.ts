import { css } from 'lit'

export const tableSheet = css`
  .around {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.25);
    background: var(--raised);
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--s2) var(--s3);
    text-align: start;
    vertical-align: baseline;
  }
  th {
    position: sticky;
    inset-block-start: 0;
    padding-block: var(--s1);
    block-size: 36px;
    background: var(--raised);
    font-size: var(--small);
    font-weight: 500;
    color: var(--muted);
    white-space: nowrap;
    vertical-align: middle;
  }
  th button {
    display: inline-flex;
    gap: var(--s1);
    align-items: center;
    min-block-size: 26px;
  }
  th button:hover {
    color: var(--ink);
  }
  td:first-child {
    min-inline-size: 110px;
  }
  tbody td {
    border-block-start: 1px solid var(--line);
  }
  tbody tr {
    block-size: 40px;
  }
  .end {
    text-align: end;
  }
  /* A sum keeps its sign beside it. */
  td.end,
  .end .small {
    white-space: nowrap;
  }
  .pressable {
    cursor: pointer;
  }
  .pressable:hover {
    background: var(--wash);
  }
  .pressable:focus-visible {
    outline-offset: -2px;
  }
  .bone {
    block-size: 12px;
    inline-size: 70%;
  }
  .notice {
    margin-block-start: var(--s3);
  }
  footer {
    display: flex;
    gap: var(--s4);
    align-items: center;
    min-block-size: 48px;
  }
  @media (max-width: 720px) {
    .extra {
      display: none;
    }
    th,
    td {
      padding-inline: 6px;
    }
    td:first-child {
      min-inline-size: 72px;
    }
    /* Dates and deeds go to a second line, so that the sum is on the screen; a sum itself has no place to break at. */
    td.end,
    .end .small {
      white-space: normal;
    }
    tbody,
    th {
      font-size: var(--small);
    }
  }
  @media (max-width: 420px) {
    th,
    td {
      padding-inline: 4px;
    }
    td:first-child {
      min-inline-size: 0;
    }
    .tag {
      padding-inline: 5px;
    }
  }
  @media print {
    footer {
      display: none;
    }
  }
`
