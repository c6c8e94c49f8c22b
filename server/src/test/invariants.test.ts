import pg from 'pg'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bookAt, makeClinic } from './clinic.ts'
import { brokenRules, checkRules, violations } from './invariants.ts'
import { startServer } from './server.ts'

const server = await startServer()
const owner = new pg.Client({ connectionString: server.databaseUrl })
await owner.connect()
test.after(async () => {
  await owner.end()
  await server.close()
})

const clinic = await makeClinic(server)
const { id } = await bookAt(clinic, '10:00')
const other = await bookAt(clinic, '12:00')
const group = await makeClinic(server, { capacity: 3 })
const seated = await bookAt(group, '10:00')
await bookAt(group, '10:00')

let noticed: string[] = []
let broken = ''

/** As if the constraints and triggers were not there: what the checker must see by itself. */
async function whileBroken(sql: string): Promise<string> {
  await owner.query('begin; set local session_replication_role = replica')
  try {
    await owner.query('alter table occupancies drop constraint occupancies_no_overlap')
    await owner.query('alter table appointments drop constraint appointments_hold_key')
    await owner.query('alter table wallet_transactions drop constraint wallet_transactions_sign')
    await owner.query(
      sql
        .replaceAll('$id', `${id}`)
        .replaceAll('$other', `${other.id}`)
        .replaceAll('$seated', `${seated.id}`),
    )
    const checked = await checkRules(owner, 5)
    noticed = checked.flatMap(({ rule, rows, isNotice }) =>
      isNotice && rows.length > 0 ? [rule] : [],
    )
    broken = (await brokenRules(owner)).join('; ')
    return broken
  } finally {
    await owner.query('rollback')
  }
}

test('a sound clinic breaks no rule', async () => {
  assert.equal(await violations(server.databaseUrl), [])
})

/** Of the first visit, by its client. */
function payment(facts: string): string {
  return `insert into payments (organization_id, client_id, appointment_id, provider, currency, purpose, status, amount, refunded)
    select organization_id, client_id, id, 'demo', 'RUB', ${facts} from appointments where id = $id`
}

