import type { Knex } from 'knex'

const sql = /* sql */ `
-- Where a member of staff is told. One account is one member's; who has left is told nothing.
alter table staff
  add column telegram_id bigint,
  add constraint staff_telegram check (telegram_id > 0),
  add constraint staff_telegram_present check (telegram_id is null or archived_at is null);
create unique index staff_telegram_key on staff (organization_id, telegram_id);
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
