import { css } from 'lit'

/** Lines of a timetable: what was, what moved on the balance, discounts. */
export const linesSheet = css`
  .line {
    display: grid;
    grid-template-columns: 6.5em minmax(0, 1fr) auto auto;
    gap: 0 var(--s4);
    align-items: baseline;
    padding-block: var(--s3);
    border-block-start: 1px solid var(--line);
  }
  ul.lines .line:first-child {
    padding-block-start: 0;
    border: 0;
  }
  section.lines > h3 {
    padding-block-end: var(--s3);
  }
  .line-what {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .line-what b {
    font-weight: 500;
  }
  .line-date,
  .line-sum {
    white-space: nowrap;
  }
  .line-sum {
    display: grid;
    text-align: end;
  }
  .line .link {
    margin-block: -10px;
  }
  .ledger {
    grid-template-columns: 6.5em minmax(0, 1fr) auto;
  }
  .ledger .line-sum b {
    font-weight: 600;
  }
  .ledger .in {
    color: var(--accent);
  }
  .discount {
    grid-template-columns: 5.5em minmax(0, 1fr);
  }
  .percent {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.2;
    color: var(--accent);
  }
  @container frame (max-width: 519px) {
    .line {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .line-date {
      grid-column: 1 / 3;
      font-size: var(--small);
    }
    .line > .link {
      grid-column: 1 / 3;
      justify-self: start;
    }
    .discount {
      grid-template-columns: 5.5em minmax(0, 1fr);
    }
  }
`
