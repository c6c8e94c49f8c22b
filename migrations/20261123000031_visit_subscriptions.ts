import type { Knex } from 'knex'

const sql = /* sql */ `
-- With a visit: the bearer of its manage link is told of this visit alone. Without: the signed-in client, of all of theirs.
alter table push_subscriptions
  add column appointment_id integer,
  add column seen_at timestamptz not null default now(),
  add constraint push_subscriptions_appointment foreign key (organization_id, appointment_id) references appointments,
  drop constraint push_subscriptions_endpoint_key,
  add constraint push_subscriptions_endpoint_key unique nulls not distinct (organization_id, endpoint, appointment_id);
create index push_subscriptions_of_appointment on push_subscriptions (organization_id, appointment_id)
  where appointment_id is not null;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
