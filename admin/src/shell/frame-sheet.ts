import { css } from 'lit'

export const frameSheet = css`
  :host {
    display: grid;
    grid-template-columns: 212px minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    block-size: 100svh;
    background: var(--paper);
  }
  command-palette,
  shortcuts-help {
    position: absolute;
    inline-size: 0;
  }
  .skip {
    position: fixed;
    inset-block-start: 0;
    inset-inline-start: 12px;
    z-index: 9;
    padding: 12px 16px;
    background: var(--paper);
    transform: translateY(-110%);
  }
  .skip:focus {
    transform: none;
  }
  .progress {
    position: fixed;
    inset-block-start: 0;
    inset-inline: 0;
    z-index: 8;
    block-size: 3px;
    background: linear-gradient(90deg, transparent, var(--accent), transparent) 0 0 / 40% 100%
      no-repeat;
    animation: along 1.2s linear infinite;
  }
  @keyframes along {
    from {
      background-position: -70% 0;
    }
    to {
      background-position: 170% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress {
      animation: none;
      background: var(--accent);
    }
  }
  [hidden] {
    display: none !important;
  }
  .side {
    display: flex;
    flex-direction: column;
    gap: var(--s1);
    min-block-size: 0;
    overflow-y: auto;
    padding: var(--s4) var(--s3) var(--s3);
    border-inline-end: 1px solid var(--line);
    background: var(--wash);
  }
  .name {
    padding: var(--s1) var(--s3) var(--s4);
    font-size: var(--large);
    font-weight: 600;
    line-height: 1.2;
    color: inherit;
    text-decoration: none;
  }
  .side ul {
    display: grid;
    gap: 2px;
  }
  .section {
    display: flex;
    align-items: center;
    gap: var(--s3);
    min-block-size: 38px;
    padding: 0 var(--s3);
    border-radius: var(--radius);
    color: var(--ink);
    text-decoration: none;
  }
  .section .icon {
    color: var(--muted);
  }
  .section:hover {
    background: color-mix(in oklab, var(--ink), transparent 94%);
  }
  .section[aria-current] {
    background: color-mix(in oklab, var(--accent), var(--wash) 86%);
    font-weight: 600;
  }
  .section[aria-current] .icon {
    color: var(--accent);
  }
  .palette {
    justify-content: start;
    padding-inline: var(--s3);
    gap: var(--s3);
  }
  .palette kbd {
    margin-inline-start: auto;
  }
  .me {
    justify-content: start;
    min-block-size: 48px;
    gap: var(--s3);
    anchor-name: --me;
    text-align: start;
  }
  .portrait {
    display: grid;
    place-content: center;
    flex: none;
    inline-size: 30px;
    block-size: 30px;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .who {
    display: grid;
    min-inline-size: 0;
    line-height: 1.25;
    color: var(--ink);
  }
  .who > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .work {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }
  .banner {
    padding: var(--s2) var(--s6);
    background: color-mix(in oklab, var(--caution), var(--paper) 82%);
    font-weight: 500;
  }
  main {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    outline: none;
  }
  .tight {
    gap: var(--s1);
  }
  [popover].card {
    inset: auto auto 64px 12px;
    margin: 0;
    inline-size: 300px;
    color: inherit;
    box-shadow: var(--lift);
  }
  [popover]:not(:popover-open) {
    display: none;
  }
  [popover] .row {
    gap: var(--s1);
  }
  [popover] .row .quiet {
    flex: auto;
    padding-inline: var(--s2);
  }
  [popover] > .plain {
    justify-content: start;
  }
  .bar {
    display: none;
  }
  @media (max-width: 1100px) and (min-width: 721px) {
    :host {
      grid-template-columns: 64px minmax(0, 1fr);
    }
    .name,
    .palette span,
    .palette kbd,
    .who {
      display: none;
    }
    .side {
      padding-inline: var(--s2);
    }
    .side .section {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      padding: var(--s1) 0;
      min-block-size: 50px;
      font-size: 11px;
    }
    .palette,
    .me {
      justify-content: center;
      padding: 0;
    }
  }
  @media (max-width: 720px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
    }
    .side {
      display: none;
    }
    .bar {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
      padding-block-end: env(safe-area-inset-bottom);
      border-block-start: 1px solid var(--line);
      background: var(--wash);
    }
    .bar > .section {
      flex-direction: column;
      justify-content: center;
      gap: 2px;
      min-block-size: 56px;
      padding: 0;
      border-radius: 0;
      font-size: 11px;
      background: none;
    }
    .bar > .section[aria-current] {
      color: var(--accent);
    }
    [popover].card {
      inset: auto 8px 68px 8px;
      inline-size: auto;
    }
  }
  @media print {
    :host {
      display: block;
      block-size: auto;
    }
    .side,
    .bar,
    .banner,
    .progress,
    .skip {
      display: none;
    }
    main {
      overflow: visible;
    }
  }
`
