import type { Person } from '../../test/people.ts'
import { yookassaStandIn } from '../../test/yookassa-stand-in.ts'
import { paying } from './paying.ts'

/** A clinic whose cards go through a stand-in of YooKassa, and what its tests do again and again. */
export async function atYookassa(environment: Record<string, string> = {}) {
  const yookassa = await yookassaStandIn()
  const clinic = await paying({ ...yookassa.environment, ...environment })
  const { server, person, rows, open } = clinic
  const tell = (body: Record<string, unknown>) =>
    server.http('POST', '/v1/payments/webhooks/yookassa', { body })
  return {
    ...clinic,
    yookassa,
    tell,
    told: (providerId: string, event = 'payment.succeeded') =>
      tell(yookassa.notification(event, yookassa.payments.get(providerId)!)),
    /** Begun and opened: the provider has it. For the balance, or for a visit. */
    async opened(
      of: { amount: number } | { appointment_id: number } = { amount: 50_000 },
      { sdk }: Person = person,
    ) {
      const payment = await sdk.payments.create(
        'amount' in of ? { purpose: 'deposit', ...of } : { purpose: 'appointment', ...of },
      )
      await open(payment.url)
      const [row] = await rows<{ provider_id: string }>(
        'select provider_id from payments where id = $1',
        [payment.id],
      )
      return { ...payment, providerId: row!.provider_id }
    },
    balance: async () => (await person.sdk.me.wallet()).balance.amount,
    statusOf: async (id: number) =>
      (await rows<{ status: string }>('select status from payments where id = $1', [id]))[0]
        ?.status,
    /** The worker looks at all of them again. */
    soon: () =>
      rows(`update payments set next_at = now() - interval '1 second' where closed_at is null`),
    differences: async (providerId: string) =>
      (await clinic.clinic.admin.payments.differences().toArray()).filter(
        (each) => each.provider_id === providerId && each.settled_at === null,
      ),
    async close() {
      await clinic.close()
      await yookassa.close()
    },
  }
}
