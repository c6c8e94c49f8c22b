import { statement, type Tx } from '../db/transaction.ts'
import type { Role } from '../http/call.ts'
import type { SessionOf } from './session-name.ts'
import type { SignedIn } from './tokens.ts'

const staff = statement(
  'identity_staff',
  `select s.session_version, s.role, s.specialist_id
   from staff s join organizations o on o.id = s.organization_id
   where s.organization_id = $1 and s.id = $2 and s.archived_at is null and o.archived_at is null`,
)
const client = statement(
  'identity_client',
  `select c.session_version, null as role, null as specialist_id
   from clients c join organizations o on o.id = c.organization_id
   where c.organization_id = $1 and c.id = $2 and c.erased_at is null and c.merged_into is null
     and o.archived_at is null`,
)

export interface Standing {
  session_version: number
  role: Role | null
  specialist_id: number | null
}

/** Who may still be signed in; null when they may not, or their organization is archived. */
export async function standingOf(
  tx: Tx,
  of: Pick<SessionOf, 'kind' | 'id'>,
): Promise<Standing | null> {
  const found = await tx.maybe<Standing>(of.kind === 'staff' ? staff : client, [
    tx.organizationId,
    of.id,
  ])
  return found ?? null
}

export function signedIn(of: SessionOf, standing: Standing, sessionId: string): SignedIn {
  const { organizationId } = of
  if (of.kind === 'client') return { kind: 'client', clientId: of.id, organizationId, sessionId }
  if (standing.role === null) throw new Error('staff have a role')
  return {
    kind: 'staff',
    staffId: of.id,
    role: standing.role,
    specialistId: standing.specialist_id,
    organizationId,
    sessionId,
  }
}

const newVersion = {
  staff: statement(
    'identity_end_staff',
    `update staff set session_version = session_version + 1 where organization_id = $1 and id = $2`,
  ),
  client: statement(
    'identity_end_client',
    `update clients set session_version = session_version + 1 where organization_id = $1 and id = $2`,
  ),
}

/** No session that began before lives on, whatever the ephemeral store still knows. */
export async function endSessionVersion(tx: Tx, of: Pick<SessionOf, 'kind' | 'id'>): Promise<void> {
  await tx.query(newVersion[of.kind], [tx.organizationId, of.id])
}
