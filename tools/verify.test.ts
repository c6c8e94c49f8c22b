import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openDatabase } from '../server/src/db/database.ts'
import { seedDemo } from '../server/src/demo/seed.ts'
import { testDatabase } from '../server/src/test/database.ts'

const database = await testDatabase()
test.after(() => database.drop())
const db = openDatabase(database.url, { connections: 4, onIdleError: () => undefined })
await seedDemo({ db }, new Date())
await db.close()

function verify(url: string): Promise<{ status: number; output: string }> {
  const file = fileURLToPath(new URL('verify.ts', import.meta.url))
  const args = ['--conditions=source', '--import', 'tsx', file, '--database', url]
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, (_error, stdout, stderr) =>
      resolve({ status: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })
}

test('the demo clinic keeps every rule, and each is named', async () => {
  const { status, output } = await verify(database.url)
  assert.is(status, 0, output)
  assert.match(output, /^ok +a wallet holds the sum of its lines/m)
  assert.match(output, / rules hold, 0 are broken\n$/)
})

test('what may be meant is shown to be looked at, and breaks nothing', async () => {
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await owner.query(
    `insert into events (organization_id, type, subject_kind, created_at) values (1, 'test', 'test', now() - interval '2 hours')`,
  )
  const { status, output } = await verify(database.url)
  await owner.query(`delete from events where type = 'test'`)
  await owner.end()
  assert.is(status, 0, output)
  assert.match(output, /^LOOK +an event waits to be told.*\n +\{.*"type":"test"/m)
  assert.match(output, / rules hold, 0 are broken\n$/)
})

test('a balance that is not its sum is shown, and the status says so', async () => {
  const owner = new pg.Client({ connectionString: database.url })
  await owner.connect()
  const { rows } = await owner.query<{ client_id: number }>(
    'update client_wallets set balance = balance + 7 where client_id = 5 returning client_id',
  )
  await owner.end()
  assert.is(rows.length, 1)
  const { status, output } = await verify(database.url)
  assert.is(status, 1, output)
  assert.match(output, /^BROKEN a wallet holds the sum of its lines.*\n +\{.*"client_id":5,/m)
  assert.match(output, / rules hold, 1 are broken\n$/)
})

test('who does not see all rows is not told that all is well', async () => {
  const bound = new URL(database.url)
  bound.searchParams.set('options', '-c role=zapis_app')
  const { status, output } = await verify(bound.href)
  assert.is(status, 2, output)
  assert.match(output, /row-level security/)
})

test('no database, no answer', async () => {
  assert.is((await verify('postgres://nobody@127.0.0.1:1/none')).status, 2)
})

test.run()
