import pg from 'pg'
import { randomBytes } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { StartupError } from '../startup-error.ts'
import { migrate } from './migrate.ts'

const adminUrl = String(process.env.TEST_PG_URL)
const made: string[] = []

async function run<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as Row[]
  } finally {
    await client.end()
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `m_${randomBytes(8).toString('hex')}`
  await run(adminUrl, `create database ${name}`)
  made.push(name)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

async function refusal(work: Promise<void>): Promise<string> {
  try {
    await work
  } catch (error) {
    assert.instance(error, StartupError)
    return (error as Error).message
  }
  return 'done'
}

test.after(async () => {
  for (const name of made) await run(adminUrl, `drop database ${name} with (force)`)
})

test('ten processes may start at once, on two databases of one cluster', async () => {
  const urls = await Promise.all([emptyDatabase(), emptyDatabase()])
  const lines: string[] = []
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      migrate(String(urls[index % 2]), (line) => lines.push(line)),
    ),
  )
  const [first, second] = await Promise.all(
    urls.map((url) => run<{ name: string }>(url, 'select name from knex_migrations order by id')),
  )
  assert.equal(first, second)
  assert.is(lines.length, 2 * Number(first?.length))
  assert.ok(first?.every(({ name }) => !name.includes('.')))
})

test('a lock that a killed process left is freed', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await run(url, 'update knex_migrations_lock set is_locked = 1')
  await run(url, `delete from knex_migrations`)
  // Nothing is created twice: it gets as far as the first statement, and so past the lock.
  try {
    await migrate(url)
    assert.unreachable()
  } catch (error) {
    assert.match(String(error), /already exists/)
  }
})

test('a database that is newer than the program is left alone', async () => {
  const url = await emptyDatabase()
  await migrate(url)
  await run(url, `insert into knex_migrations (name, batch) values ('20990101000000_later', 2)`)
  assert.match(
    await refusal(migrate(url)),
    /newer than this program \(it has 20990101000000_later\)/,
  )
})

test('an owner who is not a superuser can migrate, and one without rights is told which', async () => {
  const admin = new URL(await emptyDatabase())
  const name = admin.pathname.slice(1)
  const owner = new URL(admin)
  owner.username = `owner_${randomBytes(4).toString('hex')}`
  owner.password = 'secret'
  await run(adminUrl, `create role ${owner.username} login password 'secret'`)
  try {
    assert.match(await refusal(migrate(owner.href)), /zapis_app and zapis_definer/)
    await run(adminUrl, `alter database ${name} owner to ${owner.username}`)
    await run(adminUrl, `grant zapis_app, zapis_definer to ${owner.username}`)
    await migrate(owner.href)
    owner.searchParams.set('options', '-c role=zapis_app')
    await run(owner.href, `select create_organization('x', 'X', 'RUB', 'ru', 'UTC')`)
    assert.equal(await run(owner.href, `select name from find_organization('x')`), [{ name: 'X' }])
    assert.equal(await run(owner.href, 'select * from organizations'), [])
  } finally {
    await run(adminUrl, `drop database ${name} with (force)`)
    await run(adminUrl, `drop role ${owner.username}`)
    made.splice(made.indexOf(name), 1)
  }
})

test('a server that is not there is one line', async () => {
  const message = await refusal(migrate('postgres://nobody@127.0.0.1:9/none'))
  assert.match(message, /^DATABASE_URL: nothing listens there/)
})

test.run()
