import { named } from '../catalogue.ts'
import { dayOf } from '../dates.ts'
import { moneyText } from '../format.ts'
import type { Reply } from '../reply.ts'
import { ANYONE, type Step } from '../step.ts'
import { button, homeButton, layout, rows, type Turn } from '../turn.ts'
import { readWish, type Wish } from '../understand/read-wish.ts'
import { book } from './book.ts'
import { home } from './home.ts'
import { balance } from './money.ts'
import { visits } from './visits.ts'

const MOST = 8

/** A wish in the person's own words: what it says is not asked for again. */
export async function wish(turn: Turn, text: string): Promise<Reply> {
  const { catalogue } = turn.clinic
  const [services, specialists] = await Promise.all([catalogue.services(), catalogue.specialists()])
  const today = dayOf(turn.now.getTime(), turn.clinic.timeZone)
  const said = readWish(text, { services, specialists }, today)
  if (said.intent === 'home') return home(turn)
  if (said.intent === 'visits') return visits(turn, { screen: 'visits' })
  if (said.intent === 'balance') return balance(turn, { screen: 'balance' })
  const [service] = said.services
  const able = said.specialists.filter(
    (id) => service === undefined || named(services, service)?.specialist_ids.includes(id),
  )
  const [who, ...others] = able
  const step: Step = {
    screen: 'book',
    day: said.day ?? 0,
    from: said.from,
    to: said.to,
    // Who names a day or an hour wants a time first; the person can still be chosen after.
    specialist: who !== undefined && others.length === 0 ? who : isWhen(said) ? ANYONE : 0,
  }
  if (said.services.length > 1) return chooseAmong(turn, step, said.services)
  if (service === undefined && who === undefined && !isWhen(said))
    return { ...(await home(turn)), text: turn.say('notUnderstood') }
  return book(turn, { ...step, service: service ?? 0 })
}

function isWhen({ day, to }: Wish): boolean {
  return day !== null || to > 0
}

async function chooseAmong(turn: Turn, step: Step, ids: number[]): Promise<Reply> {
  const { say, person, clinic } = turn
  const services = await clinic.catalogue.services()
  const found = services.filter(({ id }) => ids.includes(id)).slice(0, MOST)
  return {
    text: say('whichService'),
    choices: layout(
      ...rows(
        found.map(({ id, name, price }) =>
          button(turn, `${name} · ${moneyText(price, person.locale)}`, { ...step, service: id }),
        ),
        1,
      ),
      [homeButton(turn)],
    ),
  }
}
