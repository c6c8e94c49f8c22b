import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { transaction } from '../db/transaction.ts'
import { makeClinic } from '../test/clinic.ts'
import { startServer } from '../test/server.ts'
import { revenue } from './revenue.ts'
import { runReport } from './run.ts'

/** Five years of a clinic's payments, of which a report asks for one month. */
const server = await startServer()
const owner = new pg.Client({ connectionString: server.databaseUrl })
await owner.connect()
test.after(async () => {
  await owner.end()
  await server.close()
})
const clinic = await makeClinic(server)
const { organizationId } = clinic
const { id: clientId } = await clinic.admin.clients.create({ first_name: 'Анна' })
await owner.query(
  `insert into payments (organization_id, client_id, provider, provider_id, status, amount, currency, purpose, succeeded_at, closed_at, created_at)
   select $1, $2, 'demo', 'p' || n, 'succeeded', 1000, 'RUB', 'deposit', at, at, at
   from generate_series(1, 40000) n cross join lateral (select timestamptz '2021-01-01' + n * interval '1 hour' as at) t`,
  [organizationId, clientId],
)
await owner.query(
  `insert into payment_refunds (organization_id, payment_id, amount, status, reason, actor, created_at)
   select $1, id, 1, 'succeeded', 'x', 'test', succeeded_at from payments where organization_id = $1 and id % 2 = 0`,
  [organizationId],
)
await owner.query('analyze payments; analyze payment_refunds')

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Plan[]
}

/** As the server's own role sees it, row-level security and all. */
async function planOfRevenue(from: string, to: string): Promise<Plan[]> {
  return transaction(server.app.db, organizationId, async (tx) => {
    const asked: [string, unknown[]][] = []
    const recorder = Object.create(tx, {
      query: { value: async (text: string, values: unknown[]) => (asked.push([text, values]), []) },
    }) as typeof tx
    await runReport(recorder, revenue, {
      ...{ organizationId, currency: 'RUB', from, to, group: 'day', locale: 'ru' },
      ...{ locationId: null, specialistId: null },
    })
    const [[text, values] = ['', []]] = asked
    const [row] = await tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (format json) ${text}`,
      values,
    )
    const plan = row?.['QUERY PLAN'][0]?.Plan
    return plan === undefined ? [] : flat(plan)
  })
}

function flat(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flat)]
}

test('a month of revenue is found by when money came and went, not by reading all that ever did', async () => {
  const nodes = await planOfRevenue('2024-03-01', '2024-03-31')
  const indexes = nodes.flatMap((node) => node['Index Name'] ?? [])
  assert.ok(indexes.includes('payments_by_success'), indexes.join())
  assert.ok(indexes.includes('payment_refunds_by_time'), indexes.join())
  // Which payments those refunds are of may be looked up or hashed, whatever is cheaper.
  assert.not.ok(
    nodes.some(
      (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'payment_refunds',
    ),
  )
})

test.run()
