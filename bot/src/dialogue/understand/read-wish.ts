import { readDay } from './days.ts'
import { bestOf, type Named } from './names.ts'
import { readPart, type Part } from './parts.ts'
import { plain, Reading, whole } from './words.ts'

/** What a text says of a visit: no I/O, no clock. */
export interface Wish extends Part {
  /** null: no day was spoken of. */
  day: number | null
  /** One: that is meant. Several: one of them. */
  services: number[]
  specialists: number[]
  /** Something else than a booking. */
  intent: 'home' | 'visits' | 'balance' | null
}

export interface Names {
  services: { id: number; name: string; category: string }[]
  specialists: { id: number; first_name: string; last_name: string }[]
}

const GREETING = whole(
  'привет\\p{L}*|здравствуй(?:те)?|добр(?:ый|ое|ого) (?:день|вечер|утро|утра|дня)|hello|hi|hey|good (?:morning|afternoon|evening|day)',
)
const intents: [RegExp, Wish['intent']][] = [
  [
    whole('(?:мои|моя|мой|my) (?:запис\\p{L}+|визит\\p{L}*|visits?|appointments?|bookings?)'),
    'visits',
  ],
  [whole('отмен\\p{L}+|перенест\\p{L}*|перенос\\p{L}*|cancel|reschedule|move'), 'visits'],
  [whole('баланс\\p{L}*|пакет\\p{L}*|кошел\\p{L}+|balance|packages?|wallet'), 'balance'],
  [whole('меню|старт|начало|menu|start'), 'home'],
]
const TONIGHT = whole('сегодня вечером|tonight|this evening')
/** Words that say nothing of what is wished for. */
const EMPTY = new Set(
  plain(
    `я мы мне меня нам нас хочу хотел хотела бы можно ли надо нужно нужен нужна нужны записаться записать запишите запиши запись
     на к ко у в во с со и или а есть свободно свободное время прием приема пожалуйста доктор доктору врач врачу специалист
     специалисту мастер мастеру какой какие когда любой любое день дня час часа часов услуга услугу мин минут
     i we me us want would like d to book a an the appointment visit for with at on in of please can could need is there any free time
     slot doctor dr specialist and or my minutes min some get have`,
  ).split(' '),
)

export function readWish(text: string, names: Names, today: number): Wish {
  const reading = new Reading(text)
  const isGreeting = reading.has(GREETING)
  const evening = reading.has(TONIGHT)
  const day = evening ? today : readDay(reading, today)
  const part = evening ? { from: 17 * 60, to: 24 * 60 } : readPart(reading)
  const asked = reading.rest.split(' ').filter((word) => word !== '' && !EMPTY.has(word))
  const services = bestOf(asked, serviceNames(names))
  const specialists = bestOf(asked, specialistNames(names))
  const isEmpty = services.length === 0 && specialists.length === 0 && day === null && part.to === 0
  const intent =
    (services.length === 0 && intentOf(plain(text))) || (isEmpty && isGreeting ? 'home' : null)
  return { day, ...part, services, specialists, intent }
}

function intentOf(text: string): Wish['intent'] {
  return intents.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** A category is a weaker word for a service than its name. */
function serviceNames({ services }: Names): Named[] {
  return services.map(({ id, name, category }) => ({
    id,
    words: [...plain(name).split(' '), ...plain(category).split(' ')].filter((word) => word !== ''),
  }))
}

function specialistNames({ specialists }: Names): Named[] {
  return specialists.map(({ id, first_name, last_name }) => ({
    id,
    words: plain(`${first_name} ${last_name}`).split(' '),
  }))
}
