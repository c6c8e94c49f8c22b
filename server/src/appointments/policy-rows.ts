import type { Policy } from '../availability/configuration.ts'
import { resolvePolicy, type ResolvedPolicy } from '../availability/policy.ts'
import { statement, type Tx } from '../db/transaction.ts'
import type { HoldFacts } from './hold-token.ts'

interface Levels {
  organization: Policy
  location: Policy
  service: Policy
}

/** As the rules stand now: those that the process keeps for listing may be older, and a connection inside a transaction takes no second one. */
const levels = `select o.policies as organization, s.policies as service,
    l.policies || jsonb_strip_nulls(jsonb_build_object('lead_time_min', l.lead_time_min, 'horizon_days', l.horizon_days, 'cancel_before_min', l.cancel_before_min)) as location`
const where = `from organizations o
   join locations l on l.organization_id = o.id and l.id = $2
   join services s on s.organization_id = o.id and s.id = $3
   where o.id = $1`

const ofVisit = statement('policy_of_visit', `${levels} ${where}`)
const ofHold = statement(
  'policy_of_hold',
  `${levels}, clock_timestamp() >= to_timestamp($4::bigint / 1000.0) as passed,
     exists (select from appointments a where a.organization_id = $1 and a.hold_id = $5) as confirmed,
     (select coalesce(array_agg(c.kind order by c.kind), '{}') from (
        select distinct on (t.kind) t.kind, t.required from consent_texts t where t.organization_id = $1 order by t.kind, t.created_at desc, t.id desc
      ) c where c.required) as required_consents ${where}`,
)

export async function policyOf(
  tx: Tx,
  { location_id, service_id }: { location_id: number; service_id: number },
): Promise<ResolvedPolicy> {
  return resolve(await tx.one<Levels>(ofVisit, [tx.organizationId, location_id, service_id]))
}

interface HoldRow extends Levels {
  passed: boolean
  confirmed: boolean
  required_consents: string[]
}

export interface Standing {
  /** Its end, by the database's clock: the processes' own may differ. */
  passed: boolean
  confirmed: boolean
  /** Kinds without which the clinic takes no online booking. */
  requiredConsents: string[]
  policy: ResolvedPolicy
}

/** How a hold stands, and the rules for what it becomes. */
export async function standingOf(
  tx: Tx,
  { id, locationId, serviceId, expiresAt }: HoldFacts,
): Promise<Standing> {
  const { passed, confirmed, required_consents, ...row } = await tx.one<HoldRow>(ofHold, [
    tx.organizationId,
    locationId,
    serviceId,
    expiresAt,
    id,
  ])
  return { passed, confirmed, requiredConsents: required_consents, policy: resolve(row) }
}

function resolve({ organization, location, service }: Levels): ResolvedPolicy {
  return resolvePolicy(organization, location, service)
}
