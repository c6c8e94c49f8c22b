import { css } from 'lit'

export const editorSheet = css`
  :host {
    display: grid;
    gap: var(--s3);
    align-content: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    align-items: center;
  }
  select {
    inline-size: auto;
    max-inline-size: 260px;
  }
  .tall {
    block-size: 420px;
  }
  .swatch {
    inline-size: 12px;
    block-size: 12px;
    border-radius: 3px;
    background: var(--tone, var(--accent));
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
  footer {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s3);
    align-items: center;
    padding-block: var(--s3);
    border-block-start: 1px solid var(--line);
    background: var(--paper);
    z-index: 2;
  }
  footer label {
    display: flex;
    gap: var(--s2);
    align-items: center;
    font-size: var(--small);
    color: var(--muted);
  }
  footer input[type='date'] {
    inline-size: 150px;
  }
  @media (max-width: 720px) {
    footer {
      position: static;
    }
  }
`
