import { statement, type Tx } from '../db/transaction.ts'

/** Both sides show and write these links, so a change from one side is a change of the other side's version too. */
export async function replaceServicesOfWorkplace(
  tx: Tx,
  workplaceId: number,
  serviceIds: readonly number[],
): Promise<void> {
  const given = [tx.organizationId, workplaceId, serviceIds]
  const changed = await tx.query<{ id: number }>(servicesOfWorkplace, given)
  await tx.query(touchServices, [tx.organizationId, changed.map(({ id }) => id)])
}

export async function replaceWorkplacesOfService(
  tx: Tx,
  serviceId: number,
  workplaceIds: readonly number[],
): Promise<void> {
  const given = [tx.organizationId, serviceId, workplaceIds]
  const changed = await tx.query<{ id: number }>(workplacesOfService, given)
  await tx.query(touchWorkplaces, [tx.organizationId, changed.map(({ id }) => id)])
}

export interface Performs {
  specialist_id: number
  price?: number | null
  duration_min?: number | null
}

export async function replaceSpecialistsOfService(
  tx: Tx,
  serviceId: number,
  specialists: readonly Performs[],
): Promise<void> {
  await tx.query(specialistsOfService, [
    tx.organizationId,
    serviceId,
    specialists.map((each) => each.specialist_id),
    specialists.map((each) => each.price ?? null),
    specialists.map((each) => each.duration_min ?? null),
  ])
}

function replaceWorkplaceServices(side: 'workplace_id' | 'service_id'): string {
  const other = side === 'workplace_id' ? 'service_id' : 'workplace_id'
  return `with gone as (
      delete from workplace_services where organization_id = $1 and ${side} = $2 and ${other} <> all($3)
      returning ${other} as id
    ), made as (
      insert into workplace_services (organization_id, ${side}, ${other}) select $1, $2, unnest($3::integer[])
      on conflict on constraint workplace_services_key do nothing
      returning ${other} as id
    )
    select id from gone union all select id from made`
}

const servicesOfWorkplace = statement(
  'services_of_workplace',
  replaceWorkplaceServices('workplace_id'),
)
const workplacesOfService = statement(
  'workplaces_of_service',
  replaceWorkplaceServices('service_id'),
)
const touchServices = statement(
  'touch_services',
  'update services set updated_at = now() where organization_id = $1 and id = any($2)',
)
const touchWorkplaces = statement(
  'touch_workplaces',
  'update workplaces set updated_at = now() where organization_id = $1 and id = any($2)',
)
const specialistsOfService = statement(
  'specialists_of_service',
  `with gone as (
     delete from service_specialists where organization_id = $1 and service_id = $2 and specialist_id <> all($3)
   )
   insert into service_specialists as old (organization_id, service_id, specialist_id, price, duration_min)
   select $1, $2, * from unnest($3::integer[], $4::bigint[], $5::integer[])
   on conflict on constraint service_specialists_key do update
   set price = excluded.price, duration_min = excluded.duration_min
   where (old.price, old.duration_min) is distinct from (excluded.price, excluded.duration_min)`,
)
