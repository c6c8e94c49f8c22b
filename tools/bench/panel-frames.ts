import type { Page } from 'playwright-core'

/** Milliseconds. */
export interface Watched {
  /** Each step of the pointer while it was down, to the frame that was made of it. */
  moves: number[]
  drop: number
  /** What kept the page longest after the drop, as the server's answer is drawn. */
  redraw: number
}

interface Frames extends Watched {
  shown: number
}

declare global {
  // A property of the page's window: only `var` declares one.
  var benchFrames: Frames | undefined
}

/** Runs in the page, before anything of its own. */
function watch(visits: number): void {
  const frames: Frames = { shown: 0, moves: [], drop: 0, redraw: 0 }
  globalThis.benchFrames = frames
  const channel = new MessageChannel()
  const waiting: (() => void)[] = []
  channel.port1.onmessage = () => {
    for (const painted of waiting.splice(0)) painted()
  }
  /** A message posted in a frame comes when the frame is painted. */
  const onPaint = (painted: () => void) =>
    requestAnimationFrame(() => {
      waiting.push(painted)
      channel.port2.postMessage(null)
    })
  const inside = (name: string, root: Node): ParentNode | null => {
    const found = root instanceof Element || root instanceof ShadowRoot || root instanceof Document
    const element = found ? root.querySelector(name) : null
    return element?.shadowRoot ?? null
  }
  const look = () => {
    let root: ParentNode | null = document
    for (const name of ['panel-app', 'panel-frame', 'day-page', 'day-calendar'])
      root = root && inside(name, root)
    const count = root?.querySelectorAll('.visit button').length ?? 0
    if (count >= visits) onPaint(() => (frames.shown = performance.now()))
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  let isDown = false
  const listen = (name: 'pointerdown' | 'pointermove' | 'pointerup', heard: (at: number) => void) =>
    addEventListener(name, ({ timeStamp }) => heard(timeStamp), { capture: true })
  listen('pointerdown', () => (isDown = true))
  listen('pointermove', (at) => {
    if (isDown) onPaint(() => frames.moves.push(performance.now() - at))
  })
  listen('pointerup', (at) => {
    isDown = false
    onPaint(() => {
      frames.drop = performance.now() - at
      const tasks = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          frames.redraw = Math.max(frames.redraw, duration)
      })
      tasks.observe({ type: 'longtask' })
    })
  })
}

/** Measures in the page itself: what a test driver adds on its way there is not the page's. */
export async function watchFrames(page: Page, visits: number) {
  // What tsx compiles calls a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name ??= (made) => made' })
  await page.addInitScript(watch, visits)
  return {
    async shown(): Promise<number> {
      await page.waitForFunction(() => (globalThis.benchFrames?.shown ?? 0) > 0)
      return page.evaluate(() => globalThis.benchFrames?.shown ?? NaN)
    },
    async watched(): Promise<Watched> {
      const frames = await page.evaluate(() => globalThis.benchFrames)
      if (!frames || frames.moves.length === 0 || frames.drop === 0)
        throw new Error('nothing was dragged')
      const { moves, drop, redraw } = frames
      return { moves, drop, redraw }
    },
  }
}
