import type { Knex } from 'knex'

const sql = /* sql */ `
-- What a channel tells of a message after it has taken it.
alter table notifications
  add column delivered_at timestamptz,
  add column read_at timestamptz;
create index notifications_of_provider on notifications (provider_id) where channel = 'whatsapp' and provider_id is not null;

create function find_whatsapp_message(p_provider_id text) returns table (organization_id integer, id integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select organization_id, id from notifications where channel = 'whatsapp' and provider_id = p_provider_id
$$;
grant create on schema public to zapis_definer;
revoke all on function find_whatsapp_message(text) from public;
alter function find_whatsapp_message(text) owner to zapis_definer;
grant execute on function find_whatsapp_message(text) to zapis_app;
revoke create on schema public from zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
