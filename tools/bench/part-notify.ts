import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { TELEGRAM_A_SECOND } from '../../server/src/notifications/channels/telegram.ts'
import { WHATSAPP_A_SECOND } from '../../server/src/notifications/channels/whatsapp.ts'
import { startBotApi } from '../../server/src/notifications/test/bot-api.ts'
import { startCloudApi } from '../../server/src/notifications/test/cloud-api.ts'
import { httpStandIn } from '../../server/src/notifications/test/http-stand-in.ts'
import { startMailServer } from '../../server/src/notifications/test/mail-server.ts'
import { cpuOf, cpuOfTree, rssOf } from './cpu.ts'
import type { Databases } from './database.ts'
import { fillReminders } from './reminders.ts'
import type { Verdict } from './report.ts'
import { median } from './rounds.ts'
import { startServer } from './stage.ts'

const ANSWER_MS = 50
const COUNT = 10_000
const QUICK_COUNT = 1_000
/** Connections to the mail server, and posts to one push service, of one process; see the channels. */
const MAIL_CONNECTIONS = 5
const PUSHES_AT_ONCE = 50
const SAMPLE_MS = 250
const LONGEST_MS = 15 * 60_000

interface Line {
  channel: string
  /** A second; of what the channel bears, or of what so many at once make of its answers. */
  limit: number
  /** When each was taken. */
  at(): number[]
  who(): string[]
}

/** Ten thousand reminders due at once, over channels that answer in 50 ms: one worker, everything on one machine. */
export async function measureNotify(
  databases: Databases,
  { environment, isQuick }: { environment: Record<string, string>; isQuick: boolean },
): Promise<Verdict[]> {
  const stands = await standIns()
  try {
    const count = isQuick ? QUICK_COUNT : COUNT
    let counts = new Map<string, number>()
    const url = await databases.make('notify', async (to) => {
      counts = await fillReminders(to, { count, pushOrigin: stands.pushOrigin })
    })
    const total = [...counts.values()].reduce((sum, each) => sum + each, 0)
    console.log(
      `\nReminders: ${total} due at once (${[...counts].map(([channel, each]) => `${channel} ${each}`).join(', ')}), answers in ${ANSWER_MS} ms`,
    )
    const settings = { ...environment, DATABASE_URL: url, ...stands.environment }
    const worker = await startServer('product', settings, 'worker')
    try {
      const cpu = async () =>
        [await cpuOf(worker.pid), await cpuOfTree(databases.postmaster)] as const
      const before = await cpu()
      const { memory, seconds } = await run(url, worker.pid, () => tallyOf(stands.lines) >= total)
      const after = await cpu()
      const [node, postgres] = [after[0] - before[0], after[1] - before[1]]
      console.log(
        `processor time of a message: node ${((node / total) * 1000).toFixed(1)} ms, PostgreSQL ${((postgres / total) * 1000).toFixed(1)} ms`,
      )
      return report(stands.lines, { memory, seconds, total, statuses: await statusesOf(url) })
    } finally {
      await worker.stop()
    }
  } finally {
    await stands.close()
  }
}

const tallyOf = (lines: Line[]) => lines.reduce((sum, line) => sum + line.at().length, 0)

/** Makes them due, and waits until all have arrived. */
async function run(
  url: string,
  pid: number,
  isDone: () => boolean,
): Promise<{ memory: number[]; seconds: number }> {
  await sleep(3_000)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('update notifications set send_at = clock_timestamp()')
  await client.end()
  const begun = performance.now()
  const memory: number[] = []
  while (!isDone() && performance.now() - begun < LONGEST_MS) {
    memory.push(await rssOf(pid))
    await sleep(SAMPLE_MS)
  }
  // The last ones are written down.
  await sleep(1_000)
  return { memory, seconds: (performance.now() - begun) / 1000 - 1 }
}

async function statusesOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ what: string }>(
    `select status || coalesce(' ' || error, '') || ' ' || count(*) as what from notifications group by status, error order by 1`,
  )
  await client.end()
  return rows.map(({ what }) => what).join(', ')
}

interface Run {
  memory: number[]
  seconds: number
  total: number
  statuses: string
}

