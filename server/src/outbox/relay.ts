import { randomUUID } from 'node:crypto'
import type { App } from '../app-context.ts'
import { occupancyChanged, type Change } from '../availability/changed.ts'
import { faultOf } from '../db/constraint.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { EphemeralDown } from '../redis/ephemeral.ts'
import { changesOf, channelOf, envelope, SHORT_CHANNEL, shortForm } from './event.ts'
import type { OutboxEvent } from './event.ts'
import {
  claimEvents,
  finishEvents,
  insertDeliveries,
  readCatalogueVersion,
  retryEvents,
} from './rows.ts'

/** What else is made of an event, in the transaction of its webhook deliveries. An event may come again: it must then make nothing new. */
export type Maker = (tx: Tx, event: OutboxEvent) => Promise<void>

export interface RelayOptions {
  makers?: readonly Maker[]
  /** An event of a killed process is claimed by another after this. */
  leaseSeconds?: number
  batch?: number
  /** Told when deliveries may have been made. */
  delivered?: () => void
}

const LEASE_SECONDS = 60
const BATCH = 50
const REFUSED_MOST = 15
const LONGEST_PAUSE_SECONDS = 300
const PUBLISH_TRIES = 10
const PUBLISH_PAUSE_SECONDS = 3

/**
 * Claims what is due and tells it; answers whether there may be more.
 * The durable part (webhook deliveries, what the makers make) is committed first, then the courtesy (cache versions, pub/sub),
 * and only then is the event finished: a process killed anywhere in between has its events told again.
 */
export async function relay(
  app: App,
  signal: AbortSignal,
  options: RelayOptions = {},
): Promise<boolean> {
  const { leaseSeconds = LEASE_SECONDS, batch = BATCH } = options
  const lease = randomUUID()
  const events = await claimEvents(app.db, batch, lease, leaseSeconds)
  for (const [organizationId, group] of byOrganization(events)) {
    if (signal.aborted) await giveBack(app, group, lease, null, 0)
    else await relayGroup({ app, organizationId, lease, options }, group)
  }
  return events.length > 0
}

interface Turn {
  app: App
  organizationId: number
  lease: string
  options: RelayOptions
}

async function relayGroup(turn: Turn, group: OutboxEvent[]): Promise<void> {
  const { app, organizationId, lease, options } = turn
  let catalogueVersion
  try {
    catalogueVersion = await transaction(app.db, organizationId, (tx) =>
      make(tx, group, options.makers ?? []),
    )
  } catch (error) {
    await refused(turn, group, error)
    return
  }
  options.delivered?.()
  // Before anybody is told: who hears of a visit may look at the times at once.
  await timesChanged(app, organizationId, group.flatMap(changesOf), catalogueVersion)
  const told = await publish(app, group)
  const late = group.slice(told)
  const finished = late.filter(({ attempts }) => attempts >= PUBLISH_TRIES)
  const again = late.filter(({ attempts }) => attempts < PUBLISH_TRIES)
  const ids = [...group.slice(0, told), ...finished].map(({ id }) => id)
  if (ids.length > 0) await finishEvents(app.db, organizationId, ids, lease)
  if (again.length > 0)
    await giveBack(app, again, lease, 'the store is down', PUBLISH_PAUSE_SECONDS)
}

/** Answers the version of the organization's catalogue. */
async function make(tx: Tx, group: OutboxEvent[], makers: readonly Maker[]): Promise<number> {
  await insertDeliveries(
    tx,
    group.map(({ id }) => id),
  )
  for (const event of group) for (const maker of makers) await maker(tx, event)
  return readCatalogueVersion(tx)
}

async function timesChanged(
  app: App,
  organizationId: number,
  changes: Change[],
  catalogueVersion: number,
): Promise<void> {
  if (changes.length === 0) return
  // Which days a visit touches is the configuration's to say, and nothing else in a worker would read it anew.
  await app.configurations.get(organizationId, catalogueVersion).catch(() => null)
  await occupancyChanged(app, organizationId, changes)
}

/** One bad event must not hold up the others, nor those of its own subject for ever. */
async function refused(turn: Turn, group: OutboxEvent[], error: unknown): Promise<void> {
  // The database itself is away: the leases lapse.
  if (faultOf(error)?.code === 'unavailable') throw error
  const [event] = group
  if (group.length > 1 || event === undefined) {
    for (const single of group) await relayGroup(turn, [single])
    return
  }
  const { app, organizationId, lease } = turn
  const dead = event.attempts >= REFUSED_MOST
  app.log.error(
    { err: error, organization: organizationId, event: event.id, attempts: event.attempts, dead },
    'an event could not be relayed',
  )
  const pause = Math.min(LONGEST_PAUSE_SECONDS, 2 ** event.attempts)
  await giveBack(app, group, lease, String(error), dead ? null : pause)
}

/**
 * How many were told. A store that is down is tried again for half a minute, and then the event is finished without:
 * webhooks have it, and streams find it in the table. Pub/sub promises nobody that he was listening.
 */
async function publish(app: App, group: OutboxEvent[]): Promise<number> {
  let told = 0
  try {
    for (const event of group) {
      const text = JSON.stringify(envelope(event))
      await app.ephemeral.publish(channelOf(event.organization_id), text)
      const short = shortForm(event)
      if (short !== null) await app.ephemeral.publish(SHORT_CHANNEL, short)
      told++
    }
  } catch (error) {
    if (!(error instanceof EphemeralDown)) throw error
  }
  return told
}

async function giveBack(
  app: App,
  group: OutboxEvent[],
  lease: string,
  error: string | null,
  seconds: number | null,
): Promise<void> {
  const [first] = group
  if (first === undefined) return
  const ids = group.map(({ id }) => id)
  await retryEvents(app.db, first.organization_id, ids, lease, { error, seconds })
}

function byOrganization(events: OutboxEvent[]): Map<number, OutboxEvent[]> {
  const groups = new Map<number, OutboxEvent[]>()
  for (const event of events) {
    const group = groups.get(event.organization_id)
    if (group) group.push(event)
    else groups.set(event.organization_id, [event])
  }
  return groups
}
