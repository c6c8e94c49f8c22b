import { css } from 'lit'

/** What the tabs of a client’s card have in common. */
export const tabSheet = css`
  .head {
    display: flex;
    gap: var(--s2);
    margin-block-end: var(--s4);
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
    gap: var(--s3);
  }
  .block {
    block-size: 96px;
  }
  p.muted {
    margin-block-end: var(--s4);
  }
`
