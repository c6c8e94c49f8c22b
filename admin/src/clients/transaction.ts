import type { ObjectSchema } from '@zapis/sdk/contract'
import type { TransactionDraft } from '@zapis/sdk'

/** The contract's line as it is for one type: a correction may take away and says why, all others are above zero;
 * a payment is for a visit. */
export function schemaOfLine(draft: ObjectSchema, type: TransactionDraft['type']): ObjectSchema {
  const required = draft.required ?? []
  if (type === 'correction') return { ...draft, required: [...required, 'reason'] }
  const amount = { ...draft.properties['amount'], minimum: 1 }
  return {
    ...draft,
    properties: { ...draft.properties, amount },
    required: type === 'payment' ? [...required, 'appointment_id'] : required,
  }
}
