import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { startServer } from '../test/server.ts'

const server = await startServer()
test.after(() => server.close())
const founded = await server.found()
const admin = server.as(founded.secret)
const [vera, gleb] = await Promise.all(
  ['Вера', 'Глеб'].map((first_name) => admin.clients.create({ first_name, last_name: 'Ли' })),
)
assert.ok(vera && gleb)
await admin.clients.addTransaction(vera.id, { type: 'deposit', amount: 5000 })
await admin.clients.addTransaction(gleb.id, { type: 'deposit', amount: 7000 })
await admin.clients.addTransaction(gleb.id, { type: 'withdraw', amount: 2000 })

const lines = async (query: Parameters<typeof admin.transactions.list>[0]) =>
  (await admin.transactions.list(query).toArray()).map((line) => [
    line.client_name,
    line.amount.amount,
  ])

test('the ledger of all clients is one list, the newest first', async () => {
  assert.equal(await lines({ limit: 1 }), [
    ['Глеб Ли', -2000],
    ['Глеб Ли', 7000],
    ['Вера Ли', 5000],
  ])
})

test('it is narrowed by type, client and date', async () => {
  assert.equal(await lines({ type: 'withdraw' }), [['Глеб Ли', -2000]])
  assert.equal(await lines({ client_id: vera.id, type: 'deposit' }), [['Вера Ли', 5000]])
  assert.equal(await lines({ to: '2020-01-01' }), [])
  assert.is((await lines({ from: '2020-01-01', to: '2099-12-31' })).length, 3)
  assert.equal((await lines({ sort: 'created_at' }))[0], ['Вера Ли', 5000])
})

test('another organization’s ledger is not there', async () => {
  const other = await server.found()
  assert.equal((await server.as(other.secret).transactions.list()).data, [])
})

test.run()
