import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { relay } from '../../outbox/relay.ts'
import { makeClinic, visitAt, type Clinic, type Sdk } from '../../test/clinic.ts'
import { clientOf, type Person } from '../../test/people.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import {
  channelNames,
  asOne,
  type ChannelName,
  type Outcome,
  type Parcel,
} from '../channels/channel.ts'
import { notificationMaker } from '../make.ts'
import { notificationDuties } from '../send.ts'

/** A channel that only listens. What speaks the real protocols is tested beside the channels. */
export interface Ear {
  heard: Parcel[]
  answer: Outcome
}

export interface Line {
  id: number
  template: string
  channel: ChannelName
  status: string
  error: string | null
  send_at: Date
}

type Visit = Awaited<ReturnType<Sdk['appointments']['confirm']>>

/** A clinic, its clients and the worker's part of telling them, with a clock that is put on. */
export interface Telling {
  server: TestServer
  clinic: Clinic
  owner: pg.Pool
  ears: Record<ChannelName, Ear>
  /** A client, signed in, with these addresses. */
  person(addresses?: { email?: string; telegram?: string; name?: string }): Promise<Person>
  book(
    who: { sdk: Sdk },
    time: string,
    more?: { date?: string; serviceId?: number },
  ): Promise<Visit>
  /** Makes what is to be told of what has happened. */
  make(): Promise<void>
  /** Makes it, and sends what is due. */
  tell(): Promise<void>
  /** The program's clock, and PostgreSQL's as far as messages to these people go: what is planned until then is due. */
  at(instant: Date | string, ...people: { id: number }[]): Promise<void>
  /** By the program's clock as it would be then. */
  by(instant: Date | string, work: () => Promise<void>): Promise<void>
  /** What a client was sent, and is to be sent, in the order that it was made. */
  log(clientId: number): Promise<Line[]>
  /** `template channel status`, of a client. */
  short(clientId: number): Promise<string[]>
  /** What was heard since the last time. */
  said(channel: ChannelName): string[]
  close(): Promise<void>
}

const signal = new AbortController().signal
const environment = {
  SMTP_URL: 'smtp://127.0.0.1:9',
  TELEGRAM_BOT_TOKEN: '123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  MAX_BOT_TOKEN: 'of-the-bot-in-max',
  PUBLIC_URL: 'https://zapis.example',
}

export async function openTelling(): Promise<Telling> {
  const server = await startServer(environment)
  const { app } = server
  const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  // Dropping the database may overtake a connection that is saying goodbye.
  owner.on('error', () => undefined)
  const clinic = await makeClinic(server, { specialists: 8, workplaces: 8 })
  await clinic.admin.locations.update(clinic.locationId, { address: 'ул. Арбат, 10' })
  const ear = (): Ear => ({ heard: [], answer: { kind: 'sent' } })
  const ears = { webpush: ear(), telegram: ear(), max: ear(), email: ear(), whatsapp: ear() }
  let people = 0
  const read = { webpush: 0, telegram: 0, max: 0, email: 0, whatsapp: 0 }

  async function send(): Promise<void> {
    const channels = channelNames.map((name) => ({
      name,
      limits: { everyMs: null, recipientEveryMs: null, room: 20 },
      ...asOne(name),
      isShownOnce: true,
      send: async (parcel: Parcel) => {
        ears[name].heard.push(parcel)
        return ears[name].answer
      },
      close: async () => undefined,
    }))
    for (const lane of notificationDuties(app, { channels })) {
      while (await lane.turn(signal));
      await settled()
      await lane.stop()
    }
  }

  /** What was claimed is sent, or put back. */
  async function settled(): Promise<void> {
    for (;;) {
      const { rows } = await owner.query(
        `select from notifications where status = 'sending' limit 1`,
      )
      if (rows.length === 0) return
      await sleep(5)
    }
  }

  const telling: Telling = {
    server,
    clinic,
    owner,
    ears,
    async person({ email, telegram, name = 'Анна' } = {}) {
      people++
      const phone = `+7926${String(1_000_000 + people)}`
      const draft = { first_name: name, phone, ...(email === undefined ? {} : { email }) }
      const someone = await clientOf(server, clinic, draft)
      if (telegram !== undefined)
        await owner.query('update clients set telegram_id = $2 where id = $1', [
          someone.id,
          telegram,
        ])
      // From null to a number: the session goes on.
      return someone
    },
    async book({ sdk }, time, { date, serviceId } = {}) {
      const visit = {
        ...visitAt(clinic, time, date),
        ...(serviceId === undefined ? {} : { service_id: serviceId }),
      }
      const { hold } = await sdk.appointments.book(visit)
      return sdk.appointments.confirm({ hold })
    },
    async make() {
      while (await relay(app, signal, { makers: [notificationMaker(app)] }));
    },
    async tell() {
      await telling.make()
      // A channel that did not take it may have made work for one before it.
      for (let round = 0; round < 3; round++) await send()
    },
    async at(instant, ...whom) {
      const time = new Date(instant)
      await owner.query(
        `update notifications set send_at = clock_timestamp() where status = 'pending' and send_at <= $1 and client_id = any($2)`,
        [time, whom.map(({ id }) => id)],
      )
      await telling.by(time, () => telling.tell())
    },
    async by(instant, work) {
      const { clock } = app
      app.clock = () => new Date(instant)
      await work().finally(() => (app.clock = clock))
    },
    async log(clientId) {
      const { rows } = await owner.query<Line>(
        'select id, template, channel, status, error, send_at from notifications where client_id = $1 order by id',
        [clientId],
      )
      return rows
    },
    async short(clientId) {
      const lines = await telling.log(clientId)
      return lines.map(({ template, channel, status, error }) =>
        [template, channel, status, error ?? ''].join(' ').trim(),
      )
    },
    said(channel) {
      const { heard } = ears[channel]
      const fresh = heard.slice(read[channel])
      read[channel] = heard.length
      return fresh.map(({ title }) => title)
    },
    async close() {
      await owner.end()
      await server.close()
    },
  }

  return telling
}

/** So long before, or (negative) after. */
export function before(instant: string | Date, hours: number): Date {
  return new Date(new Date(instant).getTime() - hours * 3_600_000)
}
