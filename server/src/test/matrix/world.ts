import { randomBytes } from 'node:crypto'
import { makeKey } from '../../identity/key-value.ts'
import { newDeepLink } from '../../identity/deep-link.ts'
import { addDays } from '../../availability/dates.ts'
import { newRows, type Ground, type Insert, type Marks, type World } from './ground.ts'
import { makeClient, makeStaff, signInCode } from './people.ts'
import { day, unique } from './things.ts'

/** By SQL and not by the API: what is tested does not make its own test. */
export async function makeWorld(ground: Ground): Promise<World> {
  const name = `w${unique()}-${randomBytes(6).toString('hex')}`
  const marks = {
    organization: `org-${name}`,
    inner: `inner-${name}`,
    own: `own-${name}`,
    others: `others-${name}`,
  }
  const rows = newRows()
  const organizationId = rows.insert('organizations', {
    slug: name,
    name: marks.organization,
    currency: 'RUB',
    locale: 'ru',
    time_zone: 'Europe/Moscow',
  })
  const insert: Insert = (table, row) =>
    rows.insert(table, { organization_id: organizationId, ...row })
  const catalogue = makeCatalogue(insert, marks)
  const settings = makeSettings(insert, marks)
  const [first, second] = catalogue.performers
  if (first === undefined || second === undefined) throw new Error('two specialists')
  const email = `owner@${name}.test`
  const { code: invitation } = await newDeepLink(ground.app, {
    kind: 'staff',
    organizationId,
    id: settings.staff,
  })
  const common = { ...catalogue.things, ...settings, slug: name, email, invitation }
  insert('sign_in_codes', signInCode(ground.app, organizationId, email))
  const place = { ...common, ...ground, organizationId, insert }
  const own = { ...common, ...first, ...(await makeClient(place, first, marks.own, false)) }
  const others = { ...common, ...second, ...(await makeClient(place, second, marks.others, true)) }
  const world = {
    organizationId,
    marks,
    own: { ...own, ...makeDelivery(insert, own.appointment) },
    others: { ...others, ...makeDelivery(insert, others.appointment) },
    staff: makeStaff(insert, ground, { ...marks, email: common.email, ...first }),
  }
  await ground.owner.query(rows.sql())
  return world
}

const week = [1, 2, 3, 4, 5, 6, 7]

function makeCatalogue(insert: Insert, { organization, inner }: Marks) {
  const name = organization
  const location = insert('locations', { name, time_zone: 'Europe/Moscow' })
  const service = insert('services', { name, duration_min: 60, price: 250_000 })
  for (const day_of_week of week)
    insert('location_schedules', {
      location_id: location,
      day_of_week,
      opens: '09:00',
      closes: '18:00',
    })
  const performers = []
  for (const first_name of ['Анна', 'Мария']) {
    const workplace = insert('workplaces', { location_id: location, name })
    const contacts = { phone: `+7495${inner}`, email: `${inner}@clinic.test` }
    const specialist = insert('specialists', { first_name, title: name, ...contacts })
    insert('service_specialists', { service_id: service, specialist_id: specialist })
    insert('workplace_services', { service_id: service, workplace_id: workplace })
    performers.push({ specialist, workplace })
    for (const day_of_week of week)
      insert('specialist_schedules', {
        specialist_id: specialist,
        location_id: location,
        day_of_week,
        starts: '09:00',
        ends: '18:00',
      })
  }
  const offer = { name, service_id: service, visits: 5, price: 1_000_000 }
  const things = {
    location,
    service,
    package: insert('service_packages', offer),
    holiday: insert('holidays', { name, date: addDays(day, 30) }),
  }
  const text = { kind: 'personal_data', version: '1', locale: 'ru', text: name }
  insert('consent_texts', text)
  return { things, performers }
}

function makeSettings(insert: Insert, { inner }: Marks) {
  const { hash, prefix } = makeKey('publishable')
  return {
    key: insert('api_keys', { kind: 'publishable', name: inner, hash, prefix }),
    staff: insert('staff', {
      email: `target@${inner}.test`,
      name: inner,
      role: 'reception',
      locale: 'ru',
    }),
    endpoint: 0,
    delivery: 0,
    notification: 0,
    broadcast: insert('broadcasts', {
      segment: {},
      title: inner,
      body: inner,
      per_minute: 60,
      total: 0,
      actor: 'test',
      send_at: `${day}T09:00:00Z`,
      next_at: `${day}T09:00:00Z`,
    }),
    promo: insert('promo_codes', { code: `M${unique()}`, discount_percent: 5 }),
    difference: insert('payment_differences', {
      provider: 'demo',
      provider_id: inner,
      kind: 'amount',
    }),
  }
}

/** An endpoint of its own for each. */
function makeDelivery(insert: Insert, appointment: number) {
  const endpoint = insert('webhook_endpoints', { url: 'http://127.0.0.1:9/', secret: 'x' })
  const event_id = insert('events', {
    type: 'appointment.booked',
    subject_kind: 'appointment',
    subject_id: appointment,
    payload: { object: { id: appointment } },
    published_at: new Date().toISOString(),
  })
  const delivery = insert('webhook_deliveries', { endpoint_id: endpoint, event_id })
  const notification = insert('notifications', {
    event_id,
    appointment_id: appointment,
    channel: 'email',
    recipient: 'somebody@clinic.test',
    template: 'confirmed',
    locale: 'ru',
    status: 'sent',
  })
  return { endpoint, delivery, notification }
}

/** A key that the world gets for one purpose. */
export async function addKey(
  ground: Ground,
  world: World,
  kind: 'publishable' | 'secret',
  scopes: readonly string[] = [],
): Promise<string> {
  const { value, hash, prefix } = makeKey(kind)
  const rows = newRows()
  rows.insert('api_keys', {
    organization_id: world.organizationId,
    kind,
    hash,
    prefix,
    name: world.marks.inner,
    scopes: [...scopes],
  })
  await ground.owner.query(rows.sql())
  return value
}
