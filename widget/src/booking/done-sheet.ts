import { css } from 'lit'

/** The ticket, torn off. */
export const doneSheet = css`
  .done {
    align-content: center;
    min-block-size: inherit;
    max-inline-size: 46rem;
    margin-inline: auto;
  }
  .done .mark {
    inline-size: 44px;
    block-size: 44px;
    border: 2px solid var(--accent);
    border-radius: 50%;
  }
  .done .mark::after {
    content: '';
    display: block;
    inline-size: 18px;
    block-size: 9px;
    margin: 12px 11px;
    border: solid var(--accent);
    border-width: 0 0 2.5px 2.5px;
    transform: rotate(-45deg);
  }
  .ticket {
    display: grid;
    grid-template-columns: minmax(180px, 5fr) 8fr;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.6);
    background: var(--wash);
    overflow: clip;
    animation: tear 480ms cubic-bezier(0.2, 0.8, 0.2, 1) backwards;
  }
  .ticket-when {
    display: grid;
    align-content: center;
    gap: var(--s1);
    position: relative;
    padding: var(--s6);
    border-inline-end: 2px dashed var(--edge);
  }
  .ticket-when::before,
  .ticket-when::after {
    inset-inline: auto -9px;
  }
  .ticket-time {
    font-size: calc(var(--display) * 1.5);
    font-weight: 600;
    line-height: 1;
    letter-spacing: -0.02em;
    white-space: nowrap;
  }
  .ticket-date {
    font-size: var(--large);
  }
  .ticket-date::first-letter {
    text-transform: uppercase;
  }
  .ticket-what {
    display: grid;
    gap: var(--s3);
    padding: var(--s6);
  }
  .prepare {
    padding-block-start: var(--s3);
    border-block-start: 1px solid var(--line);
  }
  @keyframes tear {
    from {
      transform: translateY(-12px) rotate(-1.2deg);
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .ticket {
      animation: none;
    }
  }
  @container frame (max-width: 599px) {
    .ticket {
      grid-template-columns: minmax(0, 1fr);
    }
    .ticket-when {
      border-inline-end: 0;
      border-block-end: 2px dashed var(--edge);
    }
    .ticket-when::before {
      inset-block: auto -9px;
      inset-inline: -9px auto;
    }
    .actions > * {
      flex: 1 1 100%;
    }
  }
`
