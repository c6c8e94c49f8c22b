import { wordedTemplates, type NotificationRules } from '@zapis/sdk/contract'
import { audit } from '../audit/append.ts'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Call } from '../http/call.ts'
import { rules } from './rules.ts'
import { readSettingsRow, type SettingsRow } from './setting-rows.ts'
import { ruleInForce, type RuleRow } from './settings.ts'

type Change = Call<'notificationRules.put'>['body']['rules'][number]

export async function getRules(tx: Tx): Promise<NotificationRules> {
  return present(await readSettingsRow(tx))
}

const found = statement(
  'notification_settings_found',
  'insert into notification_settings (organization_id) values ($1) on conflict do nothing',
)
const lock = statement(
  'notification_settings_lock',
  'select version from notification_settings where organization_id = $1 for no key update',
)
const update = statement(
  'notification_settings_update',
  `update notification_settings set quiet_from = coalesce($2::time, quiet_from), quiet_to = coalesce($3::time, quiet_to),
     shows_service = coalesce($4, shows_service), review_url = case when $6 then $5 else review_url end
   where organization_id = $1`,
)
const clear = statement(
  'notification_rules_clear',
  'delete from notification_rules where organization_id = $1',
)
const insert = statement(
  'notification_rules_insert',
  `insert into notification_rules (organization_id, template, service_id, is_enabled, offset_min, channels)
   select $1, r.template, r.service_id, r.enabled, r.offset_min, r.channels
   from jsonb_to_recordset($2::jsonb) as r (template text, service_id integer, enabled boolean, offset_min integer, channels text[])`,
)

export async function putRules(
  tx: Tx,
  call: Call<'notificationRules.put'>,
): Promise<NotificationRules> {
  const { body, ifMatch } = call
  mustBeOfVisits(body.rules)
  await tx.query(found, [tx.organizationId])
  const { version } = await tx.one<{ version: number }>(lock, [tx.organizationId])
  if (ifMatch !== null && version !== ifMatch) throw new Fault('version_conflict')
  const before = await readSettingsRow(tx)
  await tx.query(update, [
    tx.organizationId,
    body.quiet_from ?? null,
    body.quiet_to ?? null,
    body.shows_service ?? null,
    body.review_url ?? null,
    body.review_url !== undefined,
  ])
  await tx.query(clear, [tx.organizationId])
  const changes = body.rules.filter((change) => differs(change, body.rules))
  await tx.query(insert, [tx.organizationId, JSON.stringify(changes)])
  const after = await readSettingsRow(tx)
  await audit(tx, call, 'notification_rules', audited(before), audited(after))
  return present(after)
}

/** What is said of a package or of the balance is said of no visit: a rule of a service would never be asked. */
function mustBeOfVisits(all: readonly Change[]): void {
  const errors = all.flatMap(({ template, service_id }, index) =>
    service_id != null && rules[template].about !== 'visit'
      ? [{ pointer: `/rules/${index}/service_id`, code: 'not_allowed' as const }]
      : [],
  )
  if (errors.length > 0) throw new Fault('invalid_data', { errors })
}

/** What is sent back as it was read is no change: the defaults may still become better. */
function differs(change: Change, all: readonly Change[]): boolean {
  const { template, service_id = null, enabled, offset_min, channels } = change
  const general = all.find(
    (other) => other.template === template && (other.service_id ?? null) === null,
  )
  const under = service_id === null || general === undefined ? [] : [rowOf(general)]
  const inherited = ruleInForce(template, under, null)
  return !(
    (enabled ?? inherited.isEnabled) === inherited.isEnabled &&
    (offset_min ?? inherited.offsetMin) === inherited.offsetMin &&
    (channels ?? inherited.channels).join() === inherited.channels.join()
  )
}

function rowOf({ template, service_id, enabled, offset_min, channels }: Change): RuleRow {
  return {
    template,
    service_id: service_id ?? null,
    is_enabled: enabled ?? null,
    offset_min: offset_min ?? null,
    channels: channels ?? null,
  }
}

function present(row: SettingsRow): NotificationRules {
  const single = row.rules.flatMap(({ template, service_id }) =>
    service_id === null ? [] : [{ template, service_id }],
  )
  const general = wordedTemplates.map((template) => ({ template, service_id: null }))
  return {
    quiet_from: row.quiet_from,
    quiet_to: row.quiet_to,
    shows_service: row.shows_service,
    review_url: row.review_url,
    rules: [...general, ...single].flatMap(({ template, service_id }) => {
      if (template === 'broadcast') return []
      const rule = ruleInForce(template, row.rules, service_id)
      const isDefault = !row.rules.some(
        (one) => one.template === template && one.service_id === service_id,
      )
      return [
        {
          template,
          service_id,
          enabled: rule.isEnabled,
          offset_min: rule.offsetMin,
          channels: [...rule.channels],
          is_default: isDefault,
          blocked_by:
            template === 'review' && rule.isEnabled && row.review_url === null
              ? 'no_review_url'
              : null,
        },
      ]
    }),
    version: row.version,
  }
}

function audited({ quiet_from, quiet_to, shows_service, review_url, rules }: SettingsRow) {
  return { quiet_from, quiet_to, shows_service, review_url, rules }
}
