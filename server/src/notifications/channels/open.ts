import type { App } from '../../app-context.ts'
import { botTokenOf } from '@zapis/sdk/contract'
import type { Config } from '../../config.ts'
import { asOne, channelNames, type Channel, type ChannelName } from './channel.ts'
import { emailChannel } from './email.ts'
import { maxChannel } from './max.ts'
import { slugsOf } from './slugs.ts'
import { telegramChannel } from './telegram.ts'
import { vapidOf } from './vapid.ts'
import { webPushChannel } from './webpush.ts'
import { whatsappChannel } from './whatsapp.ts'

/** Whether the clients of this clinic can be told so, with these settings. */
export function isConfigured(
  name: ChannelName,
  config: Pick<Config, 'smtpUrl' | 'telegram' | 'max' | 'whatsapp'>,
  slug: string,
): boolean {
  switch (name) {
    case 'webpush':
      return true
    case 'telegram':
      return botTokenOf(config.telegram, slug) !== null
    case 'max':
      return config.max !== null
    case 'email':
      return config.smtpUrl !== undefined
    case 'whatsapp':
      return config.whatsapp !== null
  }
}

type Needs = Pick<App, 'config' | 'secrets' | 'db'>

/** All of them: what waits for one that is not configured any more goes another way. */
export function openChannels(app: Needs): Channel[] {
  return channelNames.map((name) => openChannel(name, app))
}

function openChannel(name: ChannelName, app: Needs): Channel {
  const { config } = app
  const { shared, own, apiRoot } = config.telegram
  switch (name) {
    case 'webpush':
      return webPushChannel({ vapid: vapidOf(app), services: config.push.services })
    case 'telegram': {
      const slugOf = slugsOf(app.db)
      const token = own.size === 0 ? shared : null
      const tokenOf = async (organizationId: number) =>
        token ?? botTokenOf(config.telegram, await slugOf(organizationId))
      return shared === null && own.size === 0
        ? closedChannel(name)
        : telegramChannel({ apiRoot, token, tokenOf })
    }
    case 'max':
      return config.max === null ? closedChannel(name) : maxChannel(config.max)
    case 'email':
      return config.smtpUrl === undefined ? closedChannel(name) : emailChannel(config)
    case 'whatsapp':
      return config.whatsapp === null ? closedChannel(name) : whatsappChannel(config.whatsapp)
  }
}

function closedChannel(name: ChannelName): Channel {
  return {
    name,
    limits: { everyMs: null, recipientEveryMs: null, room: 20 },
    ...asOne(name),
    isShownOnce: true,
    send: async () => ({ kind: 'failed', error: 'not_configured' }),
    close: async () => undefined,
  }
}
