import { statement, type Tx } from '../db/transaction.ts'
import type { ChannelName } from './channels/channel.ts'

const refuse = statement(
  'notification_refuse',
  `insert into notification_refusals (organization_id, client_id, channel, recipient_hash)
   values ($1, $2, $3, encode(sha256(convert_to($4, 'UTF8')), 'hex'))
   on conflict (organization_id, client_id, channel) do update set recipient_hash = excluded.recipient_hash, at = clock_timestamp()`,
)

export async function rememberRefusal(
  tx: Tx,
  clientId: number,
  { channel, recipient }: { channel: ChannelName; recipient: string },
): Promise<void> {
  await tx.query(refuse, [tx.organizationId, clientId, channel, recipient])
}

const forget = statement(
  'notification_forget_refusal',
  'delete from notification_refusals where organization_id = $1 and client_id = $2 and channel = $3',
)

/** The person is there again: who speaks with the bot has not blocked it. */
export async function forgetRefusal(tx: Tx, clientId: number, channel: ChannelName): Promise<void> {
  await tx.query(forget, [tx.organizationId, clientId, channel])
}
