import type { OperationId } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'

/** Whether the contract lets a role make a call. */
export function may(role: string, id: OperationId): boolean {
  const [noun = '', verb = ''] = id.split('.')
  const who = member(member(member(operations, noun), verb), 'who')
  return Array.isArray(who) && who.includes(role)
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
