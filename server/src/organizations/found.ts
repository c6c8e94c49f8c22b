import type { OperationTypes } from '@zapis/sdk/contract'
import { audit } from '../audit/append.ts'
import { normalizeEmail } from '../clients/contact.ts'
import type { Tx } from '../db/transaction.ts'
import type { Call } from '../http/call.ts'
import { insertKey } from '../identity/key-rows.ts'
import { insertStaff, type StaffRow } from '../identity/staff-rows.ts'
import { getOrganization, insertOrganization, organizationItem } from './rows.ts'

export type Draft = OperationTypes['organizations.create']['body']

export interface Founded {
  organization: ReturnType<typeof organizationItem>
  owner: StaffRow
  publishable_key: string
  secret_key: string
}

const keyNames = {
  ru: { publishable: 'Сайт', secret: 'Сервер' },
  en: { publishable: 'Site', secret: 'Server' },
} as const

/** A new, empty clinic with its owner and a key of each kind: all of it or nothing. */
export async function found(
  tx: Tx,
  draft: Draft,
  passwordHash: string,
  call: Pick<Call, 'caller' | 'operation'>,
): Promise<Founded> {
  const inside = await insertOrganization(tx, draft)
  const owner = await insertStaff(inside, {
    email: normalizeEmail(draft.owner.email),
    password_hash: passwordHash,
    role: 'owner',
    locale: draft.locale,
  })
  const key = async (kind: 'publishable' | 'secret') => {
    const name = keyNames[draft.locale][kind]
    return insertKey(inside, { kind, name, allowed_origins: [], scopes: null })
  }
  const publishable = await key('publishable')
  const secret = await key('secret')
  const organization = organizationItem(await getOrganization(inside))
  await audit(inside, call, `organization:${organization.id}`, null, { ...organization })
  return { organization, owner, publishable_key: publishable.value, secret_key: secret.value }
}
