import { signIns, slug } from '../../server/src/demo/sign-ins.ts'
import type { TestServer } from '../../server/src/test/server.ts'
import type { Visit } from '../../widget/src/test/browser.ts'
import type { Stage } from '../../widget/src/test/stage.ts'
import type { Scene } from './scenes.ts'

type Page = Visit['page']

/** By the owner, who may see everything. */
async function signInOwner(server: TestServer) {
  const [owner] = signIns
  if (!owner) throw new Error('the demo has an owner')
  const { email, password } = owner
  return server.as().auth.staff({ organization: slug, email, password })
}

/** What of the demo is looked at, the same in every picture. */
interface Shown {
  date: string
  locationId: number
  visit: number
  specialistId: number
  clientId: number
  /** With a balance. */
  saverId: number
}

/** Of the demo: packages and visits to come; a balance. */
const regular = 'smirnova@example.com'
const saving = 'novikov@example.com'

let shown: Promise<Shown> | undefined

/** The fullest of the next days in the first branch, somebody who comes often and has packages. */
async function choose({ server }: Stage): Promise<Shown> {
  const api = server.as((await signInOwner(server)).access_token)
  const [branch] = (await api.locations.list({ sort: 'id' })).data
  const locationId = branch?.id ?? 0
  const coming = Array.from({ length: 7 }, (_, day) =>
    new Date(Date.now() + (day + 1) * 86_400_000).toISOString().slice(0, 10),
  )
  const days = await Promise.all(
    coming.map((date) => api.agenda.get({ location_id: locationId, from: date, to: date })),
  )
  const fullest = days.reduce((most, day) => (day.visits.length > most.visits.length ? day : most))
  const visit = fullest.visits.find(
    ({ status, total, paid }) => status === 'confirmed' && paid.amount < total.amount,
  )
  const [client] = (await api.clients.list({ search: regular, limit: 1 })).data
  const [saver] = (await api.clients.list({ search: saving, limit: 1 })).data
  return {
    date: coming[days.indexOf(fullest)] ?? '',
    locationId,
    visit: visit?.id ?? 0,
    specialistId: visit?.specialist_id ?? 0,
    clientId: client?.id ?? 0,
    saverId: saver?.id ?? 0,
  }
}

/** What a browser keeps of the owner, who has signed in and works in the branch that is looked at. */
export async function staffState(stage: Stage) {
  shown ??= choose(stage)
  const { locationId: location } = await shown
  const localStorage = [
    { name: 'zapis:staff', value: JSON.stringify(await signInOwner(stage.server)) },
    { name: 'zapis:panel', value: JSON.stringify({ location }) },
  ]
  return { cookies: [], origins: [{ origin: new URL(stage.server.url).origin, localStorage }] }
}

/** Until nothing is awaited any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.locator('main .bone, main .stale').first().waitFor({ state: 'detached' })
}

type Act = (page: Page) => Promise<unknown>

function scene(name: string, place: string | ((on: Shown) => string), act?: Act): Scene {
  return {
    name: `panel-${name}`,
    isStaff: true,
    path: async (stage) => {
      shown ??= choose(stage)
      return `/admin/${typeof place === 'string' ? place : place(await shown)}`
    },
    act: async (page) => {
      await settled(page)
      await act?.(page)
    },
  }
}

const seen = (selector: string) => (page: Page) => page.locator(selector).first().waitFor()

/** The calendar is a list on a phone. */
const day: Act = (page) =>
  page
    .locator('day-calendar .visit button, day-list button')
    .filter({ visible: true })
    .first()
    .waitFor()

const card = (at: Shown) => `day/${at.date}?visit=${at.visit}`
const deed = (name: RegExp, form: string) => async (page: Page) => {
  await page.locator('visit-card').getByRole('button', { name }).first().click()
  await page.locator(`visit-card ${form}`).first().waitFor()
}

const dayScenes: readonly Scene[] = [
  scene('day', ({ date }) => `day/${date}`, day),
  scene('day-week', ({ date, specialistId: id }) => `day/${date}?view=week&specialist=${id}`, day),
  scene('day-rooms', ({ date }) => `day/${date}?by=rooms&colour=status`, day),
  scene('day-today', 'day'),
  scene('visit', card, seen('visit-card .deeds')),
  scene('visit-move', card, deed(/^(Перенести|Move)$/, 'form')),
  scene('visit-pay', card, deed(/^(Принять оплату|Take payment)$/, 'form')),
  scene('visit-cancel', card, deed(/^(Отменить запись|Cancel the visit)$/, 'form')),
  scene(
    'booking',
    ({ date, clientId }) => `day/${date}?client=${clientId}`,
    async (page) => {
      await day(page)
      await page.keyboard.press('n')
      await page.locator('book-dialog button.main').waitFor()
    },
  ),
]

