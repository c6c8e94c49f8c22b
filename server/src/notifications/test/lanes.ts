import type { App } from '../../app-context.ts'
import type { ChannelName } from '../channels/channel.ts'
import type { Sender } from '../deliver.ts'
import type { Outbox } from '../../outbox/test/app.ts'
import { parcel } from './parcel.ts'

interface Draft {
  organization: number
  channel: ChannelName
  recipient: string
  template?: string
  payload?: Record<string, unknown>
}

/** A notification that is due, of an event of its own. */
export async function addNotification({ owner, happen }: Outbox, draft: Draft): Promise<number> {
  const event = await happen(draft.organization)
  const [row] = await owner<{ id: number }>(
    `insert into notifications (organization_id, event_id, channel, recipient, template, locale, payload)
     values ($1, $2, $3, $4, $5, 'ru', $6::jsonb) returning id`,
    [
      draft.organization,
      event,
      draft.channel,
      draft.recipient,
      draft.template ?? 'confirmed',
      JSON.stringify(draft.payload ?? {}),
    ],
  )
  return row!.id
}

export interface Kept {
  status: string
  error: string | null
  attempts: number
  handed: number
  provider_id: string | null
  /** Seconds until the next try. */
  pause: number
}

export async function keptOf({ owner }: Outbox, id: number): Promise<Kept> {
  const [row] = await owner<Kept>(
    `select status, error, attempts, handed, provider_id,
       extract(epoch from send_at - clock_timestamp())::integer as pause
     from notifications where id = $1`,
    [id],
  )
  return row!
}

/** Says the same of everything: for what is about the sending, and not about the words. */
export const sayTheSame: Sender['compose'] = async (_app: App, notification) => {
  const { p256dh, auth } = notification.payload
  const key = `${notification.organization_id}-${notification.id}`
  const push =
    typeof p256dh === 'string' && typeof auth === 'string' ? { p256dh, auth, event: key } : null
  return { kind: 'send', parcel: parcel({ recipient: notification.recipient, key, push }) }
}
