import type { Config } from '../config.ts'
import { channelNames, type ChannelName } from './channels/channel.ts'
import { isConfigured } from './channels/open.ts'

/** The channels by which this clinic's clients can be told. */
export function availableChannels(
  config: Pick<Config, 'smtpUrl' | 'telegram' | 'max' | 'whatsapp'>,
  slug: string,
): ReadonlySet<ChannelName> {
  return new Set(channelNames.filter((channel) => isConfigured(channel, config, slug)))
}