const scheduleScenes: readonly Scene[] = [
  scene('schedule-branch', ({ locationId }) => `schedule/locations/${locationId}`),
  scene('schedule-holidays', ({ locationId }) => `schedule/locations/${locationId}/holidays`),
  scene(
    'schedule-holiday',
    ({ locationId }) => `schedule/locations/${locationId}/holidays`,
    async (page) => {
      await page.locator('year-grid [data-date]').nth(200).click()
      await page.locator('holiday-form').waitFor()
    },
  ),
  ...['', '/absences', '/breaks'].map((tab) =>
    scene(
      `schedule-specialist${tab.replace('/', '-')}`,
      ({ specialistId }) => `schedule/specialists/${specialistId}${tab}`,
    ),
  ),
]

const nouns = ['services', 'specialists', 'packages', 'promo-codes', 'workplaces', 'locations']

const catalogueScenes: readonly Scene[] = [
  ...nouns.map((noun) => scene(`catalogue-${noun}`, `catalogue/${noun}`)),
  scene('catalogue-card', 'catalogue/services', async (page) => {
    await page.locator('data-table tbody tr').first().click()
    await page.locator('catalogue-card #name').waitFor()
  }),
  scene('catalogue-new', 'catalogue/specialists/new', seen('catalogue-card #first_name')),
]

const file = `ФИО;Телефон;Почта;Дата рождения
Петрова Анна Ивановна;8 (916) 111-22-33;petrova@example.com;17.05.1990
Сидоров Иван;не телефон;;
Ким Ольга;;kim@example.com;не дата
`

const clientTabs = ['packages', 'discounts', 'consents', 'messages']

const clientScenes: readonly Scene[] = [
  scene('clients', 'clients'),
  scene('clients-filter', 'clients?visits_from=3', seen('filter-builder')),
  scene('client', ({ clientId }) => `clients/${clientId}`),
  scene('client-wallet', ({ saverId }) => `clients/${saverId}?tab=wallet`),
  ...clientTabs.map((tab) =>
    scene(`client-${tab}`, ({ clientId }) => `clients/${clientId}?tab=${tab}`),
  ),
  scene(
    'client-edit',
    ({ clientId }) => `clients/${clientId}`,
    async (page) => {
      await page.keyboard.press('e')
      await page.locator('client-form #first_name').waitFor()
    },
  ),
  scene('import', 'clients/import'),
  scene('import-columns', 'clients/import', async (page) => {
    const buffer = Buffer.from(file)
    const chosen = { name: 'clients.csv', mimeType: 'text/csv', buffer }
    await page.locator('input[type="file"]').setInputFiles(chosen)
    await page.locator('import-page select >> nth=0').waitFor()
  }),
  scene('broadcasts', 'clients/broadcasts'),
  scene('broadcast-new', 'clients/broadcasts', async (page) => {
    await page.locator('page-frame button.main').click()
    await page.locator('broadcast-form input#title').waitFor()
  }),
]

const money = ['till', 'unpaid', 'transactions', 'payments', 'receipts', 'attention', 'liabilities']
const reports = ['revenue', 'utilization', 'clients', 'retention', 'cancellations', 'lead-time']
const house = ['profile', 'organization', 'rules', 'staff', 'embed', 'keys', 'webhooks']
const telling = ['notifications', 'texts', 'telegram', 'consents', 'audit']

/** Every page of the panel, of the demo's clinic. */
export const panelScenes: readonly Scene[] = [
  {
    name: 'panel-sign-in',
    path: () => '/admin',
    act: seen('sign-in-form button.main'),
  },
  ...dayScenes,
  ...scheduleScenes,
  ...catalogueScenes,
  ...clientScenes,
  ...money.map((tab) => scene(`money-${tab}`, `money/${tab}`)),
  ...[...reports, 'sources', 'services', 'specialists'].map((report) =>
    scene(
      `report-${report}`,
      `reports/${report}`,
      seen('figures-chart canvas, heat-map table, cohort-table table'),
    ),
  ),
  ...[...house, ...telling].map((section) =>
    scene(`settings-${section}`, `settings/${section}`, seen('settings-page h2')),
  ),
  scene('commands', 'clients', async (page) => {
    await page.keyboard.press('Control+k')
    await page.locator('command-palette input').waitFor()
  }),
  scene('keys', 'clients', async (page) => {
    await page.keyboard.press('?')
    await page.locator('shortcuts-help dialog').waitFor()
  }),
]
