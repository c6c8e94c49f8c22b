import { statement, type Tx } from '../db/transaction.ts'
import { minuteOfDay } from './quiet.ts'
import type { RuleRow, Settings } from './settings.ts'

/** Who has set nothing: as the table's own defaults say. */
const read = statement(
  'notification_settings',
  `select o.id as organization_id, coalesce(to_char(s.quiet_from, 'HH24:MI'), '22:00') as quiet_from, coalesce(to_char(s.quiet_to, 'HH24:MI'), '08:00') as quiet_to,
     coalesce(s.shows_service, false) as shows_service, s.review_url, o.slug, coalesce(s.version, 1) as version, o.time_zone, o.locale,
     coalesce((select jsonb_agg(jsonb_build_object('template', r.template, 'service_id', r.service_id, 'is_enabled', r.is_enabled,
       'offset_min', r.offset_min, 'channels', r.channels) order by r.service_id nulls first, r.id)
       from notification_rules r where r.organization_id = o.id), '[]') as rules
   from organizations o left join notification_settings s on s.organization_id = o.id where o.id = $1`,
)

export interface SettingsRow {
  organization_id: number
  quiet_from: string
  quiet_to: string
  shows_service: boolean
  review_url: string | null
  slug: string
  version: number
  time_zone: string
  locale: 'ru' | 'en'
  rules: RuleRow[]
}

export function readSettingsRow(tx: Tx): Promise<SettingsRow> {
  return tx.one<SettingsRow>(read, [tx.organizationId])
}

export interface OrganizationSettings extends Settings {
  organizationId: number
  slug: string
  timeZone: string
}

export async function readSettings(tx: Tx): Promise<OrganizationSettings> {
  const row = await readSettingsRow(tx)
  return {
    organizationId: row.organization_id,
    slug: row.slug,
    quiet: { from: minuteOfDay(row.quiet_from), to: minuteOfDay(row.quiet_to) },
    showsService: row.shows_service,
    reviewUrl: row.review_url,
    rows: row.rules,
    timeZone: row.time_zone,
  }
}
