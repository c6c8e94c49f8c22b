import { css } from 'lit'

export const firstSheet = css`
  :host([mode='dialog']) {
    display: contents;
  }
  .bone.title {
    inline-size: 45%;
    block-size: 25px;
  }
  .bone.line {
    inline-size: 60%;
    block-size: 18px;
  }
  .page {
    display: grid;
    gap: var(--s4);
    align-content: start;
    padding: var(--s6);
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s6);
    padding-block-end: var(--s2);
    border-block-end: 1px solid var(--line);
  }
  .place {
    display: grid;
    align-content: center;
    min-block-size: var(--target);
    padding-block: var(--s1);
    border-block-end: 2px solid transparent;
    margin-block-end: calc(-1 * var(--s2) - 1px);
    color: var(--muted);
  }
  .place[aria-pressed='true'] {
    color: var(--ink);
    border-color: var(--accent);
  }
  @media (forced-colors: active) {
    /* A border that is not seen would be. */
    .place[aria-pressed='false'] {
      border-color: Canvas;
    }
  }
  .place b {
    font-weight: 600;
  }
  .search {
    max-inline-size: 28rem;
  }
  .group {
    display: grid;
  }
  .group > h3 {
    padding-block: var(--s3) var(--s1);
  }
  .service {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--s1) var(--s4);
    align-items: center;
    padding-block: var(--s3);
    border-block-start: 1px solid var(--line);
  }
  .service .open {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    min-block-size: var(--target);
    padding-inline-end: var(--s4);
  }
  .service .name {
    font-weight: 600;
  }
  .service .open:hover .name {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .service .cost {
    color: var(--muted);
  }
  .cost b {
    font-weight: 500;
    color: var(--ink);
  }
  .times {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
    min-block-size: 48px;
  }
  .times .pill {
    flex-direction: column;
    gap: 0;
    min-inline-size: 84px;
    block-size: 48px;
    border-radius: var(--radius);
  }
  .times .bone {
    inline-size: 84px;
    block-size: 48px;
    border-radius: var(--radius);
  }
  .more {
    justify-self: start;
  }
  @container frame (max-width: 599px) {
    .page {
      padding: var(--s4);
    }
    .places {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.7em), 1fr));
      column-gap: var(--s4);
    }
    .place {
      align-content: start;
      line-height: 1.3;
    }
    .service {
      grid-template-columns: minmax(0, 1fr);
    }
    .times {
      display: grid;
      grid-template-columns: repeat(3, 1fr);
    }
    .times .pill,
    .times .bone {
      inline-size: auto;
      min-inline-size: 0;
    }
  }
`
