import { css } from 'lit'

/** The library’s calendar in our colours and sizes. */
export const calendarSheet = css`
  :host {
    block-size: 100%;
    min-block-size: 320px;
  }
  .place {
    block-size: 100%;
  }
  .ec {
    color-scheme: inherit;
    --ec-color-400: var(--edge);
    --ec-color-300: var(--line);
    --ec-color-200: var(--line);
    --ec-color-100: var(--wash);
    --ec-color-50: var(--paper);
    --ec-bg-color: var(--raised);
    --ec-text-color: var(--ink);
    --ec-border-color: var(--line);
    --ec-today-bg-color: var(--raised);
    --ec-bg-event-color: var(--wash);
    --ec-bg-event-opacity: 1;
    --ec-now-indicator-color: var(--danger);
    --ec-event-col-gap: 3px;
    font-size: var(--small);
  }
  .ec-toolbar {
    display: none;
  }
  .ec-main {
    border-radius: calc(var(--radius) * 1.25);
  }
  .ec-col-head {
    padding: var(--s2);
    font-weight: 600;
    text-align: center;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .ec-sidebar {
    color: var(--muted);
    font-size: 12px;
  }
  .ec-event.visit {
    padding: 0;
    overflow: hidden;
    border: 1px solid color-mix(in oklab, var(--own), var(--raised) 55%);
    border-inline-start: 4px solid var(--own);
    border-radius: 6px;
    background-color: color-mix(in oklab, var(--own), var(--raised) 82%);
    color: var(--ink);
    box-shadow: none;
    cursor: pointer;
    font-size: var(--small);
    line-height: 1.25;
  }
  .ec-event.visit:hover {
    background-color: color-mix(in oklab, var(--own), var(--raised) 72%);
  }
  .open {
    display: flex;
    inline-size: 100%;
    block-size: 100%;
    padding: 2px 6px 2px 8px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: inherit;
    flex-direction: column;
    justify-content: flex-start;
    overflow: hidden;
  }
  .open > * {
    inline-size: 100%;
    flex: none;
  }
  .open:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
    border-radius: 5px;
  }
  .ec-event.pending {
    border-style: dashed;
    border-inline-start-style: solid;
  }
  .ec-event.arrived {
    border-color: var(--own);
    background-color: color-mix(in oklab, var(--own), var(--raised) 66%);
  }
  .ec-event.completed {
    background-color: color-mix(in oklab, var(--own), var(--raised) 92%);
    border-inline-start-width: 2px;
  }
  .ec-event.no_show,
  .ec-event.cancelled,
  .ec-event.expired {
    background: repeating-linear-gradient(
      -45deg,
      var(--raised) 0 6px,
      color-mix(in oklab, var(--own), var(--raised) 86%) 6px 8px
    );
  }
  .no_show .name,
  .cancelled .name,
  .expired .name {
    text-decoration: line-through;
    font-weight: 500;
  }
  .ec-event-body {
    block-size: 100%;
    inline-size: 100%;
  }
  .head {
    display: flex;
    gap: 6px;
    align-items: baseline;
    white-space: nowrap;
  }
  .time {
    flex: none;
    font-size: 12px;
  }
  .until {
    display: none;
  }
  .name {
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: 600;
  }
  .marks {
    margin-inline-start: auto;
    font-size: 11px;
  }
  .what {
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: 12px;
    white-space: nowrap;
  }
  .ec-resizer {
    z-index: 1;
  }
  .ec-bg-event.closed {
    background: repeating-linear-gradient(
      -45deg,
      var(--wash) 0 8px,
      color-mix(in oklab, var(--wash), var(--line) 35%) 8px 9px
    );
  }
  .ec-bg-event.break {
    padding: 2px 8px;
    background: var(--wash);
    color: var(--muted);
    font-size: 12px;
    border-block: 1px dashed var(--line);
  }
  .ec-pointer,
  .ec-preview,
  .ec-ghost {
    opacity: 0.6;
  }
  .ec-event.visit:is(.ec-preview, .ec-ghost) {
    cursor: grabbing;
  }
  .ec-pointer {
    background-color: var(--soft);
    color: var(--accent);
    font-weight: 600;
  }
  @media print {
    :host {
      block-size: auto;
    }
    .ec,
    .ec-main {
      block-size: auto !important;
      overflow: visible !important;
    }
    .ec-now-indicator {
      display: none;
    }
    .ec-event.visit {
      print-color-adjust: exact;
      box-shadow: none;
    }
  }
`
