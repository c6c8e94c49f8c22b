import type { Clinic } from './clinic.ts'
import type { Person } from './people.ts'

export type Deed = (person: Person, step: number) => Promise<unknown>

interface Stage {
  clinic: Clinic
  /** The package that is on sale. */
  packageId: number
  patient: { maxRetries: number }
  someTime(step: number): string
  someVisit(person: Person, step: number): Promise<number>
}

const reason = 'Так решили'

/** What the desk and the administrator do to visits and money, for histories at random. */
export function deskDeeds(stage: Stage): Record<string, Deed> {
  const { clinic, packageId, patient, someTime, someVisit } = stage
  const { appointments, clients, organization, services } = clinic.admin
  const place = { location_id: clinic.locationId, service_id: clinic.serviceId }
  const [specialist_id = 0] = clinic.specialistIds
  return {
    sellPackage: ({ id }, step) =>
      clients.sellPackage(
        id,
        {
          package_id: packageId,
          payment: { method: step % 2 === 0 ? 'wallet' : 'on_site' },
        },
        patient,
      ),
    bookAtDesk: ({ id }, step) =>
      appointments.create(
        {
          ...place,
          ...{ specialist_id, starts_at: someTime(step), client: { id } },
          ...{ payment: { method: step % 2 === 0 ? 'wallet' : 'on_site' } },
          ...(step % 3 === 0 ? { discount: { percent: 12.5, reason } } : {}),
        },
        patient,
      ),
    payByLedger: async (person, step) =>
      clients.addTransaction(
        person.id,
        {
          ...{ type: 'payment', amount: 1_000 + step },
          ...{ appointment_id: await someVisit(person, step), reason },
        },
        patient,
      ),
    cancelAgainstPolicy: async (person, step) =>
      appointments.cancel(
        await someVisit(person, step),
        { refund: step % 2 === 0 ? 'full' : 'none', reason },
        patient,
      ),
    arrive: async (person, step) => appointments.arrive(await someVisit(person, step), patient),
    approve: async (person, step) => appointments.approve(await someVisit(person, step), patient),
    mergeDuplicate: async ({ id }, step) => {
      const duplicate = await clients.create({ first_name: 'Двойник' }, patient)
      await clients.addTransaction(duplicate.id, { type: 'deposit', amount: 300_000 }, patient)
      const wallet = { payment: { method: 'wallet' } } as const
      await clients.sellPackage(duplicate.id, { package_id: packageId, ...wallet }, patient)
      const visit = { ...place, specialist_id, starts_at: someTime(step) }
      await appointments.create({ ...visit, client: { id: duplicate.id }, ...wallet }, patient)
      return clients.merge(id, { duplicate_id: duplicate.id }, patient)
    },
    changePrice: (_, step) =>
      services.update(clinic.serviceId, { price: 90_000 + step * 7 }, patient),
    changePolicy: (_, step) =>
      organization.update(
        {
          policies: {
            ...{ approval: step % 4 === 0, late_cancel: 'fee', late_cancel_fee_percent: 33 },
            ...{ no_show_fee_percent: step % 100, refund_to: step % 2 === 0 ? 'wallet' : 'source' },
            ...{ cancel_before_min: (step % 3) * 60 * 24 * 20 },
            prepayment: { kind: 'percent', percent: step % 50, new_clients_only: step % 5 === 0 },
          },
        },
        patient,
      ),
  }
}
