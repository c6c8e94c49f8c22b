import type { App } from '../app-context.ts'
import type { Tx } from '../db/transaction.ts'
import { availableChannels } from './available.ts'
import { lockSiblings, readKept, type Kept } from './compose-rows.ts'
import { forgetTelegram, personOfMember, readClient, readMember } from './person-rows.ts'
import { rememberRefusal } from './refusal-rows.ts'
import { readSettings } from './setting-rows.ts'
import { ruleInForce, type Settings } from './settings.ts'
import { insertTellings } from './telling-rows.ts'
import { waysTo, type Person, type Way } from './ways.ts'

type Why = 'gone' | 'failed'

/** What the sender knows of a message. */
interface Ended {
  id: number
}

/**
 * A channel has not taken a message: the next one gets it, unless another message of the same telling was sent or may be yet.
 * In the transaction that ends the message: two browsers that are gone at the same moment fall back once, and a process
 * killed in between has lost nothing.
 */
export async function fallBack(
  app: Pick<App, 'config'>,
  tx: Tx,
  { id }: Ended,
  why: Why,
): Promise<void> {
  const kept = await readKept(tx, id)
  if (kept.payload['is_copy'] === true) return
  const person = await (kept.staff_id === null ? clientOf : memberOf)(tx, kept, why)
  if (person === undefined) return
  await tellBy(tx, kept, person, waysNow(app, kept, person, await readSettings(tx)))
}

async function clientOf(tx: Tx, kept: Kept, why: Why): Promise<Person | undefined> {
  if (kept.client_id === null) return undefined
  // A browser that is gone is forgotten; other addresses are left in peace for some days.
  if (why === 'gone' && kept.channel !== 'webpush') await rememberRefusal(tx, kept.client_id, kept)
  return readClient(tx, kept.client_id, kept.appointment_id)
}

/** Who has blocked the bot has unlinked it: the panel says so, and a new link is made there. */
async function memberOf(tx: Tx, { staff_id, channel, recipient }: Kept, why: Why) {
  if (staff_id === null) return undefined
  if (why === 'gone' && channel === 'telegram') await forgetTelegram(tx, staff_id, recipient)
  const member = await readMember(tx, staff_id)
  return member && personOfMember(member)
}

/** The ways to the client as things are now, of a broadcast only those that it names. */
export function waysNow(
  app: Pick<App, 'config'>,
  kept: Kept,
  person: Person,
  settings: Settings,
): Way[] {
  const { channels, areChosen } = ruleInForce(kept.template, settings.rows, kept.service_id)
  const named = kept.payload['channels']
  const ways = waysTo(person, {
    channels,
    areChosen,
    available: availableChannels(app.config, kept.slug),
  })
  return Array.isArray(named) ? ways.filter(({ channel }) => named.includes(channel)) : ways
}

/** By the first of the ways that was not tried; false: nobody tells it. */
export async function tellBy(
  tx: Tx,
  kept: Kept,
  person: Person,
  ways: readonly Way[],
): Promise<boolean> {
  const others = (await lockSiblings(tx, kept)).filter(({ is_copy }) => !is_copy)
  if (others.some(({ status }) => ['pending', 'sending', 'sent'].includes(status))) return true
  const tried = new Set(others.map(({ channel }) => channel))
  const way = ways.find(({ channel, recipients }) => {
    const isNew = channel !== kept.channel || !recipients.includes(kept.recipient)
    return isNew && !tried.has(channel)
  })
  if (way === undefined) return false
  const { template } = kept
  await insertTellings(
    tx,
    {
      eventId: kept.event_id,
      ...(kept.broadcast_id === null ? {} : { broadcastId: kept.broadcast_id }),
      clientId: kept.client_id,
      ...(kept.staff_id === null ? {} : { staffId: kept.staff_id }),
      appointmentId: kept.appointment_id,
      locale: person.locale,
      payload: { ...kept.payload, is_fallback: true },
    },
    way.recipients.map((recipient) => ({
      template,
      channel: way.channel,
      recipient,
      sendAt: null,
      isCopy: false,
    })),
  )
  return true
}
