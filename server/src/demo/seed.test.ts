import { createHash } from 'node:crypto'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Configuration } from '../availability/configuration.ts'
import { addDays } from '../availability/dates.ts'
import { find } from '../availability/find.ts'
import { locationHours, specialistHours } from '../availability/hours.ts'
import { covers } from '../availability/intervals.ts'
import { createConfigurations } from '../availability/load-configuration.ts'
import type { TakenInterval } from '../availability/occupied.ts'
import { resolvePolicy, rulesOf } from '../availability/policy.ts'
import { zone } from '../availability/zone.ts'
import { openDatabase } from '../db/database.ts'
import { hashKey } from '../identity/key-value.ts'
import { passwordMatches } from '../identity/passwords.ts'
import { testDatabase } from '../test/database.ts'
import { seedDemo } from './seed.ts'
import { signIns } from './sign-ins.ts'

// So late that no date of the history is past for the database's own clock, which forgets old exceptions.
const NOW = new Date('2035-05-14T08:20:00Z')
const TODAY = '2035-05-14'

async function freshClinic() {
  const database = await testDatabase()
  const onIdleError = () => undefined
  const db = openDatabase(database.url, { connections: 4, onIdleError })
  const owner = new pg.Pool({ connectionString: database.url, max: 2 })
  return {
    db,
    async rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
      return (await owner.query(text, values)).rows as Row[]
    },
    async close() {
      await db.close()
      await owner.end()
      await database.drop()
    },
  }
}

const clinic = await freshClinic()
test.after(() => clinic.close())
const { db, rows } = clinic
// Four processes start at once.
const outcomes = await Promise.all([1, 2, 3, 4].map(() => seedDemo({ db }, NOW)))

async function count(what: string): Promise<number> {
  const [row] = await rows<{ count: number }>(`select count(*)::integer as count from ${what}`)
  return row?.count ?? -1
}