function report(lines: Line[], { memory, seconds, total, statuses }: Run): Verdict[] {
  console.log(`in ${seconds.toFixed(1)} s: ${statuses}`)
  console.log(
    `${'channel'.padEnd(12)}${'sent'.padStart(8)}${'per second'.padStart(12)}${'most in a second'.padStart(18)}${'limit'.padStart(8)}${'ratio'.padStart(8)}`,
  )
  const verdicts: Verdict[] = []
  for (const line of lines) {
    const at = line.at().sort((a, b) => a - b)
    const rate = (at.length - 1) / (((at.at(-1) ?? 0) - (at[0] ?? 0)) / 1000)
    const most = mostInASecond(at)
    console.log(
      `${line.channel.padEnd(12)}${String(at.length).padStart(8)}${rate.toFixed(1).padStart(12)}${String(most).padStart(18)}${String(line.limit).padStart(8)}${(rate / line.limit).toFixed(2).padStart(8)}`,
    )
    if (['telegram', 'whatsapp'].includes(line.channel))
      verdicts.push(
        {
          what: `${line.channel}: throughput / its limit`,
          measured: rate / line.limit,
          target: 0.85,
          atLeast: true,
        },
        {
          what: `${line.channel}: most in a second`,
          measured: most,
          target: line.limit,
          atLeast: false,
        },
      )
  }
  const [early, late] = [median(quarter(memory, 1)), median(quarter(memory, 3))]
  console.log(
    `memory of the worker: ${mb(memory[0] ?? NaN)} at the start, ${mb(Math.max(...memory))} at most, ${mb(memory.at(-1) ?? NaN)} at the end`,
  )
  const people = new Set(lines.flatMap((line) => line.who())).size
  return [
    ...verdicts,
    { what: 'people told', measured: people, target: total, atLeast: true },
    { what: 'messages', measured: tallyOf(lines), target: total, atLeast: false },
    { what: 'memory: last quarter / second', measured: late / early, target: 1.15, atLeast: false },
  ]
}

function quarter(list: number[], which: number): number[] {
  const size = Math.max(1, Math.floor(list.length / 4))
  return list.slice(which * size, (which + 1) * size)
}

const mb = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`

/** Of every second, wherever it begins. */
function mostInASecond(sorted: number[]): number {
  let most = 0
  let first = 0
  for (const [last, at] of sorted.entries()) {
    while (at - (sorted[first] ?? 0) >= 1000) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}

async function standIns() {
  const pushed: { at: number; to: string }[] = []
  const push = await httpStandIn(({ path }) => {
    pushed.push({ at: Date.now(), to: path })
    return { status: 201, body: {} }
  })
  const [bots, cloud, mail] = [await startBotApi(), await startCloudApi(), await startMailServer()]
  for (const each of [push, bots, cloud, mail]) each.delayMs = ANSWER_MS
  const lines: Line[] = [
    {
      channel: 'webpush',
      limit: (PUSHES_AT_ONCE * 1000) / ANSWER_MS,
      at: () => pushed.map(({ at }) => at),
      who: () => pushed.map(({ to }) => to),
    },
    {
      channel: 'telegram',
      limit: TELEGRAM_A_SECOND,
      at: () => bots.told.map(({ at }) => at),
      who: () => bots.told.map(({ chat }) => chat),
    },
    {
      channel: 'email',
      limit: (MAIL_CONNECTIONS * 1000) / ANSWER_MS,
      at: () => mail.received.map(({ at }) => at),
      who: () => mail.received.map(({ to }) => to),
    },
    {
      channel: 'whatsapp',
      limit: WHATSAPP_A_SECOND,
      at: () => cloud.written.map(({ at }) => at),
      who: () => cloud.written.map(({ to }) => to),
    },
  ]
  return {
    lines,
    pushOrigin: push.url,
    environment: {
      PUSH_SERVICES: push.url,
      TELEGRAM_API_ROOT: bots.url,
      TELEGRAM_BOT_TOKEN: bots.token,
      SMTP_URL: mail.url,
      WHATSAPP_API_ROOT: cloud.settings.apiRoot,
      WHATSAPP_PHONE_ID: cloud.settings.phoneId,
      WHATSAPP_TOKEN: cloud.settings.token,
      WHATSAPP_TEMPLATE: cloud.settings.template,
    },
    async close() {
      for (const each of [push, bots, cloud, mail]) await each.close()
    },
  }
}
