import { css } from 'lit'

export const reportSheet = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
    margin-block: var(--s4) var(--s3);
  }
  .filters .row {
    gap: var(--s1);
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
  }
  .about {
    margin-block-end: var(--s4);
    color: var(--muted);
  }
  .stale {
    opacity: 0.55;
  }
  .heads {
    block-size: 64px;
  }
  .chart {
    block-size: 280px;
  }
  @media (max-width: 720px) {
    .filters {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .filters .row {
      grid-column: 1 / -1;
      flex-wrap: nowrap;
      padding: 3px;
      margin: -3px;
      overflow-x: auto;
    }
    .filters label {
      display: grid;
      gap: 2px;
    }
    .filters input,
    .filters select {
      inline-size: 100% !important;
      min-inline-size: 0;
    }
  }
  @media print {
    .filters,
    tab-strip {
      display: none;
    }
  }
`
