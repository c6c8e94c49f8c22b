import type { Knex } from 'knex'

const sql = /* sql */ `
-- When the client said that they are coming to this visit at this time; moved, it is to be said anew.
alter table appointments add column acknowledged_at timestamptz;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
