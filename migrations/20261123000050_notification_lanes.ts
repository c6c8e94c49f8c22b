import type { Knex } from 'knex'

const sql = /* sql */ `
-- Whom a notification shares its way with: a push service, the rest of its channel, or the broadcasts of either.
-- "handed": how often a channel was given it and we do not know what became of that.
alter table notifications
  add column lane text generated always as (
    case template when 'broadcast' then 'broadcast ' else '' end
    || case channel when 'webpush' then left(split_part(recipient, '/', 3), 200) else '' end) stored not null,
  add column handed smallint default 0 not null;

create index notifications_waiting on notifications (channel, lane, organization_id, send_at)
  where status in ('pending', 'sending');
create index notifications_under_way on notifications (channel, lane, organization_id) where status = 'sending';

-- Of one channel. Organizations take turns, and what they have under way counts; at most p_each of one lane at a time:
-- neither the flood of one nor a push service that is silent makes the others wait.
drop function claim_notifications(integer, uuid, integer);
create function claim_notifications(p_channel text, p_limit integer, p_each integer, p_lease uuid, p_seconds integer)
returns setof notifications
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with recursive queues as (
    (select n.lane, n.organization_id from notifications n
      where n.channel = p_channel and n.status in ('pending', 'sending')
      order by n.lane, n.organization_id limit 1)
    union all
    select following.* from queues q cross join lateral (
      select n.lane, n.organization_id from notifications n
      where n.channel = p_channel and n.status in ('pending', 'sending')
        and (n.lane, n.organization_id) > (q.lane, q.organization_id)
      order by n.lane, n.organization_id limit 1) following
  ), busy as (
    select n.lane, n.organization_id, count(*) as count from notifications n
    where n.channel = p_channel and n.status = 'sending' and n.lease_until >= clock_timestamp()
    group by n.lane, n.organization_id
  ), waiting as (
    select q.lane, w.organization_id, w.id, w.send_at,
      coalesce(b.count, 0) + row_number() over (partition by q.lane, q.organization_id order by w.send_at, w.id) as turn
    from queues q
    left join busy b on b.lane = q.lane and b.organization_id = q.organization_id
    cross join lateral (
      select n.organization_id, n.id, n.send_at from notifications n
      where n.channel = p_channel and n.lane = q.lane and n.organization_id = q.organization_id
        and n.status in ('pending', 'sending') and n.send_at <= clock_timestamp()
        and (n.lease_until is null or n.lease_until < clock_timestamp())
      order by n.send_at
      -- Of many queues a few each are enough to choose from.
      limit least(p_limit, greatest(8, 4 * p_limit / (select count(*) from queues)))) w
  ), placed as (
    select w.organization_id, w.id, w.turn, w.send_at,
      coalesce((select sum(b.count) from busy b where b.lane = w.lane), 0)
        + row_number() over (partition by w.lane order by w.turn, w.send_at, w.id) as place
    from waiting w
  ), due as (
    select n.organization_id, n.id from notifications n
    join (select * from placed where place <= p_each order by turn, send_at, id limit p_limit) chosen
      on chosen.organization_id = n.organization_id and chosen.id = n.id
    where n.status in ('pending', 'sending') and (n.lease_until is null or n.lease_until < clock_timestamp())
    for update of n skip locked
  ), claimed as (
    update notifications n set status = 'sending', lease = p_lease, attempts = n.attempts + 1,
      lease_until = clock_timestamp() + make_interval(secs => p_seconds)
    from due where n.organization_id = due.organization_id and n.id = due.id
    returning n.*
  )
  select * from claimed order by send_at, id
$$;

-- Before the call that cannot be taken back: false, the lease is another's and nothing may be sent. The lease begins anew.
create function hand_over_notification(p_organization integer, p_id integer, p_lease uuid, p_seconds integer)
returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update notifications set handed = handed + 1, lease_until = clock_timestamp() + make_interval(secs => p_seconds)
    where organization_id = p_organization and id = p_id and lease = p_lease and status = 'sending'
      and lease_until >= clock_timestamp()
    returning 1
  )
  select exists (select from done)
$$;

-- Not its turn yet: it was not tried.
create function postpone_notification(p_organization integer, p_id integer, p_lease uuid, p_milliseconds integer)
returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update notifications set status = 'pending', lease = null, lease_until = null, attempts = greatest(attempts - 1, 0),
      send_at = clock_timestamp() + make_interval(secs => p_milliseconds / 1000.0)
    where organization_id = p_organization and id = p_id and lease = p_lease and status = 'sending'
    returning 1
  )
  select exists (select from done)
$$;

-- p_seconds null: never again. p_is_uncertain: the receiver may have it.
drop function retry_notification(integer, integer, uuid, text, integer);
create function retry_notification(p_organization integer, p_id integer, p_lease uuid, p_error text, p_seconds integer,
  p_is_uncertain boolean default false) returns boolean
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with done as (
    update notifications set lease = null, lease_until = null, error = left(p_error, 2000),
      handed = case when p_is_uncertain then handed else greatest(handed - 1, 0) end,
      send_at = coalesce(clock_timestamp() + make_interval(secs => p_seconds), send_at),
      status = case when p_seconds is null then 'failed' else 'pending' end
    where organization_id = p_organization and id = p_id and lease = p_lease and status = 'sending'
    returning 1
  )
  select exists (select from done)
$$;

grant create on schema public to zapis_definer;
do $$
declare
  f text;
begin
  foreach f in array array['claim_notifications(text, integer, integer, uuid, integer)',
    'hand_over_notification(integer, integer, uuid, integer)', 'postpone_notification(integer, integer, uuid, integer)',
    'retry_notification(integer, integer, uuid, text, integer, boolean)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to zapis_definer', f);
    execute format('grant execute on function %s to zapis_app', f);
  end loop;
end $$;
revoke create on schema public from zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
