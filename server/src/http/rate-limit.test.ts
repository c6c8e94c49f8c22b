import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { guest, makeClinic, visitAt } from '../test/clinic.ts'
import { startServer, type HttpAnswer } from '../test/server.ts'

const server = await startServer({ RATE_LIMIT: 'on', TRUSTED_PROXIES: '127.0.0.1' })
const clinic = await makeClinic(server)
test.after(() => server.close())

let visitors = 0
/** From an address of its own, as a proxy of ours tells it. */
const newVisitor = () => `10.1.${Math.floor(++visitors / 250)}.${(visitors % 250) + 1}`

const ask = (credential: string | undefined, address: string) =>
  server.http('GET', '/v1/organization', {
    ...(credential === undefined ? {} : { credential }),
    headers: { 'x-forwarded-for': address },
  })
const write = (credential: string, address: string) =>
  server.http('POST', '/v1/appointments/release', {
    credential,
    body: { hold: 'hold_of nobody' },
    headers: { 'x-forwarded-for': address },
  })

function limitOf({ headers }: HttpAnswer) {
  return {
    policy: headers.get('ratelimit-policy') ?? '',
    limit: headers.get('ratelimit') ?? '',
  }
}

test('every answer says how much is left', async () => {
  const address = newVisitor()
  const first = limitOf(await ask(clinic.publishable, address))
  assert.is(first.policy, '"reads";q=300;w=60')
  assert.match(first.limit, /^"reads";r=299;t=\d+$/)
  assert.match(limitOf(await ask(clinic.publishable, address)).limit, /r=298/)
  assert.is(limitOf(await write(clinic.publishable, address)).policy, '"writes";q=30;w=60')
  assert.is(limitOf(await ask(clinic.secret, address)).policy, '"secret";q=6000;w=60')
  assert.is(limitOf(await ask(clinic.owner, address)).policy, '"staff";q=1200;w=60')
})

test('a visitor writes 30 times a minute, then waits; another visitor does not', async () => {
  const address = newVisitor()
  const answers = await Promise.all(
    Array.from({ length: 35 }, () => write(clinic.publishable, address)),
  )
  const refused = answers.filter(({ status }) => status === 429)
  assert.is(refused.length, 5)
  const [one] = refused
  if (one === undefined) throw new Error('nobody was refused')
  assert.is(one.json['code'], 'rate_limited')
  const wait = Number(one.headers.get('retry-after'))
  assert.ok(wait >= 1 && wait <= 60)
  assert.match(limitOf(one).limit, /r=0/)
  assert.is((await write(clinic.publishable, newVisitor())).status, 204)
  assert.is((await ask(clinic.publishable, address)).status, 200)
})

test('an IPv6 subscriber is one visitor, whichever of their addresses they use', async () => {
  const answers = await Promise.all(
    Array.from({ length: 35 }, (_, index) =>
      write(clinic.publishable, `2001:db8:1:2::${index + 1}`),
    ),
  )
  assert.is(answers.filter(({ status }) => status === 429).length, 5)
  assert.is((await write(clinic.publishable, '2001:db8:1:3::1')).status, 204)
})

test('who says where they come from is believed by our proxy’s word only', async () => {
  const address = newVisitor()
  // What stands left of our proxy's own entry is the visitor's tale.
  const tales = Array.from({ length: 35 }, (_, index) => `8.8.8.${index}, ${address}`)
  const answers = await Promise.all(tales.map((tale) => write(clinic.publishable, tale)))
  assert.is(answers.filter(({ status }) => status === 429).length, 5)
})

test('without a credential 120 requests a minute are heard', async () => {
  const address = newVisitor()
  const answers = await Promise.all(
    Array.from({ length: 125 }, () =>
      server.http('GET', '/v1/manage/0123456789012345678901', {
        headers: { 'x-forwarded-for': address },
      }),
    ),
  )
  assert.is(answers.filter(({ status }) => status === 404).length, 120)
  assert.is(answers.filter(({ status }) => status === 429).length, 5)
})

test('who guesses at keys is counted like one who has none', async () => {
  const address = newVisitor()
  const answers = await Promise.all(
    Array.from({ length: 125 }, (_, index) => ask(`sk_guess${index}`, address)),
  )
  assert.is(answers.filter(({ status }) => status === 401).length, 120)
  assert.is(answers.filter(({ status }) => status === 429).length, 5)
  assert.is((await ask(clinic.publishable, address)).status, 200)
})

test('a visitor’s holds are counted by their address', async () => {
  const book = (time: string, address: string) =>
    server.http('POST', '/v1/appointments/book', {
      credential: clinic.publishable,
      body: visitAt(clinic, time),
      headers: { 'x-forwarded-for': address },
    })
  const address = newVisitor()
  for (const time of ['09:00', '10:00', '11:00']) assert.is((await book(time, address)).status, 201)
  const fourth = await book('12:00', address)
  assert.is(fourth.status, 429)
  assert.is(fourth.json['code'], 'too_many_holds')
  const other = await book('12:00', newVisitor())
  assert.is(other.status, 201)
  await clinic.site.appointments.confirm({ hold: String(other.json['hold']), client: guest() })
})

test.run()
