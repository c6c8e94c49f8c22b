import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic, type Clinic } from '../test/clinic.ts'
import { startServer, type TestServer } from '../test/server.ts'
import { refusal } from './test/refusal.ts'

let server: TestServer
let clinic: Clinic
let other: Clinic

test.before(async () => {
  server = await startServer()
  clinic = await makeClinic(server)
  other = await makeClinic(server)
})

test.after(() => server.close())

/** What is added of each noun, and one change of it. */
const nouns = {
  locations: () => ({
    draft: { name: 'Клиника на Тверской', time_zone: 'Europe/Moscow', slot_step_min: 15 },
    change: { city: 'Москва' },
  }),
  workplaces: () => ({
    draft: { name: 'Кабинет', location_id: clinic.locationId },
    change: { kind: 'chair' },
  }),
  services: () => ({
    draft: { name: 'Стрижка', duration_min: 30, price: 100_000 },
    change: { category: 'Волосы' },
  }),
  servicePackages: () => ({
    draft: { name: '5 по цене 4', service_id: clinic.serviceId, visits: 5, price: 1_000_000 },
    change: { visits: 6 },
  }),
  specialists: () => ({ draft: { first_name: 'Ольга' }, change: { title: 'Мастер' } }),
} as const

const paths = {
  locations: '/v1/locations',
  workplaces: '/v1/workplaces',
  services: '/v1/services',
  servicePackages: '/v1/service-packages',
  specialists: '/v1/specialists',
}

type NounName = keyof typeof nouns

async function add(noun: NounName): Promise<{ id: number; version: unknown }> {
  const { draft } = nouns[noun]()
  const { status, json, headers } = await ours('POST', paths[noun], draft)
  assert.is(status, 201, JSON.stringify(json))
  assert.is(headers.get('etag'), '"1"')
  return { id: Number(json['id']), version: json['version'] }
}

function ours(method: string, at: string, body?: unknown, headers: Record<string, string> = {}) {
  return server.http(method, at, { credential: clinic.secret, body, headers })
}

function site(at: string) {
  return server.http('GET', at, { credential: clinic.publishable })
}

async function idsOf(at: string, credential: string): Promise<unknown[]> {
  const { json } = await server.http('GET', at, { credential })
  const data = Array.isArray(json['data']) ? (json['data'] as { id: number }[]) : []
  return data.map(({ id }) => id)
}

for (const noun of Object.keys(nouns) as NounName[]) {
  const path = paths[noun]

  test(`${noun}: what was added is read, changed, and counted by versions`, async () => {
    const { id } = await add(noun)
    const { change } = nouns[noun]()
    const changed = await ours('PATCH', `${path}/${id}`, change)
    assert.is(changed.status, 200, changed.text)
    assert.is(changed.json['version'], 2)
    const read = await ours('GET', `${path}/${id}`)
    assert.is(read.headers.get('etag'), '"2"')
    for (const [name, value] of Object.entries(change)) assert.is(read.json[name], value)
  })

  test(`${noun}: a change meant for an older version is refused and changes nothing`, async () => {
    const { id } = await add(noun)
    const { change } = nouns[noun]()
    await ours('PATCH', `${path}/${id}`, change, { 'if-match': '"1"' })
    for (const [method, at] of [
      ['PATCH', `${path}/${id}`],
      ['DELETE', `${path}/${id}`],
    ] as const) {
      const body = method === 'PATCH' ? change : undefined
      const { status, json } = await ours(method, at, body, { 'if-match': '"1"' })
      assert.equal([status, json['code']], [412, 'version_conflict'])
    }
    assert.is((await ours('GET', `${path}/${id}`)).json['version'], 2)
  })

  test(`${noun}: what is archived leaves the public catalogue, stays for staff, and comes back`, async () => {
    const { id } = await add(noun)
    assert.is((await site(`${path}/${id}`)).status, 200)
    assert.is((await ours('DELETE', `${path}/${id}`)).status, 204)
    assert.is((await ours('DELETE', `${path}/${id}`)).status, 204)
    assert.is((await site(`${path}/${id}`)).status, 404)
    assert.not((await idsOf(`${path}?limit=100`, clinic.publishable)).includes(id))
    assert.not((await idsOf(`${path}?limit=100&archived=true`, clinic.publishable)).includes(id))
    assert.not((await idsOf(`${path}?limit=100`, clinic.secret)).includes(id))
    assert.ok((await idsOf(`${path}?limit=100&archived=true`, clinic.secret)).includes(id))
    const archived = await ours('GET', `${path}/${id}`)
    assert.type(archived.json['archived_at'], 'string')
    const restored = await ours('POST', `${path}/${id}/restore`)
    assert.equal([restored.status, restored.json['archived_at']], [200, null])
    assert.is((await site(`${path}/${id}`)).status, 200)
  })

  test(`${noun}: another organization’s are not there`, async () => {
    const { id } = await add(noun)
    const { change } = nouns[noun]()
    const credential = other.secret
    for (const [method, at, body] of [
      ['GET', `${path}/${id}`, undefined],
      ['PATCH', `${path}/${id}`, change],
      ['DELETE', `${path}/${id}`, undefined],
      ['POST', `${path}/${id}/restore`, undefined],
    ] as const) {
      const { status } = await server.http(method, at, { credential, body })
      assert.is(status, 404, `${method} ${at}`)
    }
    assert.not((await idsOf(`${path}?limit=100&archived=true`, credential)).includes(id))
  })

  test(`${noun}: the public reads, and does not write`, async () => {
    const { draft } = nouns[noun]()
    const answer = await server.http('POST', path, { credential: clinic.publishable, body: draft })
    assert.equal([answer.status, answer.json['code']], [403, 'forbidden'])
  })
}

test('who was told of a version changes exactly that version, of two at once one', async () => {
  const { id } = await add('specialists')
  const changes = ['Анна', 'Вера'].map((first_name) =>
    refusal(clinic.admin.specialists.update(id, { first_name }, { ifMatch: 1 })),
  )
  assert.equal((await Promise.all(changes)).sort(), ['done', 'version_conflict'])
  assert.is((await clinic.admin.specialists.get(id)).version, 2)
})

test('changes of one catalogue from many sides at once all succeed', async () => {
  const [room, service] = [await add('workplaces'), await add('services')]
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      n % 2 === 0
        ? clinic.admin.workplaces.update(room.id, { service_ids: n % 4 === 0 ? [service.id] : [] })
        : clinic.admin.services.update(service.id, { workplace_ids: n % 4 === 1 ? [room.id] : [] }),
    ),
  )
  assert.is(answers.length, 8)
})

test('each change is kept in the audit log with what it changed, names of people left out', async () => {
  const { id } = await clinic.admin.specialists.create({ first_name: 'Мария', title: 'Врач' })
  await clinic.admin.specialists.update(id, { first_name: 'Марина', title: 'Хирург' })
  await clinic.admin.specialists.archive(id)
  const { data: mine } = await clinic.admin.auditLog.list({ subject: `specialist:${id}` })
  assert.equal(
    mine.map(({ action }) => action),
    ['specialists.archive', 'specialists.update', 'specialists.create'],
  )
  assert.equal(mine[1]?.before, { first_name: '…', title: 'Врач' })
  assert.equal(mine[1]?.after, { first_name: '…', title: 'Хирург' })
})

test.run()
