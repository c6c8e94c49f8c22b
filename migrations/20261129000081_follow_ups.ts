import type { Knex } from 'knex'

const sql = /* sql */ `
-- Whether a client wants to hear of a visit that has been: thanks, a review, the next one.
alter table notification_preferences add column follow_ups boolean not null default true;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
