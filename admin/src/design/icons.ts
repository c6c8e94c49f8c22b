import type { IconNode } from 'lucide'
import { nothing, svg, html, type TemplateResult } from 'lit'

type Attributes = Record<string, string | number | undefined>

const shapes: Record<string, (given: Attributes) => TemplateResult> = {
  path: ({ d }) => svg`<path d=${d ?? nothing} />`,
  circle: ({ cx, cy, r }) => svg`<circle cx=${cx ?? 0} cy=${cy ?? 0} r=${r ?? 0} />`,
  line: ({ x1, y1, x2, y2 }) =>
    svg`<line x1=${x1 ?? 0} y1=${y1 ?? 0} x2=${x2 ?? 0} y2=${y2 ?? 0} />`,
  rect: ({ x, y, width, height, rx }) =>
    svg`<rect x=${x ?? 0} y=${y ?? 0} width=${width ?? 0} height=${height ?? 0} rx=${rx ?? 0} />`,
  polyline: ({ points }) => svg`<polyline points=${points ?? ''} />`,
  polygon: ({ points }) => svg`<polygon points=${points ?? ''} />`,
  ellipse: ({ cx, cy, rx, ry }) =>
    svg`<ellipse cx=${cx ?? 0} cy=${cy ?? 0} rx=${rx ?? 0} ry=${ry ?? 0} />`,
}

/** A picture of lucide’s, as large as the text beside it; it says nothing that the text does not. */
export function icon(node: IconNode, size = 18): TemplateResult {
  return html`<svg
    class="icon"
    width=${size}
    height=${size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${node.map(([tag, attributes]) => shapes[tag]?.(attributes))}
  </svg>`
}
