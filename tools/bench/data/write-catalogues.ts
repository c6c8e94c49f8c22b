import type pg from 'pg'
import type { WeekInterval } from '../../../server/src/availability/configuration.ts'
import { keyValue } from '../../../server/src/identity/key-value.ts'
import type { Clinic } from './clinic.ts'

type Row = Record<string, unknown>

/** Enough for any visit. */
const DEPOSIT = 1_000_000_000

/** The catalogue of many clinics at a time, in the order of the foreign keys. */
export async function writeCatalogues(
  client: pg.Client,
  clinics: readonly (Clinic & { slug: string; suffix: string })[],
): Promise<void> {
  const rows = (of: (clinic: Clinic) => Row[]) =>
    clinics.flatMap((clinic) =>
      of(clinic).map((row) => ({ organization_id: clinic.organizationId, ...row })),
    )
  const organizations = clinics.map(({ organizationId, slug, configuration }) => ({
    id: organizationId,
    slug,
    name: slug,
    currency: configuration.currency,
    locale: 'en',
    time_zone: 'UTC',
    policies: configuration.policy,
    branding: {},
    catalogue_version: 1,
    version: 1,
    created_at: new Date(),
    updated_at: new Date(),
  }))
  await insert(client, 'organizations', organizations)
  const keys = clinics.flatMap(({ organizationId, suffix }) =>
    (['publishable', 'secret'] as const).map((kind) => {
      const { hash, prefix } = keyValue(`${kind === 'secret' ? 'sk' : 'pk'}_bench${suffix}`)
      return { organization_id: organizationId, kind, prefix, hash, name: `bench ${kind}` }
    }),
  )
  await insert(client, 'api_keys', keys)
  for (const [table, of] of Object.entries(tables)) await insert(client, table, rows(of))
  await client.query(
    `insert into wallet_transactions (organization_id, client_id, type, amount, actor)
     select organization_id, id, 'deposit', ${DEPOSIT}, 'bench' from clients where organization_id = any($1)`,
    [clinics.map(({ organizationId }) => organizationId)],
  )
}

const tables: Record<string, (clinic: Clinic) => Row[]> = {
  locations: ({ configuration }) =>
    [...configuration.locations.values()].map(({ id, timeZone, slotStepMin }) => ({
      id,
      name: `Location ${id}`,
      time_zone: timeZone,
      slot_step_min: slotStepMin,
    })),
  workplaces: ({ configuration }) =>
    [...configuration.locations.values()].flatMap((location) =>
      location.workplaceIds.map((id) => ({ id, location_id: location.id, name: `Room ${id}` })),
    ),
  services: ({ configuration }) =>
    [...configuration.services.values()].map((each) => ({
      id: each.id,
      name: `Service ${each.id}`,
      duration_min: each.durationMin,
      buffer_before_min: each.bufferBeforeMin,
      buffer_after_min: each.bufferAfterMin,
      price: each.price,
    })),
  specialists: ({ configuration }) =>
    [...configuration.specialists.keys()].map((id) => ({ id, first_name: `Specialist ${id}` })),
  workplace_services: ({ configuration }) =>
    [...configuration.services.values()].flatMap(({ id, workplaceIds }) =>
      workplaceIds.map((workplace_id) => ({ workplace_id, service_id: id })),
    ),
  service_specialists: ({ configuration }) =>
    [...configuration.services.values()].flatMap(({ id, specialists }) =>
      [...specialists.keys()].map((specialist_id) => ({ specialist_id, service_id: id })),
    ),
  location_schedules: ({ configuration }) =>
    [...configuration.locations.values()].flatMap(({ id, week }) =>
      week.map((each) => ({ location_id: id, ...hours(each, 'opens', 'closes') })),
    ),
  specialist_schedules: ({ configuration }) =>
    [...configuration.specialists.values()].flatMap(({ id, week }) =>
      week.map((each) => ({
        specialist_id: id,
        location_id: each.locationId,
        ...hours(each, 'starts', 'ends'),
      })),
    ),
  schedule_exceptions: ({ configuration }) =>
    [...configuration.specialists.values()].flatMap(({ id, exceptions }) =>
      exceptions.map(({ date, kind }) => ({ specialist_id: id, date, kind })),
    ),
  holidays: ({ configuration }) =>
    configuration.holidays.map(({ locationId, date, open }) => ({
      location_id: locationId,
      date,
      name: 'Holiday',
      opens: open && clock(open.from),
      closes: open && clock(open.to),
    })),
  breaks: ({ breaks }) =>
    breaks.map(({ id, specialistId, locationId, date, from, to }) => ({
      id,
      specialist_id: specialistId,
      location_id: locationId,
      date,
      start_time: clock(from),
      end_time: clock(to),
    })),
  clients: ({ clientIds }) =>
    clientIds.map((id) => ({
      id,
      first_name: 'Client',
      last_name: `Number ${id}`,
      phone: `+7900${String(id).padStart(7, '0')}`,
      email: `client${id}@example.com`,
    })),
}

function hours({ day, from, to }: WeekInterval, first: string, last: string): Row {
  return { day_of_week: day, [first]: clock(from), [last]: clock(to) }
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

const CHUNK = 20_000

/** With the columns of the first row; the others take their defaults. */
async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  for (let at = 0; at < rows.length; at += CHUNK) {
    await client.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows.slice(at, at + CHUNK))],
    )
  }
}
