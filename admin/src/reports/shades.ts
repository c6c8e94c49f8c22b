import { css, unsafeCSS, type CSSResult } from 'lit'

/** Eleven steps from nothing to the accent; ink stays readable on each. As classes: the page’s policy lets no styles into markup. */
export const shades: CSSResult = unsafeCSS(
  Array.from({ length: 11 }, (_, step) => {
    const isDark = step > 7
    const share = isDark ? step * 7 + 30 : step * 6
    const ink = isDark ? 'color: var(--on-accent);' : ''
    return `.shade${step} { background: color-mix(in oklab, var(--accent) ${share}%, var(--raised)); ${ink} }`
  }).join('\n'),
)

export const shadedTable: CSSResult = css`
  .around {
    overflow-x: auto;
    border: 1px solid var(--line);
    border-radius: calc(var(--radius) * 1.25);
    background: var(--raised);
    padding: var(--s3);
  }
  table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 2px;
  }
  th {
    padding: 2px var(--s2);
    font-size: var(--small);
    font-weight: 500;
    color: var(--muted);
    text-align: center;
    white-space: nowrap;
  }
  th[scope='row'],
  th[scope='rowgroup'] {
    text-align: start;
  }
  th[scope='rowgroup'] {
    padding-block-start: var(--s3);
    font-weight: 600;
    color: inherit;
  }
  td {
    block-size: 32px;
    min-inline-size: 44px;
    padding: 0 var(--s1);
    border-radius: 4px;
    text-align: center;
    font-size: var(--small);
    white-space: nowrap;
  }
  td.none {
    background: none;
    color: var(--muted);
  }
  .count {
    text-align: end;
    padding-inline-end: var(--s3);
  }
`
