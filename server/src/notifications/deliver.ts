import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../app-context.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import type { Paces } from '../redis/pace.ts'
import type { Channel, Outcome, Parcel } from './channels/channel.ts'
import type { Composed } from './compose.ts'
import type { Even } from './even.ts'
import { fallBack } from './fall-back.ts'
import type { Gate } from './gate.ts'
import {
  finishNotification,
  handOverNotification,
  postponeNotification,
  retryNotification,
  type ClaimedNotification,
} from './lease-rows.ts'
import { forgetEndpoint } from './rows.ts'
import { takeTurn } from './take-turn.ts'

export interface Sender {
  app: App
  channel: Channel
  paces: Paces
  even: Even
  leaseSeconds: number
  /** Those that are being sent. */
  sending: Gate
  /** Those that ask the database: a flood must leave connections to the others, and to the API. */
  asking: Gate
  compose(app: App, notification: ClaimedNotification): Promise<Composed>
  /** Nobody waits for a turn any more; what needs none goes out. */
  stopping: AbortSignal
  /** What is under way is broken off. */
  breaking: AbortSignal
}

export interface Task {
  notification: ClaimedNotification
  lease: string
}

const TRIES = 8
const FIRST_PAUSE_SECONDS = 5
const RECORD_TRIES = 5
const RECORD_PAUSE_MS = 200

/** From the claim to the end, or to the next try. */
export async function deliver(sender: Sender, task: Task): Promise<void> {
  const { app, asking, breaking } = sender
  const { notification } = task
  if (mayHaveEnough(notification)) {
    await giveUp(sender, task, { status: 'failed', error: 'uncertain' })
    return
  }
  const account = await sender.channel.accountOf(notification.organization_id)
  const pause = account === null ? 0 : await turnOf(sender, notification, account)
  if (pause > 0) {
    await asking.run(() => postponeNotification(app.db, task, pause))
    return
  }
  await sender.sending.run(async () => {
    if (breaking.aborted) await postponeNotification(app.db, task, 0)
    else await sayNow(sender, task, account)
  })
}

/** 0: it has come. */
function turnOf(
  { channel, paces, stopping }: Sender,
  { recipient }: ClaimedNotification,
  account: string,
): Promise<number> {
  return takeTurn(paces, channel.limits, { account, recipient }, stopping)
}

/** Put into words as late as can be: a visit that was called off while its reminder waited is not reminded of. */
async function sayNow(sender: Sender, task: Task, account: string | null): Promise<void> {
  const { app, asking } = sender
  const composed = await asking.run(() => sender.compose(app, task.notification))
  switch (composed.kind) {
    case 'send':
      if (account !== null) await sender.even.step(account, sender.breaking)
      // Broken off while it waited: nothing has left, and nothing is written down as if it had.
      if (sender.breaking.aborted) await asking.run(() => postponeNotification(app.db, task, 0))
      else await sendOff(sender, task, composed.parcel)
      return
    case 'skip':
      await finish(sender, task, { status: 'skipped', error: composed.reason })
      return
    case 'wait':
      await asking.run(() => postponeNotification(app.db, task, composed.milliseconds))
  }
}

async function sendOff(sender: Sender, task: Task, parcel: Parcel): Promise<void> {
  const { app, asking, channel, leaseSeconds, breaking } = sender
  // Nobody takes a message back: that it is about to leave is written first, and only by whose lease it is.
  const isOurs =
    channel.isShownOnce ||
    (await asking.run(() => handOverNotification(app.db, task, leaseSeconds)))
  if (!isOurs) return
  const of = { organizationId: task.notification.organization_id, signal: breaking }
  await settle(sender, task, await channel.send(parcel, of))
}

/**
 * What was killed, or lost its answer, in the middle of sending may have arrived. It is sent once more, so that nobody misses
 * a visit; a third time would be a nuisance, and an advertisement is one the second time.
 */
function mayHaveEnough({ handed, template }: { handed: number; template: string }): boolean {
  return handed >= (template === 'broadcast' ? 1 : 2)
}

async function settle(sender: Sender, task: Task, outcome: Outcome): Promise<void> {
  switch (outcome.kind) {
    case 'sent':
      await recorded(sender, task, outcome.providerId)
      return
    case 'gone':
      await giveUp(sender, task, { status: 'skipped', error: outcome.error })
      return
    case 'failed':
      await giveUp(sender, task, { status: 'failed', error: outcome.error })
      return
    case 'again':
      await again(sender, task, outcome)
  }
}

/** `also`: in the same transaction, unless another has the lease. */
function finish(
  { app, asking }: Sender,
  task: Task,
  end: Parameters<typeof finishNotification>[2],
  also?: (tx: Tx) => Promise<void>,
): Promise<void> {
  return asking.run(() =>
    transaction(app.db, task.notification.organization_id, async (tx) => {
      if (await finishNotification(tx, task, end)) await also?.(tx)
    }),
  )
}

/** What could not be told this way is told another way, in the same transaction: a crash in between owes nothing. */
async function giveUp(
  sender: Sender,
  task: Task,
  end: { status: 'skipped' | 'failed'; error: string },
): Promise<void> {
  const { notification } = task
  const isGone = end.status === 'skipped'
  await finish(sender, task, end, async (tx) => {
    if (notification.channel === 'webpush' && isGone) await forgetEndpoint(tx, notification)
    await fallBack(sender.app, tx, notification, isGone ? 'gone' : 'failed')
  })
}

async function again(
  sender: Sender,
  task: Task,
  outcome: Extract<Outcome, { kind: 'again' }>,
): Promise<void> {
  const { app, asking, channel, paces } = sender
  const { attempts, organization_id } = task.notification
  const { error, isUncertain = false } = outcome
  const seconds = outcome.seconds ?? pauseAfter(attempts, Math.random())
  const account = outcome.isOfAll && (await channel.accountOf(organization_id))
  if (account) {
    await paces.pause(account, seconds * 1000)
    app.log.warn({ channel: channel.name, reason: error, seconds }, 'a channel asks us to pause')
  }
  if (attempts >= TRIES) await giveUp(sender, task, { status: 'failed', error })
  else await asking.run(() => retryNotification(app.db, task, { error, seconds, isUncertain }))
}

/** That it was sent is worth some patience with the database: forgotten, it would be sent again. */
async function recorded(sender: Sender, task: Task, providerId: string | undefined): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await finish(sender, task, { status: 'sent', providerId })
      return
    } catch (error) {
      if (attempt === RECORD_TRIES) throw error
      await sleep(RECORD_PAUSE_MS * 2 ** attempt)
    }
  }
}

/** 5, 10, 20 … seconds, up to half as much more: what failed together does not come back together. */
export function pauseAfter(attempts: number, chance: number): number {
  return Math.ceil(FIRST_PAUSE_SECONDS * 2 ** (attempts - 1) * (1 + chance / 2))
}
