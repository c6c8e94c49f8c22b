/** What must hold of the stored data after anything at all: every query answers the rows that break its rule. */
import pg from 'pg'
import { moneyInvariants } from './money-invariants.ts'

const invariants: Record<string, string> = {
  'nothing that is taken overlaps anything else of the same resource': `
    select a.organization_id, a.resource_kind, a.resource_id, a.appointment_id, b.appointment_id as other, a.session_id, b.session_id as other_session, a.during
    from occupancies a join occupancies b on b.organization_id = a.organization_id and b.resource_kind = a.resource_kind
      and b.resource_id = a.resource_id and b.id > a.id and b.during && a.during
    where not a.overbooked and not b.overbooked`,

  'a visit takes its specialist and its room, each once, while it is not called off, unless it has a seat in a session': `
    select a.organization_id, a.id, a.status, a.specialist_id, a.workplace_id, o.taken
    from appointments a
    left join lateral (select array_agg(q.resource_kind || ':' || q.resource_id order by q.resource_kind) as taken
      from occupancies q where q.organization_id = a.organization_id and q.appointment_id = a.id) o on true
    where coalesce(o.taken, '{}') is distinct from case when a.status in ('cancelled', 'expired') or a.session_id is not null then '{}'::text[]
      else array_remove(array['specialist:' || a.specialist_id, 'workplace:' || a.workplace_id], null) end`,

  'what a visit takes covers it, and is overbooked exactly when the visit is': `
    select a.organization_id, a.id, q.during, a.starts_at, a.ends_at from appointments a
    join occupancies q on q.organization_id = a.organization_id and q.appointment_id = a.id
    where not q.during @> tstzrange(a.starts_at, a.ends_at, '[)') or q.overbooked <> a.overbooked`,

  'a session has as many seats taken as visits have one, at least one and no more than there are': `
    select s.organization_id, s.id, s.capacity, s.seats_taken, v.visits from group_sessions s
    left join lateral (select count(*) as visits from appointments a
      where a.organization_id = s.organization_id and a.session_id = s.id and a.status not in ('cancelled', 'expired')) v on true
    where s.seats_taken <> v.visits or s.seats_taken not between 1 and s.capacity`,

  'who is called off has no seat': `
    select organization_id, id, status, session_id from appointments
    where session_id is not null and status in ('cancelled', 'expired')`,

  'a session takes its specialist and its room, each once, for all its time': `
    select s.organization_id, s.id, s.specialist_id, s.workplace_id, o.taken from group_sessions s
    left join lateral (select array_agg(q.resource_kind || ':' || q.resource_id order by q.resource_kind) as taken,
        bool_and(q.during @> tstzrange(s.starts_at, s.ends_at, '[)') and q.overbooked = s.overbooked) as whole
      from occupancies q where q.organization_id = s.organization_id and q.session_id = s.id) o on true
    where o.taken is distinct from array_remove(array['specialist:' || s.specialist_id, 'workplace:' || s.workplace_id], null)
      or o.whole is not true`,

  'a visit takes place where and when its session does': `
    select a.organization_id, a.id, a.session_id from appointments a
    left join group_sessions s on s.organization_id = a.organization_id and s.id = a.session_id
    where a.session_id is not null
      and (s.location_id, s.service_id, s.specialist_id, s.workplace_id, s.starts_at, s.ends_at)
        is distinct from (a.location_id, a.service_id, a.specialist_id, a.workplace_id, a.starts_at, a.ends_at)`,

  'a hold makes one visit': `
    select organization_id, hold_id from appointments where hold_id is not null
    group by 1, 2 having count(*) > 1`,

  'a visit costs its price less its discounts, and never less than nothing': `
    select a.organization_id, a.id, a.price, a.discount, a.total, d.sum from appointments a
    left join lateral (select coalesce(sum(x.amount), 0) as sum from appointment_discounts x
      where x.organization_id = a.organization_id and x.appointment_id = a.id) d on true
    where a.discount <> d.sum or a.total <> a.price - a.discount or a.total < 0`,

  'a promo code that made a visit cheaper is used by it': `
    select d.organization_id, d.appointment_id, d.promo_code_id from appointment_discounts d
    where d.promo_code_id is not null and not exists (select from promo_uses u where u.organization_id = d.organization_id
      and u.appointment_id = d.appointment_id and u.promo_code_id = d.promo_code_id)`,

  'a promo code counts its uses, and has no more than it may': `
    select p.organization_id, p.id, p.uses, p.uses_limit, p.uses_per_client, u.used, u.most from promo_codes p
    left join lateral (select coalesce(sum(x.times), 0) as used, coalesce(max(x.times), 0) as most from (
      select count(*) as times from promo_uses y where y.organization_id = p.organization_id and y.promo_code_id = p.id
        and y.released_at is null group by y.client_id) x) u on true
    where p.uses <> u.used or p.uses > p.uses_limit`,

  'a visit is never paid more than it costs': `
    select a.organization_id, a.id, a.total, paid_of(a.organization_id, a.id) as paid from appointments a
    where paid_of(a.organization_id, a.id) not between 0 and a.total`,

  'a visit is paid from the balance of whose it is': `
    select t.organization_id, t.id, t.client_id, a.client_id as visitor from wallet_transactions t
    join appointments a on a.organization_id = t.organization_id and a.id = t.appointment_id
    join clients c on c.organization_id = t.organization_id and c.id = t.client_id
    where t.type = 'payment' and coalesce(c.merged_into, c.id) <> a.client_id`,

  'every change of a visit is announced once, and the last announcement is how it stands': `
    select a.organization_id, a.id, a.status, a.version, e.statuses, e.versions from appointments a
    join lateral (select array_agg((x.payload -> 'object' ->> 'version')::integer order by x.id) as versions,
        array_agg(x.payload -> 'object' ->> 'status' order by x.id) as statuses,
        array_agg(x.payload -> 'object' ->> 'starts_at' order by x.id) as starts from events x
      where x.organization_id = a.organization_id and x.subject_kind = 'appointment' and x.subject_id = a.id) e on true
    where e.statuses[array_upper(e.statuses, 1)] <> a.status
      or e.starts[array_upper(e.starts, 1)]::timestamptz <> a.starts_at
      or e.versions[array_upper(e.versions, 1)] > a.version
      or e.versions <> (select array_agg(distinct v order by v) from unnest(e.versions) v)`,

  'a status follows from the one before it': `
    select * from (
      select organization_id, subject_id, id, lag(payload -> 'object' ->> 'status') over visit as was,
        payload -> 'object' ->> 'status' as became from events where subject_kind = 'appointment'
      window visit as (partition by organization_id, subject_id order by id)) step
    where was is not null and was <> became and (was, became) not in (
      ('pending', 'confirmed'), ('pending', 'cancelled'), ('pending', 'expired'), ('expired', 'confirmed'),
      ('confirmed', 'arrived'), ('confirmed', 'completed'), ('confirmed', 'cancelled'), ('confirmed', 'no_show'),
      ('arrived', 'completed'), ('arrived', 'cancelled'), ('arrived', 'no_show'), ('arrived', 'confirmed'),
      ('completed', 'arrived'), ('no_show', 'arrived'), ('no_show', 'completed'))`,

  ...moneyInvariants,

  'an answer that is kept for its key is whole': `
    select organization_id, caller, route, key from idempotency_keys where status is null or sealed_body is null`,
}

