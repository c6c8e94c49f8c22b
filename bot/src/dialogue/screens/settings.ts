import type { Me, NotificationPreferences } from '@zapis/sdk'
import { sayIn } from '../../texts/say.ts'
import type { Reply } from '../reply.ts'
import type { Step } from '../step.ts'
import { button, homeButton, layout, rows, type Turn } from '../turn.ts'
import { askContact } from './contact.ts'

/** What a button can set. Buttons name their places: only add. */
const SETTINGS = [
  'reminders',
  'language',
  'telegram',
  'webpush',
  'email',
  'whatsapp',
  'followUps',
  'max',
] as const
type Setting = (typeof SETTINGS)[number]
type Channel = NotificationPreferences['available'][number]

/** The hours that can be chosen here; others are set on the account page. The first: as the clinic says. Only add. */
const HOURS = [
  null,
  { quiet_from: '21:00', quiet_to: '09:00' },
  { quiet_from: '22:00', quiet_to: '08:00' },
  { quiet_from: '23:00', quiet_to: '07:00' },
  // From an hour until the same: never.
  { quiet_from: '00:00', quiet_to: '00:00' },
] as const

/** By which ways one is told, when not, and in which language. */
export async function settings(turn: Turn, step: Step, notice?: string): Promise<Reply> {
  const { say, clinic } = turn
  if (!(await clinic.isKnown())) return askContact(turn, { screen: 'settings' })
  const [me, preferences, browsers] = await Promise.all([
    clinic.api.me.get(),
    clinic.api.me.notificationPreferences(),
    clinic.api.me.pushSubscriptions({ limit: 1 }),
  ])
  const reached = {
    telegram: me.telegram_linked,
    // It is in this chat, or has to be begun with there.
    max: clinic.messenger === 'max',
    webpush: browsers.data.length > 0,
    email: me.email !== null,
    whatsapp: me.phone !== null,
  }
  const ways = orderOf(preferences).filter(
    (channel) => preferences.available.includes(channel) && reached[channel],
  )
  const isSilent = !ways.some((channel) => isOn(preferences, channel))
  const toggle = (setting: Setting, isNow: boolean, name: string) => [
    button(turn, say(isNow ? 'settingOn' : 'settingOff', { name }), change(setting, !isNow)),
  ]
  return {
    text: [say('settingsAre'), isSilent && say('noWayLeft')].filter(Boolean).join('\n\n'),
    choices: layout(
      ...ways.map((channel) =>
        toggle(channel, isOn(preferences, channel), nameOf(turn, me, channel)),
      ),
      toggle('reminders', preferences.reminders, say('reminders')),
      toggle('followUps', preferences.follow_ups, say('followUps')),
      [
        button(turn, say('quietHours', { hours: hoursText(turn, preferences) }), {
          screen: 'quiet',
        }),
      ],
      [button(turn, say('otherLanguage'), change('language', me.locale === 'ru'))],
      [homeButton(turn)],
    ),
    ...(notice === undefined ? {} : { notice }),
  }
}

function change(setting: Setting, isWanted: boolean): Step {
  return { screen: 'set', setting: SETTINGS.indexOf(setting), value: isWanted ? 1 : 0 }
}

function nameOf({ say }: Turn, { email }: Me, channel: Channel): string {
  return say(`channel_${channel}`, { address: email ?? '' })
}

/** Their own order, and then the clinic's. */
function orderOf({ channels }: NotificationPreferences): Channel[] {
  const own = channels.map(({ channel }) => channel)
  return [...own, ...usual.filter((channel) => !own.includes(channel))]
}
const usual = ['telegram', 'max', 'webpush', 'email', 'whatsapp'] as const

function isOn({ channels }: NotificationPreferences, channel: Channel): boolean {
  return channels.find((one) => one.channel === channel)?.enabled ?? channel !== 'whatsapp'
}

/** A button says what it sets, not that it turns: pressed twice it is the same. */
export async function set(turn: Turn, { setting = 0, value = 0 }: Step): Promise<Reply> {
  const { clinic, say } = turn
  if (!(await clinic.isKnown())) return askContact(turn, { screen: 'settings' })
  const what = SETTINGS[setting]
  if (what === undefined) return settings(turn, { screen: 'settings' })
  const isWanted = value === 1
  if (what === 'language') return inAnother(turn, isWanted ? 'en' : 'ru')
  await clinic.api.me.updateNotificationPreferences(
    what === 'reminders'
      ? { reminders: isWanted }
      : what === 'followUps'
        ? { follow_ups: isWanted }
        : await withChannel(turn, what, isWanted),
  )
  return settings(turn, { screen: 'settings' }, say('saved'))
}

/** All of them are named, in the order that they have: one that is let in again does not come before the others. */
async function withChannel({ clinic }: Turn, channel: Channel, isWanted: boolean) {
  const now = await clinic.api.me.notificationPreferences()
  return {
    channels: orderOf(now).map((each) => ({
      channel: each,
      enabled: each === channel ? isWanted : isOn(now, each),
    })),
  }
}

async function inAnother(turn: Turn, locale: 'ru' | 'en'): Promise<Reply> {
  await turn.clinic.speak(locale)
  const say = sayIn(locale)
  const anew = { ...turn, person: { ...turn.person, locale }, say }
  return settings(anew, { screen: 'settings' }, say('saved'))
}

/** When one is not to be woken. */
export async function quiet(turn: Turn, step: Step): Promise<Reply> {
  const { say, clinic } = turn
  if (!(await clinic.isKnown())) return askContact(turn, step)
  const back = button(turn, say('back'), { screen: 'settings' })
  const choices = HOURS.map((hours, value) =>
    button(turn, hoursText(turn, hours ?? nothing), { screen: 'setQuiet', value }),
  )
  return { text: say('quietWhich'), choices: [...rows(choices, 1), [back, homeButton(turn)]] }
}

const nothing = { quiet_from: null, quiet_to: null }

export async function setQuiet(turn: Turn, { value = 0 }: Step): Promise<Reply> {
  const { clinic, say } = turn
  if (!(await clinic.isKnown())) return askContact(turn, { screen: 'quiet' })
  const hours = HOURS[value]
  if (hours === undefined) return quiet(turn, { screen: 'quiet' })
  await clinic.api.me.updateNotificationPreferences(hours ?? nothing)
  return settings(turn, { screen: 'settings' }, say('saved'))
}

function hoursText(
  { say }: Turn,
  { quiet_from: from, quiet_to: to }: Pick<NotificationPreferences, 'quiet_from' | 'quiet_to'>,
): string {
  if (from === null || to === null) return say('quietAsClinic')
  return from === to ? say('quietNever') : say('quietSpan', { from, to })
}
