/** The rules as an organization has them: no I/O, no clock. */
import type { ChannelName } from './channels/channel.ts'
import type { Quiet } from './quiet.ts'
import { rules, type Template } from './rules.ts'

/** What an organization has set; null: nothing. */
export interface RuleRow {
  template: Template
  service_id: number | null
  is_enabled: boolean | null
  offset_min: number | null
  channels: readonly ChannelName[] | null
}

export interface Settings {
  quiet: Quiet
  showsService: boolean
  reviewUrl: string | null
  rows: readonly RuleRow[]
}

export interface RuleInForce {
  isEnabled: boolean
  offsetMin: number
  channels: readonly ChannelName[]
  /** The channels are the organization's own choice. */
  areChosen: boolean
}

/** What is set for the service goes before what is set for all, and that before what the program comes with. */
export function ruleInForce(
  template: Template,
  rows: readonly RuleRow[],
  serviceId: number | null,
): RuleInForce {
  const rule = rules[template]
  const of = (id: number | null) =>
    rows.find((row) => row.template === template && row.service_id === id)
  const general = of(null)
  const single = serviceId === null ? undefined : of(serviceId)
  const channels = single?.channels ?? general?.channels ?? null
  return {
    isEnabled: single?.is_enabled ?? general?.is_enabled ?? rule.isEnabled,
    offsetMin: single?.offset_min ?? general?.offset_min ?? rule.offsetMin,
    channels: channels ?? rule.channels,
    areChosen: channels !== null,
  }
}
