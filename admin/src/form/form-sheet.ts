import { css } from 'lit'

export const formSheet = css`
  form,
  .fields {
    display: grid;
    gap: var(--s4);
  }
  .fields {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .field {
    grid-column: 1 / -1;
  }
  .field.half {
    grid-column: auto;
  }
  h3 {
    grid-column: 1 / -1;
    margin: var(--s3) 0 0;
    padding-block-start: var(--s4);
    border-block-start: 1px solid var(--line);
    font-size: var(--size);
    font-weight: 600;
  }
  fieldset.field {
    display: grid;
    gap: var(--s2);
  }
  .optional {
    font-weight: 400;
  }
  legend.label {
    margin-block-end: var(--s2);
  }
  .flag label {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-block-size: var(--control);
    color: var(--ink);
    font-size: inherit;
    font-weight: 400;
  }
  .several {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(170px, 1fr));
    gap: var(--s1) var(--s3);
    max-block-size: 220px;
    overflow-y: auto;
  }
  .several label {
    display: flex;
    gap: var(--s2);
    align-items: center;
    min-block-size: 30px;
    color: var(--ink);
    font-size: inherit;
    font-weight: 400;
  }
  .unit {
    position: relative;
  }
  .unit input {
    padding-inline-end: 48px !important;
  }
  .unit span {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 12px;
    translate: 0 -50%;
    color: var(--muted);
    pointer-events: none;
  }
  input[type='color'] {
    inline-size: 64px;
    block-size: var(--control);
    padding: 2px;
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: none;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    justify-content: flex-end;
  }
  @media (max-width: 480px) {
    .field.half {
      grid-column: 1 / -1;
    }
  }
`
