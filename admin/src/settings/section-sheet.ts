import { css } from 'lit'

export const sectionSheet = css`
  :host {
    display: grid;
    gap: var(--s4);
    align-content: start;
  }
  .narrow {
    max-inline-size: 640px;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
  }
  header h2 {
    flex: 1;
  }
  header p {
    inline-size: 100%;
    color: var(--muted);
  }
  side-panel {
    --side: 560px;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s4);
    align-items: center;
  }
  .filters select,
  .filters input[type='date'] {
    inline-size: auto;
  }
  pre {
    margin: 0;
    padding: var(--s4);
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--wash);
    font-size: var(--small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
`
