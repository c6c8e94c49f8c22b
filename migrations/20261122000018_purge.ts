import type { Knex } from 'knex'

const sql = /* sql */ `
-- What may be forgotten, in small bites; each answers how many rows went.
create function purge_idempotency_keys(p_before timestamptz, p_limit integer default 1000) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from idempotency_keys where (organization_id, caller, route, key) in (
      select organization_id, caller, route, key from idempotency_keys
      where not keep and created_at < p_before order by created_at limit p_limit for update skip locked)
    returning 1
  )
  select count(*)::integer from gone
$$;

create function purge_sign_in_codes(p_before timestamptz, p_limit integer default 1000) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from sign_in_codes where (organization_id, id) in (
      select organization_id, id from sign_in_codes
      where created_at < p_before order by created_at limit p_limit for update skip locked)
    returning 1
  )
  select count(*)::integer from gone
$$;

create function purge_notifications(p_before timestamptz, p_limit integer default 1000) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from notifications where (organization_id, id) in (
      select organization_id, id from notifications
      where created_at < p_before and status in ('sent', 'skipped', 'failed')
      order by created_at limit p_limit for update skip locked)
    returning 1
  )
  select count(*)::integer from gone
$$;

create function purge_webhook_deliveries(p_before timestamptz, p_limit integer default 1000) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from webhook_deliveries where (organization_id, id) in (
      select organization_id, id from webhook_deliveries
      where created_at < p_before and status in ('delivered', 'failed')
      order by created_at limit p_limit for update skip locked)
    returning 1
  )
  select count(*)::integer from gone
$$;

-- An event waits for what was made of it: a reminder may be due long after the booking.
create function purge_events(p_before timestamptz, p_limit integer default 1000) returns integer
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from events where (organization_id, id) in (
      select e.organization_id, e.id from events e
      where e.published_at < p_before
        and not exists (select from notifications n where n.organization_id = e.organization_id and n.event_id = e.id)
        and not exists (select from webhook_deliveries d
          where d.organization_id = e.organization_id and d.event_id = e.id)
      order by e.published_at limit p_limit for update of e skip locked)
    returning 1
  )
  select count(*)::integer from gone
$$;

-- Nobody but the server may call what looks across organizations, and its owner is the role with that policy.
grant create on schema public to zapis_definer;
do $$
declare
  f regprocedure;
begin
  for f in select oid::regprocedure from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1 loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to zapis_app, zapis_definer', f);
    execute format('alter function %s owner to zapis_definer', f);
  end loop;
end $$;
revoke create on schema public from zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
