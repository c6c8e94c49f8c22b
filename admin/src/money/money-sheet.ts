import { css } from 'lit'

export const moneySheet = css`
  .shown {
    margin-block-start: var(--s4);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
    margin-block-end: var(--s4);
  }
  .filters label {
    display: flex;
    gap: var(--s2);
    align-items: center;
    color: var(--muted);
    font-size: var(--small);
  }
  .filters input,
  .filters select {
    inline-size: auto !important;
    min-inline-size: 132px;
  }
  .part {
    margin-block-start: var(--s6);
  }
  .part h2 {
    margin-block-end: var(--s3);
  }
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3) var(--s8);
    margin-block-end: var(--s4);
  }
  .figures dt {
    font-size: var(--small);
    color: var(--muted);
  }
  .figures dd {
    font-size: var(--title);
    font-weight: 600;
  }
  .lead {
    margin-block-end: var(--s4);
    color: var(--muted);
  }
  .paper {
    display: none;
  }
  .block {
    block-size: 120px;
  }
  @media (max-width: 720px) {
    .filters label {
      flex: 1;
    }
    .filters input,
    .filters select {
      flex: 1;
      min-inline-size: 0;
    }
  }
  @media print {
    .filters,
    .lead {
      display: none;
    }
    .paper {
      display: block;
      margin-block-end: var(--s4);
    }
  }
`
