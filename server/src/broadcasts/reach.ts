import type { App } from '../app-context.ts'
import type { Tx } from '../db/transaction.ts'
import { availableChannels } from '../notifications/available.ts'
import { channelNames, type ChannelName } from '../notifications/channels/channel.ts'
import { readClients, type Client } from '../notifications/person-rows.ts'
import { readSettings, type OrganizationSettings } from '../notifications/setting-rows.ts'
import { ruleInForce } from '../notifications/settings.ts'
import { waysTo, type Way } from '../notifications/ways.ts'
import { nextClients, type Segment } from './segment.ts'

/** Whom a broadcast reaches, and how. */
export interface Target {
  person: Client
  /** undefined: no channel reaches them. */
  way: Way | undefined
}

export interface Wanted {
  segment: Segment
  channels: readonly ChannelName[] | null
}

const SLICE = 1000

/** The clients after this one, each with the way that a message to them would go. */
export async function nextTargets(
  app: Pick<App, 'config'>,
  tx: Tx,
  { segment, channels }: Wanted,
  { after, limit, settings }: { after: number; limit: number; settings: OrganizationSettings },
): Promise<Target[]> {
  const { timeZone, slug, rows } = settings
  const ids = await nextClients(tx, segment, { after, limit, timeZone })
  const people = ids.length > 0 ? await readClients(tx, ids, null) : []
  const rule = ruleInForce('broadcast', rows, null)
  const available = availableChannels(app.config, slug)
  return people.map((person) => {
    const choice = { channels: channels ?? rule.channels, areChosen: channels !== null, available }
    return { person, way: waysTo(person, choice)[0] }
  })
}

export interface Reach {
  consented: number
  reachable: number
  by_channel: Record<ChannelName, number>
}

/** In slices, so that memory does not grow with the segment. */
export async function countReach(app: Pick<App, 'config'>, tx: Tx, wanted: Wanted): Promise<Reach> {
  const settings = await readSettings(tx)
  const counts = new Map<ChannelName, number>()
  let consented = 0
  for (let after = 0; ;) {
    const targets = await nextTargets(app, tx, wanted, { after, limit: SLICE, settings })
    for (const { way } of targets)
      if (way !== undefined) counts.set(way.channel, (counts.get(way.channel) ?? 0) + 1)
    consented += targets.length
    const last = targets.at(-1)
    if (last === undefined || targets.length < SLICE) break
    after = last.person.id
  }
  const of = (channel: ChannelName) => counts.get(channel) ?? 0
  return {
    consented,
    reachable: channelNames.reduce((sum, channel) => sum + of(channel), 0),
    by_channel: {
      webpush: of('webpush'),
      telegram: of('telegram'),
      max: of('max'),
      email: of('email'),
      whatsapp: of('whatsapp'),
    },
  }
}
