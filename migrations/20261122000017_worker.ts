import type { Knex } from 'knex'

const sql = /* sql */ `
-- The worker's claims, across organizations. A claim is a lease: finishing is fenced by it, and it lapses by itself.

-- Of one subject only its earliest event, so that nobody hears of the cancelling before the booking.
create function claim_events(p_limit integer, p_lease uuid, p_seconds integer) returns setof events
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select e.organization_id, e.id from events e
    where e.published_at is null and e.dead_at is null and e.due_at <= clock_timestamp()
      and (e.lease_until is null or e.lease_until < clock_timestamp())
      and not exists (select from events p where p.organization_id = e.organization_id
        and p.subject_kind = e.subject_kind and p.subject_id = e.subject_id and p.id < e.id
        and p.published_at is null and p.dead_at is null)
    order by e.id limit p_limit for update of e skip locked
  ), claimed as (
    update events e set lease = p_lease, attempts = e.attempts + 1,
      lease_until = clock_timestamp() + make_interval(secs => p_seconds)
    from due where e.organization_id = due.organization_id and e.id = due.id
    returning e.*
  )
  select * from claimed order by id
$$;

create function finish_event(p_organization integer, p_id bigint, p_lease uuid) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update events set published_at = clock_timestamp(), lease = null, lease_until = null, error = null
    where organization_id = p_organization and id = p_id and lease = p_lease and published_at is null
    returning 1
  )
  select exists (select from done)
$$;

-- p_seconds null: never again.
create function retry_event(p_organization integer, p_id bigint, p_lease uuid, p_error text, p_seconds integer)
returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update events set lease = null, lease_until = null, error = left(p_error, 2000),
      due_at = coalesce(clock_timestamp() + make_interval(secs => p_seconds), due_at),
      dead_at = case when p_seconds is null then clock_timestamp() end
    where organization_id = p_organization and id = p_id and lease = p_lease and published_at is null
    returning 1
  )
  select exists (select from done)
$$;

create function claim_notifications(p_limit integer, p_lease uuid, p_seconds integer) returns setof notifications
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with due as (
    select n.organization_id, n.id from notifications n
    where n.status in ('pending', 'sending') and n.send_at <= clock_timestamp()
      and (n.lease_until is null or n.lease_until < clock_timestamp())
    order by n.send_at limit p_limit for update of n skip locked
  ), claimed as (
    update notifications n set status = 'sending', lease = p_lease, attempts = n.attempts + 1,
      lease_until = clock_timestamp() + make_interval(secs => p_seconds)
    from due where n.organization_id = due.organization_id and n.id = due.id
    returning n.*
  )
  select * from claimed order by send_at, id
$$;

-- p_status: sent, skipped or failed.
create function finish_notification(p_organization integer, p_id integer, p_lease uuid, p_status text,
  p_error text default null, p_provider_id text default null) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update notifications set status = p_status, lease = null, lease_until = null, error = left(p_error, 2000),
      provider_id = left(p_provider_id, 200), sent_at = case p_status when 'sent' then clock_timestamp() end
    where organization_id = p_organization and id = p_id and lease = p_lease and status = 'sending'
    returning 1
  )
  select exists (select from done)
$$;

create function retry_notification(p_organization integer, p_id integer, p_lease uuid, p_error text, p_seconds integer)
returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update notifications set lease = null, lease_until = null, error = left(p_error, 2000),
      send_at = coalesce(clock_timestamp() + make_interval(secs => p_seconds), send_at),
      status = case when p_seconds is null then 'failed' else 'pending' end
    where organization_id = p_organization and id = p_id and lease = p_lease and status = 'sending'
    returning 1
  )
  select exists (select from done)
$$;

-- At most p_each of one endpoint at a time: a slow receiver does not starve the others.
create function claim_webhook_deliveries(p_limit integer, p_lease uuid, p_seconds integer, p_each integer default 5)
returns setof webhook_deliveries
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with chosen as (
    select d.organization_id, d.id, d.next_at
    from webhook_endpoints w
    cross join lateral (
      select q.organization_id, q.id, q.next_at from webhook_deliveries q
      where q.organization_id = w.organization_id and q.endpoint_id = w.id and q.status in ('pending', 'sending')
        and q.next_at <= clock_timestamp() and (q.lease_until is null or q.lease_until < clock_timestamp())
      order by q.next_at limit greatest(0, p_each - (
        select count(*) from webhook_deliveries b where b.organization_id = w.organization_id and b.endpoint_id = w.id
          and b.status = 'sending' and b.lease_until >= clock_timestamp()))
    ) d
    where w.disabled_at is null and w.archived_at is null
    order by d.next_at limit p_limit
  ), due as (
    select d.organization_id, d.id from webhook_deliveries d
    join chosen c on c.organization_id = d.organization_id and c.id = d.id
    where d.status in ('pending', 'sending') and (d.lease_until is null or d.lease_until < clock_timestamp())
    for update of d skip locked
  ), claimed as (
    update webhook_deliveries d set status = 'sending', lease = p_lease, attempts = d.attempts + 1,
      lease_until = clock_timestamp() + make_interval(secs => p_seconds)
    from due where d.organization_id = due.organization_id and d.id = due.id
    returning d.*
  )
  select * from claimed order by next_at, id
$$;

create function finish_webhook_delivery(p_organization integer, p_id integer, p_lease uuid, p_response_status integer)
returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update webhook_deliveries set status = 'delivered', lease = null, lease_until = null, error = null,
      response_status = p_response_status, delivered_at = clock_timestamp()
    where organization_id = p_organization and id = p_id and lease = p_lease and status = 'sending'
    returning 1
  )
  select exists (select from done)
$$;

create function retry_webhook_delivery(p_organization integer, p_id integer, p_lease uuid, p_response_status integer,
  p_error text, p_seconds integer) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update webhook_deliveries set lease = null, lease_until = null, error = left(p_error, 2000),
      response_status = p_response_status,
      next_at = coalesce(clock_timestamp() + make_interval(secs => p_seconds), next_at),
      status = case when p_seconds is null then 'failed' else 'pending' end
    where organization_id = p_organization and id = p_id and lease = p_lease and status = 'sending'
    returning 1
  )
  select exists (select from done)
$$;

create function outbox_backlog()
returns table (events bigint, oldest_event_seconds integer, dead_events bigint, notifications bigint,
  webhook_deliveries bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select
    (select count(*) from public.events where published_at is null and dead_at is null),
    (select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::integer from public.events
      where published_at is null and dead_at is null),
    (select count(*) from public.events where dead_at is not null),
    (select count(*) from public.notifications where status in ('pending', 'sending') and send_at <= clock_timestamp()),
    (select count(*) from public.webhook_deliveries
      where status in ('pending', 'sending') and next_at <= clock_timestamp())
$$;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
