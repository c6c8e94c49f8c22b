/** By which channels a person can be told, and in which order: no I/O, no clock. */
import type { ChannelName } from './channels/channel.ts'
import type { Quiet } from './quiet.ts'

/** Somebody who is told something. */
export interface Person {
  locale: 'ru' | 'en'
  /** Where each channel finds them; what was refused lately is left out. Several: the browsers. */
  addresses: Partial<Record<ChannelName, readonly string[]>>
  /** In their own order; null: as the organization does. */
  preferred: readonly { channel: ChannelName; enabled: boolean }[] | null
  /** Their own quiet hours; null: the organization's. */
  quiet: Quiet | null
  wantsReminders: boolean
  wantsFollowUps: boolean
  wantsCalendarByEmail: boolean
  consentsToMarketing: boolean
}

export interface Way {
  channel: ChannelName
  recipients: readonly string[]
}

export interface Choice {
  /** Of the rule, the best first. */
  channels: readonly ChannelName[]
  /** The organization has named the channels itself. */
  areChosen: boolean
  /** Those that this installation can use. */
  available: ReadonlySet<ChannelName>
}

/** The best first. The order is the person's where they have one, the choice the organization's. */
export function waysTo(person: Person, { channels, areChosen, available }: Choice): Way[] {
  const preferred = person.preferred ?? []
  const own = preferred.map(({ channel }) => channel)
  const order = [...own, ...channels.filter((channel) => !own.includes(channel))]
  return order.flatMap((channel) => {
    const wish = preferred.find((each) => each.channel === channel)?.enabled
    const isOn = wish ?? (channel !== 'whatsapp' || areChosen)
    const recipients = person.addresses[channel] ?? []
    const isUsable = channels.includes(channel) && available.has(channel)
    return isOn && isUsable && recipients.length > 0 ? [{ channel, recipients }] : []
  })
}
