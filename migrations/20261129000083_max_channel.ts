import type { Knex } from 'knex'

const sql = /* sql */ `
-- MAX is a way of telling too.
alter table notifications drop constraint notifications_channel,
  add constraint notifications_channel check (channel in ('webpush', 'telegram', 'max', 'email', 'whatsapp', 'sms'));
alter table notification_rules drop constraint notification_rules_channels,
  add constraint notification_rules_channels check (channels <@ array['webpush', 'telegram', 'max', 'email', 'whatsapp']);
alter table notification_refusals drop constraint notification_refusals_channel,
  add constraint notification_refusals_channel check (channel in ('telegram', 'max', 'email', 'whatsapp'));
alter table broadcasts drop constraint broadcasts_channels,
  add constraint broadcasts_channels check (channels <@ array['webpush', 'telegram', 'max', 'email', 'whatsapp']);
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
