import { isBookingError, type NotificationPreferences } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { checkField } from '../parts/check-field.ts'
import type { Account } from './account.ts'

type Channel = NotificationPreferences['available'][number]
type Changes = Partial<
  Pick<
    NotificationPreferences,
    'channels' | 'quiet_from' | 'quiet_to' | 'reminders' | 'calendar_by_email'
  >
>

/** What is offered to whoever wants a night of their own. */
const night = { quiet_from: '22:00', quiet_to: '08:00' }

/** By which ways one is written to, and when not. Of web push each device has a switch of its own. */
export function toldFields(account: Account): unknown {
  const { preferences, tell, me } = account
  if (!preferences || !me) return nothing
  const { available, quiet_from, reminders, calendar_by_email } = preferences
  const field = (id: string, label: string, isOn: boolean, changes: (isOn: boolean) => Changes) =>
    checkField({
      ...{ id, label, isOn, part: 'told' },
      isDisabled: account.busy,
      change: (on) => change(account, preferences, changes(on)),
    })
  const ways = waysOf(preferences)
  const way = (channel: Channel, name: string) =>
    field(
      `by-${channel}`,
      name,
      ways.some((each) => each.channel === channel && each.enabled),
      (enabled) => ({
        channels: ways.map((each) => (each.channel === channel ? { channel, enabled } : each)),
      }),
    )
  const has = (channel: Channel) => available.includes(channel)
  const mail = account.speak.say('email')
  return html`${has('telegram') ? (me.telegram_linked ? way('telegram', 'Telegram') : linkButton(account)) : nothing}
  ${has('whatsapp') && me.phone ? way('whatsapp', 'WhatsApp') : nothing}
  ${
    has('email') && me.email
      ? [
          way('email', mail),
          field('calendar-mail', tell('calendarMail'), calendar_by_email, (isOn) => ({
            calendar_by_email: isOn,
          })),
        ]
      : nothing
  }
  ${field('reminders', tell('reminders'), reminders, (isOn) => ({ reminders: isOn }))}
  ${field('quiet', tell('quiet'), quiet_from !== null, (isOn) => (isOn ? night : { quiet_from: null, quiet_to: null }))}
  ${quiet_from === null ? nothing : hours(account, preferences)}`
}

/** All of them in the order in which they are tried; WhatsApp only for who asks for it. */
function waysOf({ channels, available }: NotificationPreferences): Changes['channels'] & object {
  const named = channels.map(({ channel }) => channel)
  const others = available.filter((channel) => !named.includes(channel))
  return [...channels, ...others.map((channel) => ({ channel, enabled: channel !== 'whatsapp' }))]
}

/** Sent when both are left: each key that is pressed in a time is a change of it. */
function hours(account: Account, preferences: NotificationPreferences): unknown {
  const hour = (name: keyof typeof night) =>
    html`<div class="field" part="field">
      <label part="label" for=${name}>${account.tell(name)}</label>
      <input
        type="time"
        part="input"
        id=${name}
        required
        ?disabled=${account.busy}
        value=${preferences[name] ?? ''}
        .value=${preferences[name] ?? ''}
      />
    </div>`
  const left = async ({ currentTarget: pair, relatedTarget: next }: FocusEvent) => {
    if (!(pair instanceof Element) || (next instanceof Node && pair.contains(next))) return
    const inputs = [...pair.querySelectorAll('input')]
    const [quiet_from, quiet_to] = inputs.map(({ value }) => value)
    const isOther = inputs.some(({ value, defaultValue }) => value !== defaultValue)
    if (quiet_from && quiet_to && isOther)
      await change(account, preferences, { quiet_from, quiet_to })
    setTimeout(() => inputs.forEach((each) => (each.value = each.defaultValue)))
  }
  return html`<div class="pair short" @focusout=${left}>
    ${hour('quiet_from')}${hour('quiet_to')}
  </div>`
}

/** The clinic's bot binds who opens it by this link. */
function linkButton(account: Account): unknown {
  const link = () =>
    account.attempt(async () => {
      const { url } = await account.connection.client.request('me.telegramLink', {})
      location.assign(url)
    })
  return html`<button
    type="button"
    class="quiet start"
    part="telegram-link"
    aria-disabled=${account.busy}
    @click=${link}
  >
    ${account.tell('telegramLink')}
  </button>`
}

/** Over what was seen only: what was changed elsewhere is shown first. */
function change(
  account: Account,
  { version }: NotificationPreferences,
  body: Changes,
): Promise<void> {
  const { client } = account.connection
  return account.attempt(
    async () => {
      const ifMatch = { ifMatch: version }
      account.set({
        preferences: await client.request('me.updateNotificationPreferences', { body }, ifMatch),
      })
    },
    (error) => {
      if (!isBookingError(error, 'version_conflict')) return false
      void client.request('me.notificationPreferences', {}).then((preferences) => {
        account.set({
          preferences,
          failure: { text: account.tell('changedElsewhere'), retry: null },
        })
        account.focus('.notice')
      })
      return true
    },
  )
}
