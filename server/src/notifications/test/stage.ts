import pg from 'pg'
import { relay } from '../../outbox/relay.ts'
import { makeClinic, visitAt, type Clinic, type Sdk } from '../../test/clinic.ts'
import { clientOf, type Person } from '../../test/people.ts'
import { startServer, type TestServer } from '../../test/server.ts'
import { vapidOf } from '../channels/vapid.ts'
import { notificationMaker } from '../make.ts'
import { notificationDuties, type SenderOptions } from '../send.ts'
import { startPushService, type Browser, type PushService } from './push-service.ts'

export interface Kept {
  status: string
  error: string | null
  attempts: number
  template: string
  /** Seconds until the next try. */
  pause: number
}

interface Shown {
  web_push: number
  notification: { title: string; body: string; lang: string; navigate: string; tag: string }
}

/** A clinic whose clients have browsers, and the worker's part of telling them, turn by turn. */
export interface Stage {
  server: TestServer
  clinic: Clinic
  service: PushService
  owner: pg.Pool
  /** A client, signed in, with a browser that has subscribed. */
  person(): Promise<Person & { browser: Browser }>
  book(
    who: { sdk: Sdk },
    time?: string,
  ): Promise<Awaited<ReturnType<Sdk['appointments']['confirm']>>>
  /** Another time each, of eight specialists. */
  nextTime(): string
  /** Makes the notifications of what has happened. */
  make(): Promise<void>
  /** Makes them and sends them. */
  tell(options?: SenderOptions): Promise<void>
  /** Reminders apart. */
  keptOf(browser: Browser): Promise<Kept[]>
  /** What is to be tried again is tried at once. */
  due(): Promise<void>
  close(): Promise<void>
}

export const signal: AbortSignal = new AbortController().signal

export async function openStage(): Promise<Stage> {
  let publicKey = ''
  const service = await startPushService(() => publicKey)
  const server = await startServer({
    PUSH_SERVICES: service.origin,
    PUBLIC_URL: 'https://zapis.example',
  })
  const { app } = server
  publicKey = vapidOf(app).publicKey
  const owner = new pg.Pool({ connectionString: server.databaseUrl, max: 2 })
  // Dropping the database may overtake a connection that is saying goodbye.
  owner.on('error', () => undefined)
  const clinic = await makeClinic(server, { specialists: 8, workplaces: 8 })
  await clinic.admin.locations.update(clinic.locationId, { address: 'ул. Арбат, 10' })
  let halfHours = 0
  const stage: Stage = {
    server,
    clinic,
    service,
    owner,
    async person() {
      const someone = await clientOf(server, clinic)
      const browser = service.subscribe()
      await someone.sdk.me.addPushSubscription(browser.draft)
      return { ...someone, browser }
    },
    async book({ sdk }, time = stage.nextTime()) {
      const { hold } = await sdk.appointments.book(visitAt(clinic, time))
      return sdk.appointments.confirm({ hold })
    },
    nextTime() {
      const at = 9 * 60 + ((++halfHours * 30) % (8 * 60))
      return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':')
    },
    async make() {
      while (await relay(app, signal, { makers: [notificationMaker(app)] }));
    },
    async tell(options) {
      await stage.make()
      for (const lane of notificationDuties(app, options)) {
        while (await lane.turn(signal));
        await lane.stop()
      }
    },
    async keptOf({ draft }) {
      const { rows } = await owner.query<Kept>(
        `select status, error, attempts, template, extract(epoch from send_at - clock_timestamp())::integer as pause
         from notifications where recipient = $1 and template not like 'reminder%' order by id`,
        [draft.endpoint],
      )
      return rows
    },
    async due() {
      await owner.query(
        `update notifications set send_at = now() where status = 'pending' and attempts > 0`,
      )
    },
    async close() {
      await owner.end()
      await server.close()
      await service.close()
    },
  }
  return stage
}

export function shown({ received }: Browser): Shown[] {
  return received.map(({ text }) => JSON.parse(text) as Shown)
}

export function titles(browser: Browser): string[] {
  return shown(browser).map(({ notification }) => notification.title)
}