const harms: [broken: RegExp, sql: string][] = [
  [
    /nothing that is taken overlaps/,
    `update occupancies o set during = (select during from occupancies p where p.appointment_id = $id limit 1) where o.appointment_id = $other`,
  ],
  [
    /a visit takes its specialist and its room/,
    `delete from occupancies where appointment_id = $id`,
  ],
  [
    /a visit takes its specialist and its room/,
    `update appointments set status = 'cancelled' where id = $id`,
  ],
  [/covers it/, `update appointments set ends_at = ends_at + interval '1 minute' where id = $id`],
  [/as many seats taken as visits/, `update appointments set session_id = null where id = $seated`],
  [
    /as many seats taken as visits/,
    `alter table group_sessions drop constraint group_sessions_seats; update group_sessions set seats_taken = 0`,
  ],
  [
    /who is called off has no seat/,
    `alter table appointments drop constraint appointments_seat; update appointments set status = 'cancelled' where id = $seated`,
  ],
  [/a session takes its specialist/, `delete from occupancies where session_id is not null`],
  [
    /a session takes its specialist/,
    `update occupancies set overbooked = true where session_id is not null`,
  ],
  [
    /where and when its session does/,
    `update appointments set workplace_id = null where id = $seated`,
  ],
  [
    /a hold makes one visit/,
    `update appointments a set hold_id = b.hold_id from appointments b where a.id = $id and b.id = $other`,
  ],
  [/costs its price/, `update appointments set discount = 1, total = price - 1 where id = $id`],
  [
    /announced once, before/,
    `delete from events where subject_kind = 'appointment' and subject_id = $id`,
  ],
  [
    /the last announcement is how it stands/,
    `update appointments set status = 'arrived', version = 2 where id = $id`,
  ],
  [
    /a status follows/,
    `insert into events (organization_id, type, subject_kind, subject_id, payload)
     select organization_id, 'appointment.expired', 'appointment', id,
       jsonb_build_object('object', jsonb_build_object('status', 'expired', 'version', 2, 'starts_at', starts_at)) from appointments where id = $id`,
  ],
  [/a wallet holds the sum/, `update client_wallets set balance = 100`],
  [
    /numbered without a gap/,
    `insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor)
     select organization_id, client_id, 2, 'deposit', 5, 5, 'test' from appointments where id = $id`,
  ],
  [
    /made a visit cheaper is used by it/,
    `insert into appointment_discounts (organization_id, appointment_id, kind, amount, actor, promo_code_id)
     select organization_id, id, 'promo', 1, 'test', 1 from appointments where id = $id`,
  ],
  [
    /counts its uses/,
    `insert into promo_codes (organization_id, code, discount_percent, uses) select organization_id, 'SPRING', 5, 1 from appointments where id = $id`,
  ],
  [/never paid more than it costs/, payment(`'appointment', 'succeeded', total + 1, 0`)],
  [
    /from the balance of whose it is/,
    `insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor, appointment_id) select a.organization_id, o.client_id, 1, 'payment', -1, -1, 'test', a.id
     from appointments a, appointments o where a.id = $id and o.id = $other`,
  ],
  [/every client has a wallet/, `delete from client_wallets`],
  [
    /goes the way of its type/,
    `insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor) values (1, 1, 1, 'deposit', -1, -1, 'test')`,
  ],
  [
    /told at most once/,
    `insert into events (organization_id, type, subject_kind, subject_id, payload)
     values (1, 'wallet.transaction', 'wallet_transaction', 999, '{"object":{"client_id":1}}')`,
  ],
  [
    /no more is given back than was paid/,
    `with paid as (insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor) values (1, 1, 1, 'payment', -5, -5, 'test') returning id)
     insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor, refunds) select 1, 1, 2, 'refund', 6, 1, 'test', id from paid`,
  ],
  [
    /was the same person’s/,
    `with paid as (insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor) values (1, 1, 1, 'payment', -5, -5, 'test') returning id)
     insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor, refunds) select 1, 2, 1, 'refund', 5, 5, 'test', id from paid`,
  ],
  [/given back or put on a balance than came/, payment(`'appointment', 'refunded', 100, 50`)],
  [
    /given back or put on a balance than came/,
    `with payment as (${payment(`'appointment', 'succeeded', 100, 0`)} returning id)
     insert into payment_refunds (organization_id, payment_id, amount, reason, actor) select 1, id, 1, 'x', 'test' from payment`,
  ],
  [/a deposit from outside is on the balance/, payment(`'appointment', 'unapplied', 100, 0`)],
  [/in the currency/, payment(`'appointment', 'pending', 100, 0`).replace("'RUB'", "'EUR'")],
  [
    /no more receipts/,
    `with payment as (${payment(`'appointment', 'succeeded', 100, 0`)} returning id)
     insert into receipts (organization_id, kind, payment_id, total, items, provider, cause)
     select 1, 'income', id, 101, '[{}]', 'demo', 'test' from payment`,
  ],
  [
    /as many visits left/,
    `insert into client_packages (organization_id, client_id, package_id, service_id, visits_total, visits_left, price_paid)
     values (1, 1, 1, 1, 5, 4, 0)`,
  ],
  [
    /taken once, given back once/,
    `with bought as (insert into client_packages (organization_id, client_id, package_id, service_id, visits_total, visits_left, price_paid)
       values (1, 999, 1, 1, 5, 4, 0) returning id)
     insert into package_uses (organization_id, client_package_id, appointment_id, kind, actor) select 1, id, $id, 'take', 'test' from bought`,
  ],
  [
    /takes its part of what the ones before it left/,
    `with cheaper as (insert into appointment_discounts (organization_id, appointment_id, kind, discount_percent, amount, actor)
       select organization_id, id, 'manual', 10, 24999, 'test' from appointments where id = $id)
     update appointments set discount = 24999, total = price - 24999 where id = $id`,
  ],
  [
    /takes its part of what the ones before it left/,
    `with cheaper as (insert into appointment_discounts (organization_id, appointment_id, kind, amount, actor)
       select organization_id, id, kind, 1, 'test' from appointments, (values (1, 'manual'), (2, 'client')) as d (nth, kind) where id = $id order by nth)
     update appointments set discount = 2, total = price - 2 where id = $id`,
  ],
  [
    /of a visit that stands counts it/,
    `with promo as (insert into promo_codes (organization_id, code, discount_percent) values (1, 'AGAIN', 5) returning id)
     insert into promo_uses (organization_id, promo_code_id, appointment_id, client_id, released_at)
     select a.organization_id, promo.id, a.id, a.client_id, now() from appointments a, promo where a.id = $id`,
  ],
  [
    /that expired keeps nothing/,
    `with payment as (${payment(`'appointment', 'succeeded', 100, 0`)})
     update appointments set status = 'expired' where id = $id`,
  ],
  ...(['wallet', 'card', 'package'] as const).map((method): [RegExp, string] => [
    /paid as it says, unless it is owed/,
    `update appointments set status = 'completed', paid_by = '${method}', client_package_id = 999 where id = $id`,
  ]),
  [
    /paid as it says, unless it is owed/,
    `with tried as (${payment(`'appointment', 'failed', 100, 0`)})
     update appointments set status = 'completed', paid_by = 'card' where id = $id`,
  ],
  ...(['wallet', 'card', 'on_site'] as const).map((method): [RegExp, string] => [
    /a package was paid as it says/,
    `insert into client_packages (organization_id, client_id, package_id, service_id, visits_total, visits_left, price_paid, paid_by)
     values (1, 1, 1, 1, 5, 5, 100, '${method}')`,
  ]),
  [
    /that can be used was not given back/,
    `with bought as (insert into client_packages (organization_id, client_id, package_id, service_id, visits_total, visits_left, price_paid)
       values (1, 1, 1, 1, 5, 5, 100) returning id),
     paid as (insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor, client_package_id)
       select 1, 1, 1, 'payment', -100, -100, 'test', id from bought returning id, client_package_id)
     insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor, refunds, client_package_id)
     select 1, 1, 2, 'refund', 100, 0, 'test', id, client_package_id from paid`,
  ],
  [
    /that can be used was not given back/,
    `with bought as (insert into client_packages (organization_id, client_id, package_id, service_id, visits_total, visits_left, price_paid)
       values (1, 1, 1, 1, 5, 5, 100) returning id)
     insert into payments (organization_id, client_id, package_id, client_package_id, provider, currency, purpose, status, amount, refunded)
     select 1, 1, 1, id, 'demo', 'RUB', 'package', 'succeeded', 100, 1 from bought`,
  ],
  [/of a payment is written down/, payment(`'appointment', 'succeeded', 100, 40`)],
  [
    /money that came is told of at most once/,
    `insert into events (organization_id, type, subject_kind, subject_id) values (1, 'payment.succeeded', 'payment', 7), (1, 'payment.succeeded', 'payment', 7)`,
  ],
  [
    /counted against a prepayment than it was/,
    `with first as (insert into receipts (organization_id, kind, total, items, provider, cause) values (1, 'income', 100, '[{}]', 'demo', 'first') returning id)
     insert into receipts (organization_id, kind, total, items, provider, cause, offset_of) select 1, 'income', 101, '[{}]', 'demo', 'second', id from first`,
  ],
  [
    /went below its limit/,
    `insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor) values (1, 1, 1, 'withdraw', -5, -5, 'test'), (1, 1, 2, 'deposit', 5, 0, 'test')`,
  ],
  [
    /a line of the ledger is told of/,
    `insert into wallet_transactions (organization_id, client_id, seq, type, amount, balance_after, actor) values (1, 1, 1, 'deposit', 5, 5, 'test')`,
  ],
  [
    /kept for its key is whole/,
    `insert into idempotency_keys (organization_id, caller, route, key, request_hash) values (1, 'key:1', 'x', 'x', 'x')`,
  ],
]