/** Of all that is kept, but for when it was written and the salted passwords. */
async function digest(of: typeof clinic): Promise<string> {
  const hash = createHash('sha256')
  const tables = await of.rows<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'organization_id' order by 1`,
  )
  for (const { name } of [...tables, { name: 'organizations' }]) {
    const clock = ['client_packages', 'appointments', 'clients', 'wallet_transactions'].includes(
      name,
    )
      ? '{updated_at,password_hash}'
      : '{created_at,updated_at,password_hash}'
    const found = await of.rows<{ row: string }>(
      `select (to_jsonb(t) - $1::text[])::text as row from ${name} t order by 1`,
      [clock],
    )
    hash.update(name + found.map(({ row }) => row).join('\n'))
  }
  return hash.digest('hex')
}

interface Visit {
  location_id: number
  specialist_id: number
  date: string
  from: number
  to: number
}

async function configuration(): Promise<Configuration> {
  const [organization] = await rows<{ id: number }>('select id from organizations')
  const loaded = await createConfigurations(db).get(organization?.id ?? 0)
  if (loaded === null) throw new Error('no configuration')
  return loaded
}

test('of processes that start at once, one makes the demo clinic', () => {
  assert.equal(outcomes.filter(Boolean).length, 1)
})

test('the demo clinic is as the contract says', async () => {
  const tables = { workplaces: 6, specialists: 8, services: 12, service_packages: 2, clients: 40 }
  for (const [table, expected] of Object.entries({ ...tables, locations: 2, organizations: 1 })) {
    assert.is(await count(table), expected, table)
  }
  assert.is(await count('(select distinct time_zone from locations) t'), 2)
  assert.is(await count('(select distinct category from services) t'), 3)
  assert.is(await count('services where not online_bookable'), 1)
  assert.is(
    await count(
      'services s where not exists (select from workplace_services w where w.service_id = s.id)',
    ),
    1,
  )
  for (const table of ['locations', 'workplaces', 'services', 'service_packages', 'specialists']) {
    assert.is(await count(`${table} where translations -> 'en' is null`), 0, table)
  }
})

test('a specialist works in both branches, on different days', async () => {
  const both = `(select specialist_id from specialist_schedules group by 1
    having count(distinct location_id) = 2) t`
  assert.is(await count(both), 1)
})

test('visits are in every status and money in every kind of line', async () => {
  assert.is(await count('(select distinct status from appointments) t'), 7)
  assert.is(await count('(select distinct type from wallet_transactions) t'), 5)
  assert.is(await count('(select distinct paid_by from appointments) t'), 4)
  assert.ok((await count(`package_uses where kind = 'return'`)) > 0)
  assert.ok((await count('appointments')) > 500)
  assert.ok((await count(`appointments where starts_at > '${NOW.toISOString()}'`)) > 30)
})

test('a balance is the sum of its lines, and the visits left those that nobody took', async () => {
  assert.is(
    await count(`client_wallets w where balance <>
      (select coalesce(sum(amount), 0) from wallet_transactions t where t.client_id = w.client_id)`),
    0,
  )
  assert.is(
    await count(`client_packages p where visits_left <> visits_total - (select
      count(*) filter (where kind = 'take') - count(*) filter (where kind = 'return')
      from package_uses u where u.client_package_id = p.id)`),
    0,
  )
  assert.is(
    await count(`appointments a where discount <> (select coalesce(sum(amount), 0)
      from appointment_discounts d where d.appointment_id = a.id)`),
    0,
  )
})

test('a line of a ledger is never older than the one before it by more than the minutes of its incident', async () => {
  const older = `(select created_at - lag(created_at) over (partition by client_id order by seq) as later
    from wallet_transactions) t where later < '-1 hour'`
  assert.is(await count(older), 0)
})

test('what was paid by wallet, package or card has its record, and what was called off got it back', async () => {
  const paid = `select sum(amount) from wallet_transactions t where t.appointment_id = a.id`
  const uses = `select sum(case kind when 'take' then 1 else -1 end) from package_uses u where u.appointment_id = a.id`
  const card = `select sum(amount - refunded) from payments p where p.appointment_id = a.id`
  const came = `select sum(amount) from payments p where p.provider = 'demo' and p.appointment_id = a.id`
  assert.is(
    await count(`appointments a where case when status = 'cancelled'
      then coalesce((${paid}), 0) <> 0 or coalesce((${uses}), 0) <> 0 or coalesce((${card}), 0) <> 0
      else case paid_by when 'wallet' then (${paid}) = -total when 'package' then (${uses}) = 1
        when 'card' then (${came}) = total else true end is not true end`),
    0,
  )
})

test('every visit lies within the hours of its branch and its specialist', async () => {
  const known = await configuration()
  const visits = await rows<Visit>(
    `select location_id, specialist_id, (starts_at at time zone l.time_zone)::date::text as date,
       (extract(epoch from starts_at) / 60)::integer as from, (extract(epoch from ends_at) / 60)::integer as to
     from appointments a join locations l on l.id = a.location_id`,
  )
  for (const { location_id, specialist_id, date, from, to } of visits) {
    assert.ok(covers(locationHours(known, location_id, date), from, to))
    assert.ok(covers(specialistHours(known, specialist_id, location_id, date), from, to))
  }
})

test('a visit that stands takes its specialist and its room, one that was called off takes nothing', async () => {
  const taken = `select count(*) from occupancies o where o.appointment_id = a.id or o.session_id = a.session_id`
  assert.is(
    await count(`appointments a where (${taken}) <>
      case when status in ('cancelled', 'expired') then 0 when workplace_id is null then 1 else 2 end`),
    0,
  )
})

test('one service is a group, with sessions to come in which seats are left', async () => {
  assert.is(await count('services where capacity > 1'), 1)
  assert.ok(
    (await count(
      `group_sessions where starts_at > '${NOW.toISOString()}' and seats_taken < capacity`,
    )) > 0,
  )
  assert.is(await count('appointments where session_id is not null'), await count('group_sessions'))
})

test('no client is in two places on one day', async () => {
  const twice = `(select 1 from appointments a join locations l on l.id = a.location_id
    group by client_id, (starts_at at time zone l.time_zone)::date having count(*) > 1) t`
  assert.is(await count(twice), 0)
})

test('on each of the next seven days both branches have free times', async () => {
  const known = await configuration()
  const occupied = {
    specialists: new Map<number, TakenInterval[]>(),
    workplaces: new Map<number, TakenInterval[]>(),
  }
  const taken = await rows<{ kind: 'specialist' | 'workplace'; id: number } & TakenInterval>(
    `select resource_kind as kind, resource_id as id, starts_min as from, ends_min as to, 'break' as cause
     from occupancies order by starts_min`,
  )
  for (const { kind, id, ...interval } of taken) {
    const lists = kind === 'specialist' ? occupied.specialists : occupied.workplaces
    lists.set(id, [...(lists.get(id) ?? []), interval])
  }
  for (const location of known.locations.values()) {
    const free = new Map<string, number>()
    for (const serviceId of known.services.keys()) {
      const days = find({
        configuration: known,
        locationId: location.id,
        serviceId,
        fromDate: addDays(TODAY, 1),
        toDate: addDays(TODAY, 7),
        occupied,
        now: zone('Europe/Moscow').startOfDay(TODAY) + 680,
        rules: rulesOf(resolvePolicy(known.policy, location.policy)),
      })
      for (const { date, slots } of days) free.set(date, (free.get(date) ?? 0) + slots.length)
    }
    assert.is(free.size, 7)
    for (const [date, slots] of free)
      assert.ok(slots >= 10, `${location.timeZone} ${date} ${slots}`)
  }
})

test('the published passwords and keys are the right ones', async () => {
  const staff = await rows<{ email: string; hash: string }>(
    'select email, password_hash as hash from staff',
  )
  assert.is(staff.length, signIns.length)
  for (const { email, password } of signIns) {
    assert.ok(
      await passwordMatches(staff.find((each) => each.email === email)?.hash ?? null, password),
    )
  }
  assert.equal(
    signIns.slice(0, 1).map(({ email, password }) => [email, password]),
    [['owner@demo.test', 'demo-owner-password']],
  )
  for (const [key, kind] of [
    ['pk_demo', 'publishable'],
    ['sk_demo', 'secret'],
  ] as const) {
    const [found] = await rows<{ kind: string; allowed_origins: string[]; scopes: string[] }>(
      'select kind, allowed_origins, scopes from find_api_key($1)',
      [hashKey(key)],
    )
    assert.equal(found, { kind, allowed_origins: [], scopes: [] })
  }
})

test('nobody is told of what happened before the demo began', async () => {
  assert.is(await count('events where published_at is null'), 0)
  assert.is(await count('notifications'), 0)
})

test('a second time nothing changes, and another database gets the very same clinic', async () => {
  const before = await digest(clinic)
  assert.is(await seedDemo({ db }, new Date('2035-06-01T00:00:00Z')), false)
  assert.is(await digest(clinic), before)
  const other = await freshClinic()
  try {
    assert.is(await seedDemo(other, NOW), true)
    assert.is(await digest(other), before)
  } finally {
    await other.close()
  }
})

test.run()
