import { css, html, unsafeCSS, type CSSResultGroup } from 'lit'
import uPlot, { type AlignedData, type Options } from 'uplot'
import plotSheet from 'uplot/dist/uPlot.min.css'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'

export interface Series {
  name: string
  values: readonly (number | null)[]
  /** What it is compared with is thin and dashed. */
  isBefore?: boolean
}

const HEIGHT = 260
/** Of the figures beside it. */
const SIDE = 72
/** Of one, at the size of the axis, with what keeps two names apart. */
const LETTER = 8
/** What the bars of a kind take of its place on the axis, and the most pixels of one. */
const GROUP = 0.7
const MOST = 60
const TONES = ['--accent', '--caution', '--danger'] as const

/**
 * Figures along an axis: lines where time goes by, bars where there are kinds. What it shows is said in `text`, and stands in the
 * page’s table. Colours are the theme’s, and change with it.
 */
export class FiguresChart extends PanelElement {
  static override properties = {
    labels: { attribute: false },
    series: { attribute: false },
    isBars: { attribute: false },
    format: { attribute: false },
    text: {},
  }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    unsafeCSS(plotSheet),
    css`
      :host {
        inline-size: 100%;
      }
      .plot {
        min-block-size: 260px;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s1) var(--s4);
        font-size: var(--small);
        color: var(--muted);
      }
      li {
        display: flex;
        gap: var(--s2);
        align-items: center;
      }
      li i {
        inline-size: 14px;
        block-size: 0;
        border-block-start: 3px solid var(--accent);
      }
      li.tone1 i {
        border-color: var(--caution);
      }
      li.tone2 i {
        border-color: var(--danger);
      }
      li.before i {
        border-block-start: 2px dashed var(--muted);
      }
    `,
  ]

  declare labels: readonly string[]
  declare series: readonly Series[]
  declare isBars: boolean
  declare format: (value: number) => string
  declare text: string
  #plot: uPlot | undefined
  #resized = new ResizeObserver(() => this.#resize())
  #scheme = matchMedia('(prefers-color-scheme: dark)')

  constructor() {
    super()
    this.labels = []
    this.series = []
    this.isBars = false
    this.format = String
    this.text = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#scheme.addEventListener('change', this.#draw)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#scheme.removeEventListener('change', this.#draw)
    this.#resized.disconnect()
    this.#plot?.destroy()
    this.#plot = undefined
  }

  protected override content(_panel: Panel): unknown {
    let tone = 0
    return html`<ul aria-hidden="true">
        ${this.series.map(
          ({ name, isBefore }) =>
            html`<li class=${isBefore ? 'before' : `tone${tone++}`}><i></i>${name}</li>`,
        )}
      </ul>
      <div class="plot" role="img" aria-label=${this.text}></div>`
  }

  protected override updated(): void {
    this.#draw()
  }

  get #place(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.plot')
  }

  #resize(): void {
    const width = this.#place?.clientWidth ?? 0
    if (width > 0) this.#plot?.setSize({ width, height: HEIGHT })
  }

  #draw = (): void => {
    const place = this.#place
    if (!place) return
    this.#plot?.destroy()
    const places = this.labels.map((_, at) => at)
    const data: AlignedData = [places, ...this.series.map(({ values }) => [...values])]
    this.#plot = new uPlot(this.#options(place), data, place)
    this.#resized.disconnect()
    this.#resized.observe(place)
  }

  #options(place: HTMLElement): Options {
    const muted = colourOf(place, '--muted')
    const line = colourOf(place, '--line')
    const font = `12px ${getComputedStyle(place).fontFamily}`
    const axis = { stroke: muted, font, ticks: { show: false }, grid: { stroke: line, width: 1 } }
    const most = Math.max(0, ...this.series.flatMap(({ values }) => values.map((v) => v ?? 0)))
    const edge = this.isBars ? 0.6 : 0
    return {
      width: place.clientWidth || 600,
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: [-edge, Math.max(this.labels.length - 1, 0) + edge] },
        y: { range: (_plot, least) => [Math.min(0, least), most > 0 ? most * 1.08 : 1] },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          space: 90,
          incrs: [1, 2, 5, 7, 10, 14, 30, 60, 90],
          values: (plot, splits, _axis, _space, step) => {
            const room = ((plot.width - SIDE) / (this.labels.length - 1 + 2 * edge || 1)) * step
            return splits.map((at) =>
              Number.isInteger(at) ? cut(this.labels[at] ?? '', room) : '',
            )
          },
        },
        {
          ...axis,
          size: SIDE,
          values: (_plot, splits) => splits.map((value) => this.format(value)),
        },
      ],
      series: [{}, ...this.#lines(place)],
    }
  }

  /** The bars of a kind stand side by side: one behind another would not be seen. */
  #bars(at: number): uPlot.Series.PathBuilder | undefined {
    const count = this.series.length
    const widthOf = (plot: uPlot) =>
      Math.min(GROUP / count, MOST / (plot.valToPos(1, 'x') - plot.valToPos(0, 'x')))
    /* eslint-disable @typescript-eslint/no-unsafe-enum-assignment -- the library has the names of its units in its types alone, and 1 is a step of the axis. */
    const left: uPlot.Series.BarsPathBuilderFacet = {
      unit: 1,
      values: (plot) => this.labels.map((_, place) => place + (at - count / 2) * widthOf(plot)),
    }
    const size: uPlot.Series.BarsPathBuilderFacet = {
      unit: 1,
      values: (plot) => [widthOf(plot)],
    }
    /* eslint-enable @typescript-eslint/no-unsafe-enum-assignment */
    return uPlot.paths.bars?.({ gap: 2, disp: { x0: left, size } })
  }

  #lines(place: HTMLElement): uPlot.Series[] {
    let tone = 0
    return this.series.map(({ name, isBefore = false }, at) => {
      if (isBefore)
        return {
          label: name,
          stroke: colourOf(place, '--muted'),
          width: 1.5,
          dash: [4, 4],
          points: { show: false },
        }
      const stroke = colourOf(place, TONES[tone++ % TONES.length] ?? '--accent')
      const isFirst = tone === 1
      return {
        label: name,
        stroke,
        width: 2,
        points: { show: this.labels.length === 1, size: 8, fill: stroke },
        ...(this.isBars ? { paths: this.#bars(at), fill: stroke, points: { show: false } } : {}),
        ...(!this.isBars && isFirst ? { fill: faint(stroke) } : {}),
      }
    })
  }
}

/** A token as a canvas takes it: `light-dark()` decided, by the browser itself. */
/** Beside its neighbours a name has so much room; the table has it whole. */
function cut(name: string, room: number): string {
  const letters = Math.max(3, Math.floor(room / LETTER))
  return name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name
}

function colourOf(place: HTMLElement, token: string): string {
  const probe = document.createElement('i')
  probe.style.color = `var(${token})`
  place.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function faint(colour: string): string {
  return colour.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.1)')
}

customElements.define('figures-chart', FiguresChart)
