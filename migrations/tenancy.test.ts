import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { appointment, clinics, insert, refusal } from './clinic.ts'

const { a, b, owner, as, close } = await clinics()
test.after(close)

const tables = await owner<{ name: string }>(
  `select tablename as name from pg_tables
   where schemaname = 'public' and tablename not like 'knex%' order by 1`,
)

test('without an organization nothing is seen; with one, its own rows alone', async () => {
  assert.ok(tables.length >= 30)
  for (const { name } of tables) {
    const key = name === 'organizations' ? 'id' : 'organization_id'
    const seen = (organizationId: number | null) =>
      as(organizationId, (query) =>
        query<{ key: number }>(`select distinct ${key} as key from ${name} order by 1`),
      )
    assert.equal(await seen(null), [], name)
    for (const { key: organizationId } of await seen(a.id)) assert.is(organizationId, a.id, name)
  }
  const locations = await as(b.id, (query) => query<{ id: number }>('select id from locations'))
  assert.equal(locations, [{ id: b.location }])
})

test("another organization's rows are neither changed nor written", async () => {
  const touched = await as(a.id, (query) =>
    query('update clients set notes = $2 where id = $1 returning id', [b.client, 'seen']),
  )
  assert.equal(touched, [])
  const forged = as(a.id, (query) =>
    insert(query, 'clients', { organization_id: b.id, first_name: 'Eve' }),
  )
  assert.is(await refusal(forged), '42501')
})

test('a setting ends with its transaction', async () => {
  await as(a.id, (query) => query('select 1'))
  assert.equal(await as(null, (query) => query('select id from clients')), [])
})

test('every table of tenants has its rows guarded, for its owner too', async () => {
  const bare = await owner<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname not like 'knex%'
       and not (c.relrowsecurity and c.relforcerowsecurity and (
         select count(*) = 2 from pg_policies p where p.tablename = c.relname
           and (p.policyname, p.roles::text) in (('tenant', '{public}'), ('definer', '{zapis_definer}'))))`,
  )
  assert.equal(bare, [])
})

test('every key of a tenant table, and every foreign key between two, begins with the organization', async () => {
  const wrong = await owner<{ name: string }>(
    `select k.conname as name from pg_constraint k
     join pg_attribute f on f.attrelid = k.conrelid and f.attnum = k.conkey[1]
     where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'f')
       and k.conrelid::regclass::text not like 'knex%' and k.conname <> 'organizations_pkey'
       and (f.attname <> 'organization_id'
         or (k.contype = 'f' and k.confrelid <> 'organizations'::regclass and cardinality(k.conkey) < 2))`,
  )
  assert.equal(wrong, [])
})

test('a function with the rights of its owner has a fixed search path, and only the server calls it', async () => {
  const definers = await owner<{ name: string; path: string[]; owner: string; open: boolean }>(
    `select proname as name, proconfig as path, proowner::regrole::text as owner,
       has_function_privilege('public', oid, 'execute') as open
     from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`,
  )
  assert.ok(definers.length > 10)
  for (const each of definers) {
    assert.equal(each.path, ['search_path=pg_catalog, public, pg_temp'], each.name)
    assert.is(each.owner, 'zapis_definer', each.name)
    assert.is(each.open, false, each.name)
  }
})

test('the roles of the product cannot sign in or pass by row-level security', async () => {
  const roles = await owner(
    `select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles
     where rolname in ('zapis_app', 'zapis_definer') order by 1`,
  )
  const plain = {
    rolcanlogin: false,
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
  }
  assert.equal(roles, [
    { rolname: 'zapis_app', ...plain },
    { rolname: 'zapis_definer', ...plain },
  ])
})

test('a key, a slug, an address and a link are found before the organization is known', async () => {
  const hash = 'f'.repeat(64)
  const visit = appointment(a)
  const [key, staff, booked] = await as(a.id, async (query) => [
    await insert(query, 'api_keys', {
      organization_id: a.id,
      kind: 'publishable',
      prefix: 'pk_1',
      hash,
      name: 'Site',
    }),
    await insert(query, 'staff', {
      organization_id: a.id,
      email: 'Owner@a.test',
      role: 'owner',
    }),
    await insert(query, 'appointments', visit),
  ])
  const ids = (text: string, value: string) =>
    as(null, (query) => query(`select organization_id, id from ${text}`, [value]))
  assert.equal(await ids('find_api_key($1)', hash), [{ organization_id: a.id, id: key }])
  assert.equal(await ids("find_staff('a', $1)", 'owner@A.test'), [
    { organization_id: a.id, id: staff },
  ])
  assert.equal(await ids("find_staff('b', $1)", 'owner@a.test'), [])
  assert.equal(await ids('find_appointment($1)', visit.code), [
    { organization_id: a.id, id: booked },
  ])
  const organization = await as(null, (query) =>
    query("select id, name, locale, currency from find_organization('b')"),
  )
  assert.equal(organization, [{ id: b.id, name: 'Clinic', locale: 'ru', currency: 'RUB' }])
})

test('a client is found by every word of the search, among its own organization', async () => {
  const add = (organizationId: number, last: string, phone: string) =>
    as(organizationId, (query) =>
      insert(query, 'clients', {
        organization_id: organizationId,
        first_name: 'Ольга',
        last_name: last,
        phone,
      }),
    )
  const found = await add(a.id, 'Ким_100%', '+79991112233')
  await add(a.id, 'Кимова', '+79991112244')
  await add(b.id, 'Ким_100%', '+79991112233')
  const matching = (text: string) =>
    as(a.id, (query) => query<{ id: number }>('select matching_clients($1) as id', [text]))
  assert.equal(await matching('  ольга М_1 2233'), [{ id: found }])
  assert.equal(await matching('0%'), [{ id: found }])
  assert.is((await matching('КИМ')).length, 2)
  assert.equal(await as(null, (query) => query('select matching_clients($1)', ['ким'])), [])
})

test.run()
