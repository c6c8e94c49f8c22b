import { css } from 'lit'

/** The widget’s scale made denser: where there is a mouse, targets are 34px high; a finger still gets 44. */
export const panelSheet = css`
  :host {
    min-block-size: 0;
    --size: 14px;
    --target: 34px;
    --control: 34px;
    --radius: 8px;
    --raised: light-dark(#ffffff, #171e1b);
    --shade: light-dark(rgb(24 33 29 / 12%), rgb(0 0 0 / 50%));
    --lift: 0 1px 2px var(--shade), 0 12px 32px -8px var(--shade);
    --soft: color-mix(in oklab, var(--accent), var(--paper) 90%);
  }
  @media (pointer: coarse) {
    :host {
      --target: 44px;
      --control: 44px;
    }
  }
  .main,
  .quiet {
    min-block-size: var(--control);
    padding: 0 var(--s4);
    white-space: nowrap;
  }
  .quiet {
    padding-inline: var(--s3);
    border-color: color-mix(in oklab, var(--edge), var(--paper) 45%);
    background: var(--raised);
  }
  .quiet[aria-pressed='true'],
  .quiet[aria-selected='true'] {
    border-color: var(--accent);
    background: var(--soft);
    color: var(--accent);
  }
  .danger {
    color: var(--danger);
  }
  .main.danger {
    border-color: var(--danger);
    background: var(--danger);
    color: light-dark(#fff, #1c0b07);
  }
  .plain {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--s2);
    min-block-size: var(--control);
    min-inline-size: var(--control);
    padding: 0 var(--s2);
    border-radius: var(--radius);
    color: var(--muted);
  }
  .plain:hover {
    background: var(--wash);
    color: var(--ink);
  }
  .link {
    min-block-size: 0;
  }
  input:not([type='checkbox'], [type='radio'], [type='color']),
  select,
  textarea {
    font: inherit;
    color: inherit;
    font-size: var(--size);
    inline-size: 100%;
    min-block-size: var(--control);
    padding: 0 var(--s3);
    border: 1px solid color-mix(in oklab, var(--edge), var(--paper) 20%);
    border-radius: var(--radius);
    background-color: light-dark(#ffffff, #0c110f);
  }
  @media (pointer: coarse) {
    input:not([type='checkbox'], [type='radio'], [type='color']),
    select,
    textarea {
      font-size: max(16px, var(--size));
    }
  }
  select {
    appearance: none;
    padding-inline-end: var(--s8);
    background-image:
      linear-gradient(45deg, transparent 50%, var(--muted) 50%),
      linear-gradient(-45deg, transparent 50%, var(--muted) 50%);
    background-position:
      right 15px center,
      right 10px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
  }
  select:focus-visible {
    border-color: var(--accent);
    outline-offset: 1px;
    border-radius: var(--radius);
  }
  textarea {
    padding-block: var(--s2);
    min-block-size: 64px;
  }
  /* Words beside their box, however long. */
  label.row:has(> input[type='checkbox']) {
    flex-wrap: nowrap;
  }
  input[type='checkbox'],
  input[type='radio'] {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
  }
  .field label,
  .label {
    font-size: var(--small);
    font-weight: 500;
    color: var(--muted);
  }
  h1 {
    margin: 0;
    font-size: var(--title);
    font-weight: 600;
    line-height: 1.2;
    letter-spacing: -0.01em;
  }
  h2 {
    font-size: var(--large);
  }
  .icon {
    flex: none;
    vertical-align: -0.2em;
  }
  .card {
    padding: var(--s4);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--raised);
  }
  .stack {
    display: grid;
    gap: var(--s4);
    align-content: start;
  }
  .tag {
    display: inline-flex;
    align-items: center;
    gap: var(--s1);
    padding: 1px var(--s2);
    border-radius: 999px;
    background: var(--wash);
    font-size: var(--small);
    white-space: nowrap;
  }
  .empty {
    display: grid;
    gap: var(--s3);
    justify-items: center;
    padding: var(--s12) var(--s4);
    text-align: center;
    color: var(--muted);
  }
  .space {
    flex: 1;
  }
  kbd {
    padding: 1px 5px;
    border: 1px solid var(--line);
    border-radius: 4px;
    background: var(--wash);
    font: inherit;
    font-size: 12px;
    color: var(--muted);
    white-space: nowrap;
  }
`
