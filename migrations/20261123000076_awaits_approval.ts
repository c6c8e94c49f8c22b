import type { Knex } from 'knex'

const sql = /* sql */ `
-- A pending visit may wait for money, for approval, or for both: money that came does not approve it.
alter table appointments
  add column awaits_approval boolean not null default false,
  add constraint appointments_approval check (not awaits_approval or status in ('pending', 'cancelled', 'expired'));
update appointments set awaits_approval = true where status = 'pending' and prepayment = 0 and paid_by is distinct from 'card';
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
