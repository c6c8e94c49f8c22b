import type { App } from '../app-context.ts'
import { createPaces } from '../redis/pace.ts'
import type { Channel } from './channels/channel.ts'
import { openChannels } from './channels/open.ts'
import { createLane, type Lane, type LaneOptions } from './lane.ts'

export interface SenderOptions extends Omit<LaneOptions, 'channel' | 'paces'> {
  /** In the place of those that the settings name. */
  channels?: readonly Channel[]
}

/** A duty for each channel: one that is slow, or full, delays no other. */
export function notificationDuties(app: App, options: SenderOptions = {}): Lane[] {
  const { channels = openChannels(app), ...rest } = options
  const paces = createPaces(app.ephemeral)
  return channels.map((channel) => createLane(app, { ...rest, channel, paces }))
}
