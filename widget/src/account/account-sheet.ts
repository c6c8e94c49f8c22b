import { css } from 'lit'

export const accountSheet = css`
  .account {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(200px, 25%);
    min-block-size: inherit;
  }
  .account > .page {
    grid-column: 1;
    grid-row: 1;
    display: grid;
    gap: var(--s4);
    align-content: start;
    min-inline-size: 0;
    padding: var(--s4) var(--s6) var(--s6);
  }
  .page > h2:first-child {
    padding-block-start: var(--s2);
  }
  .back {
    margin-block: 0 calc(-1 * var(--s2));
  }

  .pass {
    grid-column: 2;
    position: relative;
    display: grid;
    gap: var(--s6);
    align-content: start;
    justify-items: start;
    padding: var(--s6);
    background: var(--wash);
  }
  .name {
    font-size: var(--large);
    font-weight: 600;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  .balance {
    font-size: var(--display);
    font-weight: 600;
    line-height: 1.15;
    letter-spacing: -0.02em;
  }

  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s6);
    margin-inline: calc(-1 * var(--s6));
    padding-inline: var(--s6);
    box-shadow: inset 0 -1px var(--line);
  }
  .tab {
    flex: none;
    min-block-size: 48px;
    min-inline-size: var(--target);
    border-block-end: 2px solid transparent;
    color: var(--muted);
    font-weight: 500;
    white-space: nowrap;
  }
  .tab:hover {
    color: var(--ink);
  }
  .tab:focus-visible {
    outline-offset: -2px;
  }
  .tab[aria-selected='true'] {
    border-color: var(--accent);
    color: var(--ink);
  }
  @media (forced-colors: active) {
    /* A border that is not seen would be. */
    .tab[aria-selected='false'] {
      border-color: Canvas;
    }
  }
  .panel,
  .stack,
  .block,
  .ways {
    display: grid;
    gap: var(--s4);
    align-content: start;
  }
  .panel {
    gap: var(--s8);
    padding-block-start: var(--s2);
  }
  .panel:focus-visible {
    outline-offset: 4px;
  }
  .ways {
    justify-items: start;
    gap: var(--s3);
  }
  .block {
    gap: var(--s4);
    max-inline-size: 44rem;
  }
  .block + .block {
    padding-block-start: var(--s6);
    border-block-start: 1px solid var(--line);
  }
  .block > h3,
  .lines > h3 {
    font-size: var(--large);
    color: inherit;
  }
  .block > .main,
  .start,
  .more {
    justify-self: start;
  }
  section.lines > .more {
    margin-block-start: var(--s2);
  }
  .told:focus {
    outline: none;
  }

  /* Nothing yet: what it would be, and the way to it. */
  .empty {
    display: grid;
    gap: var(--s2);
    justify-items: start;
    padding: var(--s6);
    border: 1px dashed var(--edge);
    border-radius: calc(var(--radius) * 1.6);
  }
  .empty .main {
    margin-block-start: var(--s2);
  }

  .terms {
    display: grid;
    gap: var(--s2);
    max-inline-size: 40rem;
  }
  .terms li {
    padding-inline-start: var(--s4);
    border-inline-start: 2px solid var(--line);
  }
  .danger {
    --accent: var(--danger);
  }
  .link.bad {
    color: var(--danger);
  }
  .short {
    max-inline-size: 20rem;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s6);
    align-items: center;
    min-block-size: 48px;
  }
  .field .label {
    font-weight: 500;
  }
  .pill.word {
    font-size: inherit;
    border-radius: var(--radius);
    text-transform: capitalize;
  }
  .slots .when {
    overflow: hidden;
    max-inline-size: 100%;
    text-overflow: ellipsis;
  }

  .welcome {
    max-inline-size: 36rem;
    min-block-size: inherit;
    margin-inline: auto;
    align-content: center;
  }
  .welcome,
  .page:only-child:not(.account > *) {
    display: grid;
    gap: var(--s4);
    padding: var(--s6);
  }
  .welcome-words {
    display: grid;
    gap: var(--s2);
  }

  .sum-bone {
    inline-size: 70%;
    block-size: 40px;
  }
  .tab-bone {
    inline-size: 64px;
    block-size: 20px;
    margin-block: 14px;
  }
  .visit-bone {
    block-size: 190px;
  }
  .row-bone {
    block-size: 48px;
  }

  @container frame (max-width: 759px) {
    .account {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
    .account > .page {
      grid-row: 2;
      padding: var(--s2) var(--s4) var(--s4);
    }
    .pass {
      grid-column: 1;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s4);
      padding: var(--s4) var(--s4) var(--s2);
    }
    .pass .sum {
      grid-row: 1 / 3;
      grid-column: 2;
      text-align: end;
    }
    .balance {
      font-size: var(--title);
    }
    .pass .out {
      align-self: end;
    }
    .torn {
      inset-block: auto 0;
      inset-inline: 0;
      border: 0;
      border-block-end: 2px dashed var(--edge);
    }
    .torn::before,
    .torn::after {
      inset-block: auto -9px;
      inset-inline: -9px auto;
    }
    .torn::after {
      inset-inline: auto -9px;
    }
    .tabs {
      margin-inline: calc(-1 * var(--s4));
      padding-inline: var(--s4);
    }
    .calendar {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    .choice .main,
    .ways > button {
      inline-size: 100%;
    }
  }
  @container frame (max-width: 519px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
    .tabs {
      gap: 0 var(--s4);
      justify-content: space-between;
    }
  }
`
