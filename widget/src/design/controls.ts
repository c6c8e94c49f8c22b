import { css } from 'lit'

/** What is pressed. Times are pills; there is one filled button on a screen, and it names its action. */
export const buttons = css`
  button,
  .button {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    text-align: start;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  button:disabled,
  button[aria-disabled='true'] {
    cursor: default;
  }
  .main,
  .quiet {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s2);
    min-block-size: var(--target);
    padding: var(--s2) var(--s6);
    border: 1px solid var(--accent);
    border-radius: var(--radius);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
    transition: background-color var(--quick);
  }
  .main {
    min-block-size: 48px;
    background: var(--accent);
    color: var(--on-accent);
  }
  .main:hover {
    background: color-mix(in oklab, var(--accent), var(--ink) 14%);
  }
  .main[aria-disabled='true'] {
    opacity: 0.65;
  }
  .quiet {
    padding-inline: var(--s4);
    border-color: var(--edge);
    color: var(--ink);
    font-weight: 500;
  }
  .quiet:hover {
    background: var(--wash);
  }
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--target);
    min-inline-size: var(--target);
    color: var(--accent);
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor, transparent 60%);
    text-underline-offset: 0.25em;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s1);
    min-block-size: var(--target);
    min-inline-size: 72px;
    padding: var(--s1) var(--s3);
    border: 1px solid var(--edge);
    border-radius: 999px;
    font-size: var(--large);
    line-height: 1.1;
    text-align: center;
    white-space: nowrap;
    transition:
      background-color var(--quick),
      border-color var(--quick),
      color var(--quick);
  }
  .pill:hover {
    border-color: var(--accent);
    background: color-mix(in oklab, var(--accent), var(--paper) 90%);
  }
  .pill[aria-pressed='true'] {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .pill .when {
    font-size: var(--small);
    color: var(--muted);
  }
  .pill[aria-pressed='true'] .when {
    color: inherit;
  }
  @media (forced-colors: active) {
    .main,
    .pill[aria-pressed='true'],
    .date[aria-pressed='true'],
    .burn {
      forced-color-adjust: none;
      background: Highlight;
      border-color: Highlight;
      color: HighlightText;
    }
  }
  @supports (color: oklch(from red l c h)) {
    /* A clinic's own colour, light or dark, keeps its words readable. */
    .main,
    .pill[aria-pressed='true'],
    .date[aria-pressed='true'] {
      color: var(--bw-on-accent, oklch(from var(--accent) clamp(0.13, (0.63 - l) * 1000, 1) 0 0));
    }
  }
`

/** What is being loaded has the shape of what comes. */
export const skeleton = css`
  .bone {
    display: block;
    border-radius: 6px;
    background: var(--line);
    opacity: 0.6;
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.25;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .bone {
      border: 1px solid GrayText;
    }
  }
`

/** Something happened: what, and the way out. */
export const notices = css`
  .notice {
    display: grid;
    gap: var(--s3);
    justify-items: start;
    padding: var(--s3) var(--s4);
    border-inline-start: 3px solid var(--caution);
    border-radius: 4px;
    background: var(--wash);
  }
  .notice.bad {
    border-color: var(--danger);
  }
  .notice.good {
    border-color: var(--accent);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
  }
`
