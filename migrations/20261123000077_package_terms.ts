import type { Knex } from 'knex'

const sql = /* sql */ `
-- What was on sale when its payment began is what the client gets, whatever an admin changes before the money comes.
alter table payments
  add column package_visits integer,
  add column package_valid_days integer,
  add constraint payments_package_terms check (package_visits > 0 and (package_valid_days is null or package_visits is not null));
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
