import type { Knex } from 'knex'

const sql = /* sql */ `
-- The desk may make a visit longer or shorter than its service says, where the service allows; null = as the service says.
alter table services add column resizable boolean not null default false;
alter table appointments
  add column duration_min integer,
  add constraint appointments_duration check (duration_min between 1 and 1440);
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
