import { css } from 'lit'

/** What lies over the page: a head, a body that scrolls, a foot with the deed. */
export const dialogSheet = css`
  dialog {
    box-sizing: border-box;
    padding: 0;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--raised);
    color: inherit;
    box-shadow: var(--lift);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(10 16 14 / 35%);
  }
  dialog > header {
    display: flex;
    gap: var(--s2);
    align-items: center;
    padding: var(--s3) var(--s3) var(--s3) var(--s6);
    border-block-end: 1px solid var(--line);
  }
  dialog > header h2 {
    flex: 1;
  }
  dialog > .body {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    padding: var(--s6);
  }
  dialog > footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    justify-content: flex-end;
    padding: var(--s3) var(--s6);
    border-block-start: 1px solid var(--line);
  }
`
