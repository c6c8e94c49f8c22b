import { css } from 'lit'

/** The sign-in, as a page and as a dialog over one. */
export const doorSheet = css`
  .door {
    display: grid;
    align-content: center;
    justify-items: center;
    min-block-size: 100svh;
    padding: var(--s4);
    box-sizing: border-box;
  }
  .door > div,
  dialog {
    box-sizing: border-box;
    inline-size: min(100%, 380px);
    padding: var(--s8);
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 2);
    background: var(--raised);
    color: inherit;
    display: grid;
    gap: var(--s6);
  }
  dialog:not([open]) {
    display: none;
  }
  dialog::backdrop {
    background: rgb(10 16 14 / 45%);
  }
`
