import { css } from 'lit'

/** A visit ahead is a ticket, a visit that was is a line; packages are cards that are punched. */
export const visitSheet = css`
  .visit {
    position: relative;
    display: grid;
    grid-template-columns: minmax(140px, 24%) minmax(0, 1fr);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.6);
    background: var(--wash);
  }
  .visit-when {
    position: relative;
    display: grid;
    align-content: center;
    gap: var(--s1);
    padding: var(--s4) var(--s6);
    border-inline-end: 2px dashed var(--edge);
  }
  .visit-when::before,
  .visit-when::after {
    content: '';
    position: absolute;
    inset-inline-end: -9px;
    inline-size: 16px;
    block-size: 8px;
    border: 1px solid var(--line);
    background: var(--paper);
  }
  .visit-when::before {
    inset-block-start: -1px;
    border-block-start-color: var(--paper);
    border-radius: 0 0 8px 8px;
  }
  .visit-when::after {
    inset-block-end: -1px;
    border-block-end-color: var(--paper);
    border-radius: 8px 8px 0 0;
  }
  .visit-time {
    font-size: var(--display);
    font-weight: 600;
    line-height: 1;
    letter-spacing: -0.02em;
  }
  .visit-date {
    text-wrap: balance;
  }
  .visit-what p > a {
    white-space: nowrap;
  }
  .visit-date::first-letter {
    text-transform: uppercase;
  }
  .visit-what {
    display: grid;
    gap: var(--s2);
    align-content: center;
    min-inline-size: 0;
    padding: var(--s4) var(--s6);
  }
  .visit-what b {
    font-weight: 600;
  }
  .status {
    font-weight: 600;
  }
  .status::before {
    content: '';
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: var(--s2);
    border-radius: 50%;
    background: var(--accent);
    forced-color-adjust: none;
  }
  .status.pending::before {
    background: var(--caution);
  }
  .visit .actions {
    gap: 0 var(--s3);
    margin-block-end: calc(-1 * var(--s2));
  }
  .visit .actions .main,
  .visit .actions .quiet {
    margin-block: var(--s1);
  }

  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
    gap: var(--s4);
  }
  .card {
    display: grid;
    gap: var(--s3);
    grid-template-rows: auto auto 1fr auto;
    justify-items: start;
    padding: var(--s4) var(--s6) var(--s6);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.6);
    background: var(--wash);
  }
  .card h3 {
    font-size: var(--large);
    line-height: 1.3;
    color: inherit;
    text-wrap: balance;
  }
  .card.over {
    background: none;
    color: var(--muted);
  }
  .punches {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .punches i {
    inline-size: 18px;
    block-size: 18px;
    border: 2px solid var(--accent);
    border-radius: 50%;
    background: var(--accent);
  }
  .punches .punched {
    border-color: var(--edge);
    border-style: dashed;
    background: none;
  }
  .card.over .punches i {
    border-color: var(--edge);
  }
  .card.over .punches :not(.punched) {
    background: var(--line);
  }
  @media (forced-colors: active) {
    .punches :not(.punched) {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
  @container frame (max-width: 599px) {
    .visit {
      grid-template-columns: minmax(0, 1fr);
    }
    .visit-when {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--s3);
      padding: var(--s4);
      border-inline-end: 0;
      border-block-end: 2px dashed var(--edge);
    }
    .visit-when::before,
    .visit-when::after {
      inset-block: auto -9px;
      inset-inline: -1px auto;
      inline-size: 8px;
      block-size: 16px;
      border-color: var(--line);
      border-inline-start-color: var(--paper);
      border-radius: 0;
      border-start-end-radius: 8px;
      border-end-end-radius: 8px;
    }
    .visit-when::after {
      inset-inline: auto -1px;
      border-color: var(--line);
      border-inline-end-color: var(--paper);
      border-radius: 0;
      border-start-start-radius: 8px;
      border-end-start-radius: 8px;
    }
    .visit-what {
      padding: var(--s4);
    }
    .card {
      padding: var(--s4);
    }
  }
`
