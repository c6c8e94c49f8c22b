import { css } from 'lit'

export const importSheet = css`
  .steps {
    display: grid;
    gap: var(--s4);
    max-inline-size: 920px;
  }
  .drop {
    display: grid;
    gap: var(--s3);
    justify-items: center;
    padding: var(--s12) var(--s4);
    border: 2px dashed color-mix(in oklab, var(--edge), var(--paper) 30%);
    border-radius: calc(var(--radius) * 1.5);
    color: var(--muted);
    cursor: pointer;
    position: relative;
  }
  .drop:hover {
    background: var(--wash);
  }
  .drop:focus-within {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }
  .drop .quiet {
    color: var(--ink);
  }
  .around {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.25);
    background: var(--raised);
  }
  .mapping {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .mapping th,
  .mapping td {
    padding: var(--s2) var(--s3);
    text-align: start;
    border-block-start: 1px solid var(--line);
  }
  .mapping thead th {
    border: 0;
    font-size: var(--small);
    font-weight: 500;
    color: var(--muted);
  }
  .mapping tbody th {
    font-weight: 500;
  }
  .mapping td.example {
    max-inline-size: 260px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    color: var(--muted);
  }
  .mapping select {
    min-inline-size: 160px;
  }
  fieldset.stack {
    gap: var(--s2);
  }
  legend {
    padding: 0;
    margin-block-end: var(--s2);
  }
  progress {
    inline-size: 100%;
    block-size: 10px;
    accent-color: var(--accent);
  }
  .counts {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .counts .created {
    background: var(--soft);
  }
  .counts .invalid {
    background: color-mix(in oklab, var(--danger), var(--paper) 88%);
  }
  .wrong {
    color: var(--danger);
  }
`
