import type { Page } from 'playwright-core'
import { makeClinic, visitAt, type Clinic } from '../../../server/src/test/clinic.ts'
import { signedIn } from './signed-in.ts'
import type { OpenOptions, Stage } from './stage.ts'

/** One of the elements beside the booking, as a page names it. */
export function tagOf(stage: Stage, name: string, apiKey: string, attributes = ''): string {
  return stage.snippet(apiKey, attributes).replaceAll('booking-widget', name)
}

/** A part of an element. */
export const partOf = (page: Page, element: string) => (name: string) =>
  page.locator(`${element} [part~="${name}"]`)

/** A client with visits at these times of the clinic's day, a balance, and the account open. */
export async function openAccount(
  stage: Stage,
  {
    times = ['10:00'],
    balance = 0,
    policies = {},
    around = '',
    head = '',
    ...options
  }: OpenOptions & {
    times?: string[]
    balance?: number
    /** What stands above and below it. */
    around?: string
    policies?: NonNullable<Parameters<Clinic['admin']['services']['update']>[1]>['policies']
  } = {},
) {
  const clinic = await makeClinic(stage.server, { specialists: 2, workplaces: 2 })
  const { admin, serviceId, publishable } = clinic
  await admin.services.update(serviceId, { policies })
  const person = await signedIn(stage, clinic, { first_name: 'Анна', last_name: 'Петрова' })
  if (balance > 0)
    await admin.clients.addTransaction(person.id, { type: 'deposit', amount: balance })
  const sdk = stage.server.as(person.token)
  for (const time of times) {
    const { hold } = await sdk.appointments.book(visitAt(clinic, time))
    await sdk.appointments.confirm({ hold })
  }
  const body = around + tagOf(stage, 'booking-account', publishable) + around
  const visit = await stage.open(body, { head: person.head + head, ...options })
  const part = partOf(visit.page, 'booking-account')
  await part('balance').waitFor()
  return { ...visit, clinic, person, sdk, part }
}
