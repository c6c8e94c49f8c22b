import type { Client } from '@zapis/sdk/contract'
import { audit } from '../audit/append.ts'
import type { Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { append } from '../outbox/append.ts'
import {
  auditedChange,
  isSomebody,
  presentClient,
  unnamed,
  type ClientRow,
  type ClientValues,
} from './client.ts'
import { draftValues, settingsOf } from './draft.ts'
import { insertClient } from './client-rows.ts'

export async function createClient(tx: Tx, call: Call<'clients.create'>): Promise<Client> {
  const values = await draftValues(tx, call.body)
  requireSomebody(values)
  return presentClient(await addClient(tx, call, values))
}

export async function addClient(
  tx: Tx,
  call: Pick<Call, 'caller' | 'operation'>,
  values: ClientValues,
): Promise<ClientRow> {
  const first_name = values.first_name ?? unnamed[values.locale ?? (await settingsOf(tx)).locale]
  const row = await insertClient(tx, { ...values, first_name })
  const { id } = row
  await append(tx, 'client.created', { kind: 'client', id }, { id })
  await audit(tx, call, `client:${id}`, ...auditedChange(null, row))
  return row
}

export function requireSomebody(values: ClientValues): void {
  if (isSomebody(values)) return
  const pointers = ['/first_name', '/phone', '/email']
  throw new Fault('contact_required', {
    errors: pointers.map((pointer) => ({ pointer, code: 'required' })),
  })
}