for (const [broken, sql] of harms)
  test(`the checker sees: ${sql.trim().slice(0, 60)}…`, async () => {
    assert.match(await whileBroken(sql), broken)
  })

/** What is worth a look, and no more: nothing of it makes the books wrong. */
const oddities: [odd: RegExp, sql: string][] = [
  [
    /two places at once/,
    `update appointments a set client_id = b.client_id, starts_at = b.starts_at, ends_at = b.ends_at from appointments b where a.id = $id and b.id = $other`,
  ],
  [
    /promo code more often/,
    `with code as (insert into promo_codes (organization_id, code, discount_percent, uses, uses_per_client) values (1, 'TWICE', 10, 2, 1) returning id)
     insert into promo_uses (organization_id, promo_code_id, appointment_id, client_id) select 1, code.id, visit, 1 from code, (values ($id), ($other)) v (visit)`,
  ],
  ...[
    "starts_at = now() - interval '1 hour', ends_at = now()",
    "cancelled_at = now() - interval '1 hour'",
  ].map((when): [RegExp, string] => [
    /reminded of a visit that had begun/,
    `with visit as (update appointments set ${when} where id = $id returning organization_id, id)
       insert into notifications (organization_id, event_id, appointment_id, channel, recipient, template, locale, status, sent_at)
       select organization_id, 1, id, 'email', 'a@b.test', 'reminder_day', 'ru', 'sent', now() from visit`,
  ]),
  [
    /waits to be told/,
    `update events set published_at = null, created_at = now() - interval '2 hours'`,
  ],
  [/waits to be told/, `update events set published_at = null, dead_at = now()`],
  [
    /refused by the provider/,
    `with payment as (${payment(`'appointment', 'succeeded', 100, 1`)} returning id)
     insert into payment_refunds (organization_id, payment_id, amount, status, reason, actor, finished_at) select 1, id, 1, 'failed', 'x', 'test', now() from payment`,
  ],
]

for (const [odd, sql] of oddities)
  test(`the checker mentions: ${sql.trim().slice(0, 60)}…`, async () => {
    await whileBroken(sql)
    assert.match(noticed.join('; '), odd)
    assert.not.match(broken, odd)
  })

test.run()
