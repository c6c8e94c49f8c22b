import { existsSync } from 'node:fs'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { createClient } from '@zapis/sdk'
import type { Agenda } from '@zapis/sdk'
import { hashPassword } from '../../server/src/identity/passwords.ts'
import { launch } from '../../widget/src/test/browser.ts'
import { buildBrowser } from '../build.ts'
import { makeBenchData, type BenchData } from './data.ts'
import type { Databases } from './database.ts'
import type { Options } from './options.ts'
import { watchFrames, type Watched } from './panel-frames.ts'
import type { Verdict } from './report.ts'
import { median } from './rounds.ts'
import { startServer } from './stage.ts'

const VISITS = 300
/** What is felt as at once. */
const AT_ONCE_MS = 100
/** A branch that has so many visits a day. */
const branch = { locations: 1, specialists: 48, workplaces: 48, services: 50, clients: 1000 }
const desk = { email: 'desk@bench.test', password: 'a long password of the desk' }

interface Seat {
  url: string
  date: string
  locationId: number
  /** What the browser keeps of who has signed in. */
  tokens: { access_token: string }
}

/** A branch's day of three hundred visits in the panel: when it is there, and how soon a visit follows the hand that drags it. */
export async function measurePanel(
  databases: Databases,
  { environment, options }: { environment: Record<string, string>; options: Options },
): Promise<Verdict[]> {
  if (!existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) {
    console.log('\nThere is no Chromium: the panel is not measured.')
    return []
  }
  await buildBrowser()
  let data: BenchData | undefined
  const url = await databases.make('panel', async (to) => {
    data = await makeBenchData(to, { shape: branch, appointments: VISITS, days: 1 })
    await writeDesk(to, data.first.organizationId)
  })
  if (data?.placed !== VISITS) throw new Error(`only ${data?.placed ?? 0} visits found a time`)
  const product = await startServer('product', { ...environment, DATABASE_URL: url })
  const browser = await launch()
  try {
    const seat = await takeSeat(`http://127.0.0.1:${product.port}`, data)
    const days: Day[] = []
    // The first warms the browser and the server.
    for (let round = 0; round <= options.rounds; round++) {
      const day = await oneDay(browser, seat)
      if (round > 0) days.push(day)
    }
    return report(days)
  } finally {
    await browser.close()
    await product.stop()
  }
}

async function writeDesk(url: string, organizationId: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into staff (organization_id, email, password_hash, role) values ($1, $2, $3, 'reception')`,
      [organizationId, desk.email, await hashPassword(desk.password)],
    )
  } finally {
    await client.end()
  }
}

async function takeSeat(url: string, { from, first }: BenchData): Promise<Seat> {
  const tokens = await createClient({ baseUrl: url }).auth.staff({ organization: 'bench', ...desk })
  const [locationId = 0] = first.configuration.locations.keys()
  return { url, date: from, locationId, tokens }
}

interface Day extends Watched {
  /** From the navigation to the last of the visits. */
  shown: number
}

/** A browser that was never there opens the day and moves a visit by half an hour. */
async function oneDay(browser: Browser, seat: Seat): Promise<Day> {
  const { url, date, tokens } = seat
  const localStorage = [{ name: 'zapis:staff', value: JSON.stringify(tokens) }]
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
  })
  try {
    const page = await context.newPage()
    const frames = await watchFrames(page, VISITS)
    await page.goto(`${url}/admin/day/${date}`, { waitUntil: 'commit' })
    const shown = await frames.shown()
    // What is loaded behind the day is not what is measured.
    await page.waitForLoadState('load')
    await page.waitForTimeout(1_000)
    await drag(page, await movable(seat))
    await page.waitForTimeout(1_500)
    return { shown, ...(await frames.watched()) }
  } finally {
    await context.close()
  }
}

/** The last visit of whose day ends first: after it there is room. */
async function movable({ url, date, locationId, tokens }: Seat): Promise<number> {
  const api = createClient({ baseUrl: url, accessToken: tokens.access_token })
  const { visits } = await api.agenda.get({ location_id: locationId, from: date, to: date })
  const last = new Map<number, Agenda['visits'][number]>()
  for (const visit of visits) {
    const known = last.get(visit.specialist_id)
    if (!known || visit.starts_at > known.starts_at) last.set(visit.specialist_id, visit)
  }
  const [first] = [...last.values()].sort((a, b) => a.ends_at.localeCompare(b.ends_at))
  if (!first) throw new Error('a day of visits has one')
  return first.id
}

const STEP_PX = 18

async function drag(page: Page, id: number): Promise<void> {
  const block = page.locator(`day-calendar .visit-${id}`)
  await block.scrollIntoViewIfNeeded()
  const box = await block.boundingBox()
  if (!box) throw new Error('the visit is not shown')
  const at = { x: box.x + box.width / 2, y: box.y + 6 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.down()
  for (let step = 1; step <= 12; step++) {
    await page.mouse.move(at.x, at.y + (step * 2 * STEP_PX) / 12)
    // As often as a screen asks a mouse.
    await page.waitForTimeout(16)
  }
  await page.mouse.up()
}

function report(days: readonly Day[]): Verdict[] {
  const line = (name: string, of: (day: Day) => number) => {
    const figures = days.map(of)
    const [middle, worst] = [median(figures), Math.max(...figures)]
    console.log(
      `${name.padEnd(46)}${`${middle.toFixed(0)} ms`.padStart(11)}${`${worst.toFixed(0)} ms`.padStart(11)}`,
    )
    return middle
  }
  console.log(
    `\nThe panel, a day of ${VISITS} visits${'median'.padStart(24)}${'worst'.padStart(11)}`,
  )
  line('from the navigation to the day', ({ shown }) => shown)
  line('a step of a drag to its frame', ({ moves }) => median(moves))
  const moved = line('the slowest step of a drag', ({ moves }) => Math.max(...moves))
  const dropped = line('the drop to its frame', ({ drop }) => drop)
  line('the longest task after the drop', ({ redraw }) => redraw)
  return [
    {
      what: 'panel: a drag answered, its slowest frame, ms',
      measured: Math.max(moved, dropped),
      target: AT_ONCE_MS,
      atLeast: false,
    },
  ]
}
