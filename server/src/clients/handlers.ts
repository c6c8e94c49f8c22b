import type { App } from '../app-context.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { read, write, type DraftJudge, type HandlersOf } from '../http/handler.ts'
import { lockClient } from './client-rows.ts'
import { presentClient, type ClientRow } from './client.ts'
import { listConsentTexts, publishConsentText } from './consent-texts.ts'
import { changeConsent, listConsents } from './consents.ts'
import { createClient } from './create.ts'
import { addDiscount, listDiscounts, removeDiscount } from './discounts.ts'
import { eraseClient } from './erase.ts'
import { exportClient } from './export.ts'
import { importClients } from './import.ts'
import { mergeClients } from './merge.ts'
import { listClients, visibleClient, visitsOf } from './reads.ts'
import { changeClient } from './update.ts'

/** Wallets, packages and notifications are rooms of their own. */
type Elsewhere =
  | ('wallet' | 'transactions' | 'addTransaction' | 'packages' | 'sellPackage' | 'refundPackage')
  | ('notificationPreferences' | 'updateNotificationPreferences')
type ClientHandlers = Omit<HandlersOf<'clients'>, `clients.${Elsewhere}`>

export function clientHandlers(
  app: App,
  judge: DraftJudge,
): ClientHandlers & HandlersOf<'consentTexts'> {
  return { ...clients(app, judge), ...related(), ...consentTexts() }
}

type Related = 'appointments' | 'discounts' | 'addDiscount' | 'removeDiscount'
type RelatedHandlers = Pick<ClientHandlers, `clients.${Related | 'consents' | 'addConsent'}`>

function clients(app: App, judge: DraftJudge): Omit<ClientHandlers, keyof RelatedHandlers> {
  return {
    'clients.list': read((call, tx) => listClients(tx, call)),
    'clients.get': read(async (call, tx) =>
      presentClient(await visibleClient(tx, call.caller, call.params.id)),
    ),
    'clients.create': write((call, tx) => createClient(tx, call)),
    'clients.import': write((call, tx) => importClients({ app, judge }, tx, call)),
    'clients.update': write(async (call, tx) =>
      presentClient(await changeClient(app, tx, call, { id: call.params.id, changes: call.body })),
    ),
    'clients.merge': write((call, tx) => mergeClients(app, tx, call)),
    'clients.export': write(async (call, tx) =>
      exportClient(app, tx, call, await visibleClient(tx, call.caller, call.params.id)),
    ),
    'clients.erase': write(async (call, tx) =>
      presentClient(await eraseClient(app, tx, call, call.params.id)),
    ),
  }
}

function related(): RelatedHandlers {
  return {
    'clients.appointments': read(async (call, tx) => {
      const { id } = await visibleClient(tx, call.caller, call.params.id)
      return visitsOf(tx, call.caller, id, call.query)
    }),
    'clients.discounts': read(async (call, tx) => {
      const { id } = await visibleClient(tx, call.caller, call.params.id)
      return listDiscounts(tx, id, call.query)
    }),
    'clients.addDiscount': write(async (call, tx) => {
      const { id } = await livingClient(tx, call.params.id)
      return addDiscount(tx, call, id, call.body)
    }),
    'clients.removeDiscount': write((call, tx) => removeDiscount(tx, call)),
    'clients.consents': read(async (call, tx) => {
      const { id } = await visibleClient(tx, call.caller, call.params.id)
      return listConsents(tx, id, call.query)
    }),
    'clients.addConsent': write(async (call, tx) => {
      const { id } = await livingClient(tx, call.params.id)
      return changeConsent(tx, call, id, call.body)
    }),
  }
}

function consentTexts(): HandlersOf<'consentTexts'> {
  return {
    'consentTexts.list': read((call, tx) => listConsentTexts(tx, call.query)),
    'consentTexts.create': write((call, tx) => publishConsentText(tx, call)),
  }
}

/** Kept from being merged or erased meanwhile; of one who is erased nothing new is written. */
async function livingClient(tx: Tx, id: number): Promise<ClientRow> {
  const row = await lockClient(tx, id, null)
  if (row.erased_at !== null) throw new Fault('not_found')
  return row
}
