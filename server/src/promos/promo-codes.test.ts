import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, type Clinic } from '../test/clinic.ts'
import { memberOf } from '../test/people.ts'
import { codeOf, complaint } from '../test/refusal.ts'
import { startServer, type TestServer } from '../test/server.ts'

let server: TestServer
let clinic: Clinic

test.before(async () => {
  server = await startServer()
  clinic = await makeClinic(server)
})

test.after(() => server.close())

const EITHER = 'invalid_request /discount_percent not_allowed /discount_amount not_allowed'
const NEITHER = 'invalid_request /discount_percent required /discount_amount required'

test('a code is kept in capitals, with everything else as it was given', async () => {
  const draft = {
    discount_percent: 12.5,
    service_id: clinic.serviceId,
    valid_from: '2027-01-01',
    valid_to: '2027-12-31',
    uses_limit: 100,
    uses_per_client: 1,
    first_visit_only: true,
  }
  const { id, ...made } = await clinic.admin.promoCodes.create({ code: 'Весна-2027', ...draft })
  assert.equal([made.code, made.discount_amount, made.uses], ['ВЕСНА-2027', null, 0])
  const { promoCodes } = clinic.admin
  assert.equal(await promoCodes.get(id), { id, ...made, ...draft })
  const changed = await promoCodes.update(id, { uses_limit: null, code: 'лето' })
  assert.equal([changed.code, changed.uses_limit, changed.discount_percent], ['ЛЕТО', null, 12.5])
  assert.is(changed.version, made.version + 1)
})

test('a code gives a percent or an amount, when it is made and when it is changed', async () => {
  const { promoCodes } = clinic.admin
  assert.is(await complaint(promoCodes.create({ code: 'NOTHING' })), NEITHER)
  const both = { code: 'BOTH', discount_percent: 10, discount_amount: 500 }
  assert.is(await complaint(promoCodes.create(both)), EITHER)
  const { id } = await promoCodes.create({ code: 'ONE', discount_percent: 10 })
  assert.is(await complaint(promoCodes.update(id, { discount_amount: 500 })), EITHER)
  assert.is(await complaint(promoCodes.update(id, { discount_percent: null })), NEITHER)
  const swapped = await promoCodes.update(id, { discount_percent: null, discount_amount: 500 })
  assert.equal([swapped.discount_percent, swapped.discount_amount], [null, 500])
  assert.is(await complaint(promoCodes.update(id, { discount_percent: 5 })), EITHER)
})

test('a code is there once, in whatever case, until it is archived', async () => {
  const { promoCodes } = clinic.admin
  const draft = { discount_amount: 100 }
  const { id } = await promoCodes.create({ code: 'Осень', ...draft })
  const again = () => promoCodes.create({ code: 'осень', ...draft })
  assert.is(await complaint(again()), 'already_exists /code invalid')
  const other = await promoCodes.create({ code: 'ЗИМА', ...draft })
  const renamed = promoCodes.update(other.id, { code: 'ОСЕНЬ' })
  assert.is(await complaint(renamed), 'already_exists /code invalid')
  await promoCodes.archive(id)
  const second = await again()
  assert.is(await codeOf(promoCodes.restore(id)), 'already_exists')
  await promoCodes.archive(second.id)
  assert.is((await promoCodes.restore(id)).archived_at, null)
  const listed = async (archived: boolean) =>
    (await promoCodes.list({ archived, sort: 'code', limit: 100 })).data.map((each) => each.id)
  assert.not((await listed(false)).includes(second.id))
  assert.ok((await listed(true)).includes(second.id))
})

test('wrong fields are refused by their names', async () => {
  const { promoCodes } = clinic.admin
  const stranger = await makeClinic(server)
  const ten = { discount_percent: 10 }
  const draft = { code: 'WRONG', ...ten }
  const { id } = await promoCodes.create({ code: 'RIGHT', ...ten, valid_to: '2027-03-08' })
  const refused: Record<string, () => Promise<unknown>> = {
    'invalid_request /code wrong_format': () => promoCodes.create({ code: 'two words', ...ten }),
    'invalid_request /discount_percent too_large': () =>
      promoCodes.create({ ...draft, discount_percent: 101 }),
    'invalid_request /uses_limit too_small': () => promoCodes.create({ ...draft, uses_limit: 0 }),
    'invalid_data /discount_percent invalid': () =>
      promoCodes.create({ ...draft, discount_percent: 10.005 }),
    'invalid_data /valid_to invalid': () => promoCodes.update(id, { valid_from: '2027-03-09' }),
    'unknown_reference /service_id not_found': () =>
      promoCodes.create({ ...draft, service_id: stranger.serviceId }),
  }
  for (const [expected, call] of Object.entries(refused))
    assert.is(await complaint(call()), expected)
})

test('a refusal speaks the caller’s language and names both fields', async () => {
  const ask = async (locale: string) => {
    const { status, json } = await server.http('POST', '/v1/promo-codes', {
      credential: clinic.secret,
      body: { code: 'BOTH', discount_percent: 10, discount_amount: 500 },
      headers: { 'accept-language': locale },
    })
    assert.is(status, 400)
    return JSON.stringify([json['detail'], json['errors']])
  }
  assert.match(await ask('ru'), 'Недопустимое значение')
  assert.match(await ask('en'), 'Not an allowed value')
  for (const locale of ['ru', 'en']) assert.match(await ask(locale), '/discount_amount')
})

test('the desk reads codes, admins make them, and the public sees none', async () => {
  const reception = await memberOf(server, clinic, 'reception')
  const draft = { code: 'DESK', discount_percent: 10 }
  await reception.sdk.promoCodes.list()
  assert.is(await codeOf(reception.sdk.promoCodes.create(draft)), 'forbidden')
  assert.is(await codeOf(Promise.resolve(clinic.site.promoCodes.list())), 'forbidden')
  const stranger = await makeClinic(server)
  const { id } = await clinic.admin.promoCodes.create(draft)
  assert.is(await codeOf(stranger.admin.promoCodes.get(id)), 'not_found')
  await stranger.admin.promoCodes.create(draft)
})

test('what was changed is in the audit log', async () => {
  const { id } = await clinic.admin.promoCodes.create({ code: 'AUDIT', discount_percent: 10 })
  await clinic.admin.promoCodes.update(id, { discount_percent: 20 })
  const { data } = await clinic.admin.auditLog.list({ subject: `promo_code:${id}` })
  assert.equal(
    data.map(({ action, after }) => [action, after?.['discount_percent']]),
    [
      ['promoCodes.update', 20],
      ['promoCodes.create', 10],
    ],
  )
})

test.run()
