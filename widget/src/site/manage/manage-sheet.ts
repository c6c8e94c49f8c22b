import { css } from 'lit'

export const manageSheet = css`
  :host {
    --reserve: 420px;
  }
  .manage {
    display: grid;
    gap: var(--s6);
    align-content: start;
    padding: clamp(16px, 4cqi, 32px);
  }
  .ticket-bone {
    block-size: 240px;
  }
  h2.cancelled,
  h2.expired,
  h2.no_show {
    color: var(--danger);
  }
  .ticket.off .ticket-time,
  .ticket.off .ticket-date {
    text-decoration: line-through;
    color: var(--muted);
  }
  .choice {
    display: grid;
    gap: var(--s3);
    justify-items: start;
    padding-block-start: var(--s4);
    border-block-start: 1px solid var(--line);
  }
  @container frame (max-width: 639px) {
    .calendar {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
  }
`
