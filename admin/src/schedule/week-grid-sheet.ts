import { css } from 'lit'

export const gridSheet = css`
  :host {
    --cell: 18px;
  }
  @media (pointer: coarse) {
    :host {
      --cell: 26px;
    }
  }
  .grid {
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    user-select: none;
    touch-action: pan-y;
  }
  [role='row'] {
    display: grid;
    grid-template-columns: 52px repeat(7, minmax(0, 1fr));
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-radius: var(--radius) var(--radius) 0 0;
    background: var(--raised);
    border-block-end: 1px solid var(--line);
  }
  [role='columnheader'] {
    padding: var(--s2) 0;
    text-align: center;
    font-size: var(--small);
    font-weight: 600;
    text-transform: capitalize;
  }
  [role='rowheader'] {
    padding-inline-end: var(--s2);
    font-size: 11px;
    line-height: 1;
    text-align: end;
    color: var(--muted);
    translate: 0 -5px;
  }
  .head + .hour [role='rowheader'] {
    translate: 0 2px;
  }
  .cell {
    position: relative;
    block-size: var(--cell);
    border-inline-start: 1px solid var(--line);
    cursor: cell;
  }
  .grid[aria-readonly='true'] .cell {
    cursor: default;
  }
  .hour .cell {
    border-block-start: 1px solid var(--line);
  }
  .head + .hour .cell {
    border-block-start: 0;
  }
  .cell:hover {
    background: var(--wash);
  }
  .on {
    --tone: var(--accent);
    background: color-mix(in oklab, var(--tone), var(--raised) 72%);
    border-block-start-color: transparent !important;
  }
  .on:hover {
    background: color-mix(in oklab, var(--tone), var(--raised) 62%);
  }
  .tone-1 {
    --tone: light-dark(#a0641a, #e3b26f);
  }
  .tone-2 {
    --tone: light-dark(#4a5fae, #9db0f0);
  }
  .tone-3 {
    --tone: light-dark(#93437c, #e39cc9);
  }
  .tone-4 {
    --tone: light-dark(#5c7a1f, #b5d27a);
  }
  .tone-5 {
    --tone: light-dark(#8a4b3c, #e6a695);
  }
  .part {
    background: repeating-linear-gradient(
      -45deg,
      color-mix(in oklab, var(--tone), var(--raised) 72%) 0 4px,
      var(--raised) 4px 8px
    );
  }
  .cell i {
    position: absolute;
    inset-block-start: 1px;
    inset-inline: 4px;
    z-index: 1;
    font-size: 11px;
    font-style: normal;
    line-height: 16px;
    white-space: nowrap;
    pointer-events: none;
  }
  .cell:focus-visible {
    z-index: 2;
    outline: 2px solid var(--accent);
    outline-offset: -1px;
  }
  @media (max-width: 720px) {
    [role='row'] {
      grid-template-columns: 40px repeat(7, minmax(0, 1fr));
    }
    .cell i {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`
