import { css } from 'lit'

export const laterSheet = css`
  .sheet {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-block-size: inherit;
  }
  .sheet > .page {
    min-inline-size: 0;
  }
  .back {
    justify-self: start;
    gap: var(--s2);
    margin-block: calc(-1 * var(--s2));
    text-decoration: none;
  }
  .arrow {
    inline-size: 8px;
    block-size: 8px;
    border: solid currentColor;
    border-width: 0 0 2px 2px;
    transform: rotate(45deg);
  }
  .arrow.ahead {
    transform: rotate(-135deg);
  }
  .arrow:dir(rtl) {
    scale: -1 1;
  }

  /* People */
  .people li {
    border-block-start: 1px solid var(--line);
  }
  .person {
    display: grid;
    grid-template-columns: 52px minmax(0, 1fr) auto;
    gap: var(--s4);
    align-items: center;
    inline-size: 100%;
    min-block-size: 76px;
    padding-block: var(--s2);
  }
  .person > span {
    display: grid;
    overflow-wrap: anywhere;
  }
  .person b {
    font-weight: 600;
  }
  button.person:hover :not(.cost) > b {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.25em;
  }
  .person .cost {
    justify-items: end;
  }
  .portrait {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 52px;
    block-size: 52px;
    border-radius: 50%;
    overflow: hidden;
    background: color-mix(in oklab, var(--accent), var(--paper) 88%);
    color: var(--accent);
    font-style: normal;
    font-weight: 600;
  }
  .portrait.any {
    font-size: calc(var(--display) * 1.2);
    line-height: 0;
    padding-block-start: 0.5em;
  }
  .portrait img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  /* Calendar and times */
  .calendar {
    display: grid;
    grid-template-columns: minmax(0, 340px) minmax(0, 1fr);
    gap: var(--s8);
    align-items: start;
  }
  .month-head {
    display: grid;
    grid-template-columns: 44px 1fr 44px;
    align-items: center;
    text-align: center;
  }
  .month-name {
    font-weight: 600;
  }
  .month-name::first-letter {
    text-transform: uppercase;
  }
  .turn {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 50%;
  }
  .turn:hover {
    background: var(--wash);
  }
  .turn[aria-disabled='true'] {
    opacity: 0.35;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    table-layout: fixed;
  }
  th {
    block-size: 36px;
    font-size: var(--small);
    font-weight: 400;
    color: var(--muted);
  }
  td {
    padding: 1px;
    text-align: center;
  }
  .date {
    display: grid;
    place-items: center;
    inline-size: 100%;
    min-block-size: 44px;
    border: 1px solid transparent;
    border-radius: var(--radius);
    text-align: center;
    font-weight: 600;
  }
  .date[aria-disabled='true'] {
    font-weight: 400;
    color: var(--muted);
    opacity: 0.75;
  }
  .date:not([aria-disabled='true']) {
    background: color-mix(in oklab, var(--accent), var(--paper) 91%);
  }
  .date:not([aria-disabled='true']):hover {
    border-color: var(--accent);
  }
  .date.today {
    text-decoration: underline;
    text-underline-offset: 0.3em;
  }
  .date[aria-pressed='true'] {
    background: var(--accent);
    color: var(--on-accent);
  }
  @container frame (max-width: 341px) {
    /* Seven days of 44 px are wider than what is left between the margins of a page. */
    .month {
      margin-inline: calc(-1 * var(--s4));
    }
    td {
      padding-inline: 0;
    }
  }
  @media (forced-colors: active) {
    .date[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
  .day {
    display: grid;
    gap: var(--s4);
    align-content: start;
    min-block-size: 280px;
  }
  .day h3 {
    font-size: var(--size);
    line-height: 44px;
    color: inherit;
  }
  .day h3::first-letter {
    text-transform: uppercase;
  }
  .part {
    display: grid;
    gap: var(--s2);
  }
  .slots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 5.9em), 1fr));
    gap: var(--s2);
  }
  .slots .pill {
    flex-direction: column;
    gap: 0;
    min-inline-size: 0;
    border-radius: var(--radius);
    min-block-size: 48px;
  }
  .zone {
    border-block-start: 1px solid var(--line);
    padding-block-start: var(--s3);
  }
  .bone.line {
    inline-size: 60%;
    block-size: 18px;
  }
  .bone.method {
    block-size: 68px;
  }

  /* Contacts and payment */
  .fields {
    display: grid;
    gap: var(--s4);
    max-inline-size: 40rem;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: var(--s4);
  }
  .fields > .main,
  .fields > .link {
    justify-self: start;
  }
  .fields > .main {
    margin-block-start: var(--s2);
  }
  .offer {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s3);
    align-items: center;
  }
  .signed-in {
    display: flex;
    justify-content: space-between;
    align-items: center;
    padding-block: var(--s1);
  }
  .methods {
    display: grid;
    gap: var(--s2);
  }
  .method {
    padding: var(--s2) var(--s4);
    border: 1px solid var(--edge);
    border-radius: var(--radius);
  }
  .method label {
    font-weight: 600;
  }
  .method > .hint {
    margin-block: calc(-1 * var(--s2)) var(--s1);
  }
  .method:has(:checked) {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  details summary {
    display: flex;
    align-items: center;
    min-block-size: var(--target);
    cursor: pointer;
    text-decoration: underline;
    text-decoration-color: color-mix(in oklab, currentColor, transparent 60%);
    text-underline-offset: 0.25em;
  }
  .promo {
    align-items: end;
  }
  .promo .field {
    flex: 0 1 16rem;
  }
  .check details {
    margin-block-start: -11px;
  }
  .check:not(.method) + .check {
    margin-block-start: calc(-1 * var(--s3));
  }
  .tenant {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`
