import { css } from 'lit'

export const cardSheet = css`
  .facts {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--s1) var(--s4);
  }
  .facts dt {
    color: var(--muted);
  }
  .invoice {
    margin-block-start: var(--s3);
  }
  .left {
    color: var(--caution);
    font-weight: 600;
  }
  h3 {
    margin-block-end: var(--s2);
  }
  .deeds .main {
    min-block-size: var(--control);
  }
  .status {
    font-weight: 600;
  }
  .status.arrived,
  .status.completed {
    color: var(--accent);
  }
  .status.cancelled,
  .status.no_show,
  .status.expired,
  .warn {
    color: var(--danger);
  }
  .status.pending {
    color: var(--caution);
  }
  .inner {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--s3);
    background: var(--wash);
  }
  .inner .whole,
  .inner .end {
    grid-column: 1 / -1;
  }
  .end {
    justify-content: flex-end;
  }
  .history {
    display: grid;
    gap: var(--s1);
    font-size: var(--small);
  }
  .bone {
    block-size: 240px;
    border-radius: var(--radius);
  }
`