/** Of a young database only: what was told long ago is purged. */
const ofWholeOutbox: Record<string, string> = {
  'a visit is announced once, before anything else is said of it': `
    select a.organization_id, a.id, e.types from appointments a
    left join lateral (select array_agg(x.type order by x.id) as types from events x
      where x.organization_id = a.organization_id and x.subject_kind = 'appointment' and x.subject_id = a.id) e on true
    where e.types[1] is distinct from 'appointment.booked'
      or array_length(array_positions(e.types, 'appointment.booked'), 1) <> 1`,

  'a line of the ledger is told of': `
    select t.organization_id, t.id, t.client_id, t.type from wallet_transactions t where not exists (select from events e
      where e.organization_id = t.organization_id and e.type = 'wallet.transaction' and e.subject_id = t.id)`,
}

/** What a clinic may mean, and should look at. */
const worthALook: Record<string, string> = {
  'a client is in two places at once': `
    select a.organization_id, a.client_id, a.id, b.id as other, a.starts_at, b.starts_at as other_starts_at
    from appointments a join appointments b on b.organization_id = a.organization_id and b.client_id = a.client_id and b.id > a.id
      and b.starts_at < a.ends_at and a.starts_at < b.ends_at
    where a.status in ('pending', 'confirmed', 'arrived') and b.status in ('pending', 'confirmed', 'arrived')`,

  'a client used a promo code more often than it may be': `
    select p.organization_id, p.id, p.uses_per_client, u.client_id, count(*) as times from promo_codes p
    join promo_uses u on u.organization_id = p.organization_id and u.promo_code_id = p.id and u.released_at is null
    group by p.organization_id, p.id, p.uses_per_client, u.client_id having count(*) > p.uses_per_client`,

  'somebody was reminded of a visit that had begun, or was called off before': `
    select n.organization_id, n.id, n.appointment_id, n.template, n.sent_at, a.starts_at, a.cancelled_at from notifications n
    join appointments a on a.organization_id = n.organization_id and a.id = n.appointment_id
    where n.template like 'reminder%' and n.sent_at > least(a.starts_at, a.cancelled_at + interval '1 minute')`,

  'an event waits to be told for over an hour, or never will be': `
    select organization_id, id, type, attempts, created_at, dead_at from events
    where published_at is null and (dead_at is not null or created_at < now() - interval '1 hour')`,

  'money that was to go back was refused by the provider': `
    select r.organization_id, r.id, r.payment_id, r.amount, r.error from payment_refunds r where r.status = 'failed'
      and not exists (select from payment_differences d where d.organization_id = r.organization_id and d.payment_id = r.payment_id
        and d.kind = 'refunded' and d.settled_at >= r.finished_at)`,
}

export interface Checked {
  rule: string
  /** Not a rule: nothing is wrong with the books, whatever is found. */
  isNotice: boolean
  /** The first of those that break it. */
  rows: object[]
}

/** Each rule with the rows that break it, then what is worth a look. */
export async function checkRules(
  owner: Pick<pg.Client, 'query'>,
  limit: number,
  rules = invariants,
): Promise<Checked[]> {
  const checked: Checked[] = []
  for (const [asked, isNotice] of [[rules, false] as const, [worthALook, true] as const])
    for (const [rule, sql] of Object.entries(asked)) {
      const { rows } = await owner.query<object>(`${sql} limit ${limit}`)
      checked.push({ rule, isNotice, rows })
    }
  return checked
}

/** Broken rules with the first rows that break them. */
export async function brokenRules(owner: Pick<pg.Client, 'query'>): Promise<string[]> {
  const checked = await checkRules(owner, 5, { ...invariants, ...ofWholeOutbox })
  return checked
    .filter(({ rows, isNotice }) => rows.length > 0 && !isNotice)
    .map(({ rule, rows }) => `${rule}: ${JSON.stringify(rows)}`)
}

/** Asked as the owner of the database, whom row-level security does not bind. */
export async function violations(databaseUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    return await brokenRules(owner)
  } finally {
    await owner.end()
  }
}
