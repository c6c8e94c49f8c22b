/** No I/O, no clock. */
import type { ChannelName } from './channels/channel.ts'

/** Enough to tell two addresses apart at the desk, too little to write to one. */
export function masked(channel: ChannelName, recipient: string): string {
  if (/^(client|erased):/.test(recipient)) return '…'
  switch (channel) {
    case 'webpush':
      // The path is the browser's secret.
      return URL.canParse(recipient) ? new URL(recipient).host : '…'
    case 'email': {
      const [name = '', host = ''] = recipient.split('@')
      return `${name.slice(0, 1)}…@${host}`
    }
    case 'telegram':
    case 'max':
    case 'whatsapp':
      return `…${recipient.slice(-4)}`
  }
}
