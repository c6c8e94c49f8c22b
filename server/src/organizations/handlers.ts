import type { OperationTypes } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { audit } from '../audit/append.ts'
import { configurationChanged } from '../catalogue/changed.ts'
import { transaction, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import { isOurs, type Call } from '../http/call.ts'
import { bare, read, write, type HandlersOf } from '../http/handler.ts'
import { createGuard, type Guard } from '../identity/guard.ts'
import { visitor } from '../visitor.ts'
import { hashPassword } from '../identity/passwords.ts'
import { openSession } from '../identity/sessions.ts'
import type { LimitPolicy } from '../redis/limiter.ts'
import { found } from './found.ts'
import {
  changeOrganization,
  getOrganization,
  lockOrganization,
  organizationItem,
  translated,
  type OrganizationItem,
} from './rows.ts'

const signUps: LimitPolicy = { name: 'sign-up', points: 5, seconds: 3600 }

export function organizationHandlers(
  app: App,
): Omit<HandlersOf<'organizations' | 'organization'>, 'organization.telegram'> {
  const guard = createGuard(app)
  return {
    'organizations.create': bare((call) => signUp(app, guard, call)),
    'organization.get': read(async (call, tx) => {
      const organization = organizationItem(await getOrganization(tx))
      const isAsWritten = isOurs(call.caller) || call.locale === organization.locale
      return translated(organization, isAsWritten ? null : call.locale)
    }),
    'organization.update': write((call, tx) => update(app, call, tx)),
  }
}

async function signUp(
  app: App,
  guard: Guard,
  call: Call<'organizations.create'>,
): Promise<OperationTypes['organizations.create']['reply']> {
  if (!app.config.signup) throw new Fault('signup_closed')
  await guard([signUps, visitor(call.address)])
  const passwordHash = await hashPassword(call.body.owner.password)
  return transaction(app.db, null, async (tx) => {
    const { owner, ...founded } = await found(tx, call.body, passwordHash, call)
    const of = { kind: 'staff', organizationId: founded.organization.id, id: owner.id } as const
    // Before the commit: without the store nobody could sign in, and the slug stays free.
    return { ...founded, tokens: await openSession(app, of, owner) }
  })
}

/** `branding`, `policies` and `translations` are replaced whole: a member that is left out is no longer set. */
async function update(
  app: App,
  call: Call<'organization.update'>,
  tx: Tx,
): Promise<OrganizationItem> {
  const before = await lockOrganization(tx, call.ifMatch)
  const after = await changeOrganization(tx, call.body)
  await audit(
    tx,
    call,
    `organization:${after.id}`,
    { ...organizationItem(before) },
    { ...organizationItem(after) },
  )
  configurationChanged(app, tx)
  return organizationItem(after)
}
