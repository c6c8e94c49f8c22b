import { css } from 'lit'

/** The ticket: perforated where it is torn off. */
export const stubSheet = css`
  .stub {
    position: relative;
    display: grid;
    gap: var(--s3);
    align-content: start;
    padding: var(--s6);
    background: var(--wash);
  }
  .burn {
    position: absolute;
    inset-block: 8px;
    inset-inline-start: -3px;
    inline-size: 4px;
    border-radius: 2px;
    background: var(--accent);
    transform-origin: bottom;
    animation: burn linear forwards;
    animation-duration: var(--burn-for, 120s);
    animation-delay: var(--burn-since, 0s);
  }
  @keyframes burn {
    to {
      transform: scaleY(0);
    }
  }
  .stub dl {
    display: grid;
    gap: var(--s3);
  }
  .line dd > * {
    display: grid;
    inline-size: 100%;
  }
  .line b {
    font-weight: 600;
  }
  .line button {
    min-block-size: var(--target);
    margin-block: -10px;
    padding-block: 10px;
  }
  .line button b {
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor, transparent 70%);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .line button:hover b {
    text-decoration-color: currentColor;
  }
  .line-time b {
    font-size: var(--title);
    line-height: 1.25;
  }
  .line-sum {
    padding-block-start: var(--s3);
    border-block-start: 1px solid var(--line);
  }
  .line-sum b {
    font-size: var(--large);
  }
  .hold .link {
    font-weight: 600;
  }
  @container frame (min-width: 720px) {
    .sheet {
      grid-template-columns: minmax(0, 1fr) minmax(240px, 30%);
    }
  }
  @container frame (max-width: 719px) {
    .sheet {
      grid-template-rows: 1fr auto;
    }
    .calendar {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
    }
    .stub {
      padding: var(--s3) var(--s4);
      gap: var(--s1);
      z-index: 1;
    }
    .stub:has(.line-time) {
      position: sticky;
      inset-block-end: 0;
    }
    /* What has the focus is never under the bar. */
    .page :is(input, textarea, button, summary, a) {
      scroll-margin-block-end: 140px;
    }
    .torn {
      inset-block: 0 auto;
      inset-inline: 0;
      inline-size: auto;
      border: 0;
      border-block-start: 2px dashed var(--edge);
    }
    .torn::before,
    .torn::after {
      inset-block: -9px auto;
      inset-inline: -9px auto;
    }
    .torn::after {
      inset-inline: auto -9px;
    }
    .burn {
      inset-block: -3px auto;
      inset-inline: 8px;
      inline-size: auto;
      block-size: 4px;
      transform-origin: left;
      animation-name: burn-along;
    }
    .burn:dir(rtl) {
      transform-origin: right;
    }
    @keyframes burn-along {
      to {
        transform: scaleX(0);
      }
    }
    .stub dl {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s4);
      align-items: center;
    }
    .line dt,
    .line .small,
    .line-place,
    .line-specialist:not(:last-child) {
      display: none;
    }
    .line button {
      margin: 0;
    }
    .line-service {
      flex: 1 1 100%;
    }
    .line-service,
    .line-specialist {
      min-inline-size: 0;
    }
    .line-service b,
    .line-specialist b {
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }
    .line-time b,
    .line-sum b {
      font-size: var(--large);
    }
    .line-sum {
      padding: 0;
      border: 0;
      margin-inline-start: auto;
    }
    .line-sum b {
      white-space: nowrap;
    }
    .hold {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: center;
    }
    .fields > .main {
      justify-self: stretch;
    }
  }
  @container frame (max-width: 519px) {
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
    .person {
      grid-template-columns: 44px minmax(0, 1fr) auto;
      gap: var(--s3);
    }
    .portrait {
      inline-size: 44px;
      block-size: 44px;
    }
  }
`
