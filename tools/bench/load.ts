/**
 * The load generator, a process of its own: raw keep-alive sockets, one request at a time on each, and of the answers no more is read than
 * where they end. It must stay cheap: on two cores whatever it takes is taken from those it measures.
 */
import { randomUUID } from 'node:crypto'
import { Line, requestText, type Answer } from './line.ts'
import type { Job, Outcome, Pick, Read, Target } from './traffic.ts'

let phone = Math.floor(Math.random() * 1e9)

process.on('message', (job: Job) => {
  run(job).then(
    (outcome) => process.send?.({ outcome }),
    (error: unknown) => process.send?.({ error: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))

async function run(job: Job): Promise<Outcome> {
  const lines = await Promise.all(
    Array.from({ length: job.connections }, () => Line.open(job.port)),
  )
  const outcome = { reads: 0, pairs: 0, picks: 0, seconds: 0, statuses: {}, bytes: 0, lastMs: 0 }
  try {
    if (job.kind === 'race') await race(job, lines, outcome)
    else await stream(job, lines, outcome)
    return outcome
  } finally {
    for (const line of lines) line.close()
  }
}

async function stream(
  job: Extract<Job, { kind: 'stream' }>,
  lines: Line[],
  outcome: Outcome,
): Promise<void> {
  const reads = job.reads.map((read) => readRequest(job, read))
  const picks = job.picks.values()
  const begun = performance.now()
  const end = begun + job.seconds * 1000
  const doze = nap()
  let turn = Math.floor(Math.random() * reads.length)
  let owed = 0
  await Promise.all(
    lines.map(async (line, index) => {
      while (performance.now() < end) {
        owed += job.bookings
        const pick = owed >= 1000 ? picks.next() : undefined
        if (pick?.done) throw new Error('no free times left: give more, or fewer seconds')
        if (pick) {
          owed -= 1000
          outcome.picks++
          if (await book(job, line, pick.value, index, outcome)) outcome.pairs++
          continue
        }
        const request = reads[turn++ % reads.length]
        if (request === undefined) throw new Error('nothing to read')
        if (count(outcome, await line.ask(request)).status < 300) outcome.reads++
      }
    }),
  )
  doze()
  outcome.seconds = (performance.now() - begun) / 1000
}

const NAP_MS = Number(process.env.NAP ?? 0.3)

/**
 * Between two looks at the sockets the process sleeps, and no answer wakes it but the clock, as a network card gathers what comes.
 * Otherwise a server that is slower than the generator pays for waking it with every answer, and a faster one does not.
 */
function nap(): () => void {
  const never = new Int32Array(new SharedArrayBuffer(4))
  let on = true
  const look = () => {
    if (!on) return
    Atomics.wait(never, 0, 0, NAP_MS)
    setImmediate(look)
  }
  look()
  return () => {
    on = false
  }
}

/** Hold and confirm, as a page with the widget does for a new guest behind the clinic's proxy. */
async function book(
  target: Target,
  line: Line,
  pick: Pick,
  visitor: number,
  outcome: Outcome,
): Promise<boolean> {
  const from = `x-forwarded-for: 10.0.${visitor >> 8}.${visitor & 255}`
  const write = (path: string, body: unknown) =>
    requestText(target, { path, body, headers: [from, `idempotency-key: ${randomUUID()}`] })
  const held = count(outcome, await line.ask(write('/v1/appointments/book', pick), true))
  if (held.status !== 201) return false
  const { hold } = JSON.parse(held.body) as { hold: string }
  const client = { first_name: 'Анна', phone: `+7${String(9_000_000_000 + (phone++ % 1e9))}` }
  const confirmed = await line.ask(write('/v1/appointments/confirm', { hold, client }))
  return count(outcome, confirmed).status === 201
}

async function race(
  job: Extract<Job, { kind: 'race' }>,
  lines: Line[],
  outcome: Outcome,
): Promise<void> {
  const requests = job.requests.map((request) => requestText(job, request))
  const begun = performance.now()
  await Promise.all(
    requests.map(async (request, index) => {
      const line = lines[index]
      if (line) count(outcome, await line.ask(request))
    }),
  )
  outcome.lastMs = performance.now() - begun
}

function readRequest(job: Target, read: Read): Buffer {
  return requestText(job, typeof read === 'string' ? { path: read, body: undefined } : read)
}

function count(outcome: Outcome, answer: Answer): Answer {
  const status = String(answer.status)
  outcome.statuses[status] = (outcome.statuses[status] ?? 0) + 1
  outcome.bytes += answer.bytes
  return answer
}
