import type { TransactionDraft, WalletTransaction } from '@zapis/sdk/contract'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { violations } from '../test/invariants.ts'
import { insist, openTill, type Outcome } from './test/desk.ts'
import { applied, paid, type ModelWallet } from './test/model.ts'

const till = await openTill()
test.after(() => till.close())
const { add, admin, balance, lines, client, visit, server } = till

const CLIENTS = 3
/** Around what a visit costs, 250000. */
const amounts = fc.constantFrom(1, 100, 40_000, 125_000, 250_000, 250_001)

/** What somebody wants, before it is known which lines there will be: `line` picks one of them. */
const wish = fc.record({
  client: fc.nat(CLIENTS - 1),
  type: fc.constantFrom<TransactionDraft['type'][]>(
    'deposit',
    'withdraw',
    'payment',
    'payment',
    'refund',
    'refund',
    'correction',
  ),
  amount: amounts,
  negative: fc.boolean(),
  reason: fc.constantFrom('Опечатка', 'Опечатка', ''),
  foreign: fc.integer({ min: 0, max: 9 }).map((digit) => digit === 0),
  line: fc.option(fc.nat(20), { nil: undefined, freq: 4 }),
  /** How often the same request is sent at once. */
  copies: fc.integer({ min: 1, max: 3 }),
})
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never
const rounds = fc.array(fc.array(wish, { minLength: 3, maxLength: 7 }), {
  minLength: 4,
  maxLength: 8,
})

interface Attempt {
  client: number
  draft: TransactionDraft
  outcomes: Outcome<WalletTransaction>[]
}

function draftOf(wanted: Wish, wallets: readonly ModelWallet[]): TransactionDraft {
  const { type, amount, reason } = wanted
  const whose = (wanted.client + (wanted.foreign ? 1 : 0)) % CLIENTS
  const named = wallets[whose]
  if (named === undefined) throw new Error('no such client')
  const among = type === 'refund' ? named.lines.filter((line) => line.type === 'payment') : []
  const pool = among.length > 0 ? among : named.lines
  const picked = pool[(wanted.line ?? 0) % Math.max(1, pool.length)]?.id
  switch (type) {
    case 'deposit':
    case 'withdraw':
      return { type, amount, reason }
    case 'payment':
      return { type, amount, reason, appointment_id: named.visit.id }
    case 'refund':
      return { type, amount, reason, refunds: picked ?? 2_000_000_000 }
    case 'correction': {
      const signed = wanted.negative ? -amount : amount
      const corrects = wanted.line === undefined ? undefined : picked
      return { type, amount: signed, reason, ...(corrects === undefined ? {} : { corrects }) }
    }
  }
}

let keys = 0

/** All at once, each as many times as it has copies, and once more when all is over. */
async function run(wishes: readonly Wish[], wallets: readonly ModelWallet[], ids: number[]) {
  return Promise.all(
    wishes.map(async (wanted): Promise<Attempt> => {
      const draft = draftOf(wanted, wallets)
      const key = `model-${++keys}`
      const send = () =>
        insist((options) => {
          return admin.clients.addTransaction(ids[wanted.client] ?? 0, draft, options)
        }, key)
      const outcomes = await Promise.all(Array.from({ length: wanted.copies }, send))
      return { client: wanted.client, draft, outcomes: [...outcomes, await send()] }
    }),
  )
}

/** What was done of one client's attempts, in the order of the ledger, must be what the model does in that order. */
function compare(wallet: ModelWallet, attempts: readonly Attempt[]): ModelWallet {
  const done = attempts.flatMap(({ draft, outcomes }) => {
    const answers = outcomes.flatMap((each) => ('done' in each ? [each.done] : []))
    for (const answer of answers) assert.equal(answer, answers[0], 'one key, one line')
    return answers.slice(0, 1).map((line) => ({ draft, line }))
  })
  done.sort((a, b) => a.line.seq - b.line.seq)
  const states = [wallet]
  for (const { draft, line } of done) {
    const next = applied(states.at(-1) ?? wallet, draft, line.id)
    if (typeof next === 'string') throw new Error(`should be ${next}: ${JSON.stringify(line)}`)
    assert.is(line.seq, next.lines.length)
    assert.is(line.balance_after.amount, next.balance)
    states.push(next)
  }
  for (const { draft, outcomes } of attempts)
    for (const each of outcomes)
      if ('refused' in each) {
        const possible = states.map((state) => applied(state, draft, 0))
        assert.ok(possible.includes(each.refused), `${each.refused}: ${JSON.stringify(draft)}`)
      }
  return states.at(-1) ?? wallet
}

function opened(wallet: ModelWallet, { id, amount }: WalletTransaction): ModelWallet {
  const next = applied(wallet, { type: 'deposit', amount: amount.amount }, id)
  if (typeof next === 'string') throw new Error(next)
  return next
}

async function agree(wallet: ModelWallet, id: number): Promise<void> {
  assert.is(await balance(id), wallet.balance)
  const stored = (await lines(id)).reverse()
  assert.equal(
    stored.map((line) => [line.id, line.type, line.amount.amount]),
    wallet.lines.map((line) => [line.id, line.type, line.amount]),
  )
  const visits = await till.sql<{ paid: string }>(`select paid_of(organization_id, id) as paid
    from appointments where id = ${wallet.visit.id}`)
  assert.is(Number(visits[0]?.paid), paid(wallet))
}

const seen = new Set<string>()

test('whatever several clients do at once, and however often they repeat it, the ledger is the model’s', async () => {
  await fc.assert(
    fc.asyncProperty(rounds, async (plan) => {
      const ids = [await client(), await client(), await client()]
      let wallets: ModelWallet[] = []
      for (const id of ids)
        wallets.push({ balance: 0, lines: [], visit: { id: await visit(id), total: 250_000 } })
      // So that there is something to spend.
      const opening = await add(ids[0] ?? 0, { type: 'deposit', amount: 300_000 })
      wallets = wallets.map((wallet, n) => (n === 0 ? opened(wallet, opening) : wallet))
      for (const wishes of plan) {
        const attempts = await run(wishes, wallets, ids)
        for (const { draft, outcomes } of attempts)
          for (const each of outcomes)
            seen.add('done' in each ? draft.type : `${draft.type} ${each.refused}`)
        wallets = wallets.map((wallet, n) =>
          compare(
            wallet,
            attempts.filter((attempt) => attempt.client === n),
          ),
        )
        for (const [n, wallet] of wallets.entries()) await agree(wallet, ids[n] ?? 0)
        assert.equal(await violations(server.databaseUrl), [])
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('the model met every type of line, and many kinds of refusal', () => {
  const types = ['deposit', 'withdraw', 'payment', 'refund', 'correction']
  assert.equal(
    types.filter((type) => !seen.has(type)),
    [],
  )
  assert.ok(seen.size - types.length >= 5, [...seen].join())
})

test.run()
