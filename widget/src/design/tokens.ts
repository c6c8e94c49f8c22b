import { css } from 'lit'

/**
 * All colours, sizes and motion of the elements. `--bw-*` is what a site may set; nothing else is to be relied on.
 * Light or dark is the page's own `color-scheme`, so a site without a dark side never gets a dark hole.
 */
export const tokens = css`
  :host {
    --paper: var(--bw-paper, light-dark(#fdfbf6, #111715));
    --ink: var(--bw-ink, light-dark(#18211d, #e9ede8));
    --muted: var(--bw-muted, light-dark(#59635d, #9ba7a0));
    --line: var(--bw-line, light-dark(#dedacd, #2c3632));
    --edge: var(--bw-edge, light-dark(#8b9089, #6b7771));
    --wash: var(--bw-wash, light-dark(#f4f0e6, #19211e));
    --accent: var(--bw-accent, light-dark(#0e5c4a, #7ccab3));
    --on-accent: var(--bw-on-accent, light-dark(#ffffff, #0b1512));
    --danger: var(--bw-danger, light-dark(#a5321c, #ff9f8c));
    --caution: var(--bw-caution, light-dark(#7d4f00, #e9b95e));

    /* Larger letters in the browser's settings are larger here too, whatever a site makes of its root. */
    --size: var(--bw-text-size, max(15px, 0.9375rem));
    --small: calc(var(--size) * 13 / 15);
    --large: calc(var(--size) * 17 / 15);
    --title: calc(var(--size) * 21 / 15);
    --display: calc(var(--size) * 28 / 15);

    --space: var(--bw-space, 4px);
    --s1: var(--space);
    --s2: calc(var(--space) * 2);
    --s3: calc(var(--space) * 3);
    --s4: calc(var(--space) * 4);
    --s6: calc(var(--space) * 6);
    --s8: calc(var(--space) * 8);

    --radius: var(--bw-radius, 10px);
    --target: 44px;
    --quick: 160ms;
    --reserve: var(--bw-min-height, clamp(640px, 100svh - 80px, 820px));
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --quick: 0s;
    }
  }
`

/** The ground that everything stands on: text, focus, what screen readers alone hear. */
export const ground = css`
  :host {
    display: block;
    inline-size: 100%;
    min-block-size: var(--reserve);
    color: var(--ink);
    font-family: var(--bw-font, inherit);
    font-size: var(--size);
    font-weight: 400;
    font-style: normal;
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    text-align: start;
    letter-spacing: normal;
    text-transform: none;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2 {
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h3 {
    font-size: var(--small);
    font-weight: 600;
    color: var(--muted);
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  h2:focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .frame {
    container: frame / inline-size;
    min-block-size: inherit;
    background: var(--paper);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.6);
    overflow: clip;
    overflow-wrap: break-word;
  }
  .muted {
    color: var(--muted);
  }
  .small {
    font-size: var(--small);
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
