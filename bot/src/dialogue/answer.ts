import { readVisitAction, type VisitAction } from '@zapis/sdk/contract'
import { isBookingError } from '@zapis/sdk'
import { sayIn } from '../texts/say.ts'
import { Stale } from './catalogue.ts'
import type { Clinic, Locale } from './clinic.ts'
import type { Input, Person, Reply } from './reply.ts'
import { book } from './screens/book.ts'
import { confirm } from './screens/confirm.ts'
import { clinicsScreen, help, home } from './screens/home.ts'
import { agree, forget, hold } from './screens/hold.ts'
import { balance, buy, onePackage, packages } from './screens/money.ts'
import { move, moved, moveTo } from './screens/move.ts'
import { calendar, cancel, cancelled, coming, visit } from './screens/visit.ts'
import { quiet, set, setQuiet, settings } from './screens/settings.ts'
import { repeat, visits } from './screens/visits.ts'
import { wish } from './screens/wish.ts'
import { comeByLink, signInByContact } from './sign-in.ts'
import { decode, type Address, type Screen, type Step } from './step.ts'
import { homeButton, note, type Memory, type Turn } from './turn.ts'

/** One message, of a person whom the bot speaks with for these clinics. */
export interface Talk {
  clinics: readonly Clinic[]
  person: Person
  memory: Memory
  now: Date
  key(purpose: string): string
  ownKey(purpose: string): string
}

type Show = (turn: Turn, step: Step) => Promise<Reply>

const screens: Record<Screen, Show> = {
  home: (turn) => home(turn),
  clinics: async (turn) => clinicsScreen(turn),
  help: async (turn) => help(turn),
  book,
  hold: (turn, step) => hold(turn, step),
  agree,
  confirm,
  release: forget,
  repeat,
  visits,
  visit,
  coming,
  calendar,
  move,
  moveTo,
  moved,
  cancel,
  cancelled,
  balance,
  packages,
  package: (turn, step) => onePackage(turn, step),
  buy,
  settings: (turn, step) => settings(turn, step),
  set,
  quiet,
  setQuiet,
}

const actions: Record<VisitAction, Screen> = {
  coming: 'coming',
  move: 'move',
  cancel: 'cancel',
  open: 'visit',
  repeat: 'repeat',
}

const commands: Record<string, Screen> = {
  start: 'home',
  book: 'book',
  visits: 'visits',
  balance: 'balance',
  settings: 'settings',
  help: 'help',
}

/** The answer to a message. It never fails for what the person did: a refusal is a screen that leads on. */
export async function answer(talk: Talk, input: Input): Promise<Reply> {
  try {
    return await respond(talk, input)
  } catch (error) {
    // The session ended meanwhile, by a merge for example: the next call signs in anew.
    if (isBookingError(error) && error.status === 401)
      return respond(talk, input).catch((again: unknown) => apology(talk, input, again))
    return apology(talk, input, error)
  }
}

async function respond(talk: Talk, input: Input): Promise<Reply> {
  switch (input.kind) {
    case 'choice':
      return choose(talk, input.data)
    case 'start':
      await Promise.all(talk.clinics.map((clinic) => clinic.greet()))
      return start(talk, input.payload)
    case 'command':
      return atCurrent(talk, (turn) => show(turn, { screen: commands[input.name] ?? 'help' }))
    case 'contact':
      return signInByContact(talk, input.phone, turnOf, show)
    case 'text':
      return atCurrent(talk, (turn) => wish(turn, input.text))
    case 'foreign':
      return atCurrent(talk, async (turn) => ({
        ...note(turn, turn.say('contactNotOwn')),
        askContact: turn.say('shareContact'),
      }))
    case 'other':
      return atCurrent(talk, async (turn) => ({
        ...(await show(turn, { screen: 'home' })),
        text: turn.say('notUnderstood'),
      }))
  }
}

async function choose(talk: Talk, data: string): Promise<Reply> {
  const address = addressOf(data)
  const clinic = talk.clinics.find(({ id }) => id === address?.organizationId)
  if (address?.step.screen === 'clinics') return clinicsScreen(screenless(talk))
  if (address === null || clinic === undefined) return stale(talk)
  return show(await turnOf(talk, clinic), address.step)
}

/** Of a button of ours, or of one under a message of the server. */
function addressOf(data: string): Address | null {
  const action = readVisitAction(data)
  if (action === null) return decode(data)
  const { organizationId, appointmentId: id } = action
  return { organizationId, step: { screen: actions[action.action], id } }
}

async function start(talk: Talk, payload: string): Promise<Reply> {
  if (/^(link|staff)_/.test(payload)) return comeByLink(talk, payload, turnOf)
  const named = talk.clinics.find(({ slug }) => slug === payload)
  if (named) return show(await turnOf(talk, named), { screen: 'home' })
  if (talk.clinics.length > 1) return clinicsScreen(screenless(talk))
  return atCurrent(talk, (turn) => show(turn, { screen: 'home' }))
}

/** At the clinic that the person spoke of last; where that is not known, they say which. */
async function atCurrent(talk: Talk, then: (turn: Turn) => Promise<Reply>): Promise<Reply> {
  const { clinics, memory } = talk
  const [only, ...others] = clinics
  const current =
    clinics.find(({ id }) => id === memory.organizationId) ??
    (others.length === 0 ? only : undefined)
  return current === undefined ? clinicsScreen(screenless(talk)) : then(await turnOf(talk, current))
}

function show(turn: Turn, step: Step): Promise<Reply> {
  return screens[step.screen](turn, step)
}

/** In the language that they have chosen at the clinic, else in their messenger's. */
async function turnOf(talk: Talk, clinic: Clinic): Promise<Turn> {
  talk.memory.organizationId = clinic.id
  return turnIn(talk, clinic, (await clinic.language()) ?? talk.person.locale)
}

function turnIn(talk: Talk, clinic: Clinic, locale: Locale): Turn {
  return { ...talk, clinic, person: { ...talk.person, locale }, say: sayIn(locale) }
}

function screenless({ clinics, person }: Talk): Pick<Turn, 'clinics' | 'say'> {
  return { clinics, say: sayIn(person.locale) }
}

async function stale(talk: Talk): Promise<Reply> {
  const { say } = screenless(talk)
  const reply = await start(talk, '')
  return {
    ...reply,
    text: `${say('noLongerValid')}\n\n${reply.text}`,
    notice: say('noLongerValid'),
  }
}

/** What went wrong, in words, and the way on. */
async function apology(talk: Talk, input: Input, error: unknown): Promise<Reply> {
  const { say } = screenless(talk)
  if (error instanceof Stale || isBookingError(error, 'not_found'))
    return stale(talk).catch(() => plain(talk, input, say('unavailable')))
  if (!isBookingError(error)) throw error
  if (error.status === 429) return plain(talk, input, say('busy'))
  if (error.status === 0 || error.status >= 500) return plain(talk, input, say('unavailable'))
  return plain(talk, input, error.detail ?? say('failed'))
}

function plain(talk: Talk, input: Input, text: string): Reply {
  const { clinics, memory } = talk
  const clinic = clinics.find(({ id }) => id === memory.organizationId) ?? clinics[0]
  const { say } = screenless(talk)
  const again = input.kind === 'choice' ? [[{ text: say('tryAgain'), data: input.data }]] : []
  const homeward = clinic ? [[homeButton(turnIn(talk, clinic, talk.person.locale))]] : []
  return { text, choices: [...again, ...homeward] }
}
