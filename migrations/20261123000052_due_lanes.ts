import type { Knex } from 'knex'

const sql = /* sql */ `
-- As before, with less to look at: of the queues only those with something due, and of each as many as its turn may be.
-- Of one channel. Organizations take turns, and what they have under way counts; at most p_each of one lane at a time in
-- the process that asks, which says what it has under way itself: the leases of a killed one hold up nobody.
create or replace function claim_notifications(p_channel text, p_limit integer, p_each integer, p_lanes text[], p_counts integer[],
  p_lease uuid, p_seconds integer) returns setof notifications
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  with recursive queues as (
    (select n.lane, n.organization_id, n.send_at from notifications n
      where n.channel = p_channel and n.status in ('pending', 'sending')
      order by n.lane, n.organization_id, n.send_at limit 1)
    union all
    select following.* from queues q cross join lateral (
      select n.lane, n.organization_id, n.send_at from notifications n
      where n.channel = p_channel and n.status in ('pending', 'sending')
        and (n.lane, n.organization_id) > (q.lane, q.organization_id)
      order by n.lane, n.organization_id, n.send_at limit 1) following
  ), open as materialized (
    select lane, organization_id, count(*) over () as count from queues where send_at <= clock_timestamp()
  ), busy as (
    select n.lane, n.organization_id, count(*) as count from notifications n
    where n.channel = p_channel and n.status = 'sending' and n.lease_until >= clock_timestamp()
    group by n.lane, n.organization_id
  ), waiting as (
    select q.lane, w.organization_id, w.id, w.send_at,
      coalesce(b.count, 0) + row_number() over (partition by q.lane, q.organization_id order by w.send_at, w.id) as turn
    from open q
    left join busy b on b.lane = q.lane and b.organization_id = q.organization_id
    cross join lateral (
      select n.organization_id, n.id, n.send_at from notifications n
      where n.channel = p_channel and n.lane = q.lane and n.organization_id = q.organization_id
        and n.status in ('pending', 'sending') and n.send_at <= clock_timestamp()
        and (n.lease_until is null or n.lease_until < clock_timestamp())
      order by n.send_at
      -- Of many queues a few each are enough to choose from.
      limit least(p_limit, 1 + 2 * p_limit / q.count)) w
  ), placed as (
    select w.organization_id, w.id, w.turn, w.send_at,
      coalesce(p_counts[array_position(p_lanes, w.lane)], 0)
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
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
