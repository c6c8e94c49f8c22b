import type { LocationKey } from './texts-places.ts'

/** How a client pays. */
export type Habit = (typeof habits)[number]
const habits = ['on_site', 'card', 'wallet', 'package'] as const

export interface ClientText {
  last: string
  first: string
  patronymic: string | null
  mailbox: string
  birth: string | null
  location: LocationKey
  habit: Habit
  /** How often they come, 1 to 6. */
  loyalty: number
  tags: string[]
  notes: string | null
}

/** Name; mailbox and birthday; branch, habit and loyalty; tags; notes. */
const table = `
Смирнова Екатерина Андреевна | smirnova | 1987-03-14 | msk | package | 6 | vip, постоянный | Аллергия на лаванду.
Попов Сергей Михайлович | popov | 1979-07-02 | msk | wallet | 5 | постоянный |
Васильева Марина Петровна | vasilieva | 1964-11-21 | msk | on_site | 4 | пенсионер | Гипертония: измерить давление перед процедурой.
Петров Андрей Викторович | petrov | 1990-05-30 | msk | card | 3 | спорт | Готовится к марафону.
Михайлова Татьяна Алексеевна | mikhailova | 1983-09-09 | msk | package | 5 | постоянный |
Новиков Игорь Дмитриевич | novikov | 1971-01-17 | msk | wallet | 4 | vip | Просит писать, а не звонить.
Фёдорова Алина Сергеевна | fedorova | 1996-12-05 | msk | card | 2 |  |
Козлов Максим Олегович | kozlov | 1988-08-24 | msk | on_site | 2 | спорт |
Лебедева Вера Ивановна | lebedeva | 1958-04-01 | msk | on_site | 3 | пенсионер |
Семёнов Роман Павлович | semenov | 1985-10-13 | msk | wallet | 3 |  |
Егорова Ксения Романовна | egorova | 1992-06-27 | msk | package | 4 | постоянный | Восстановление после операции на колене.
Павлов Денис Александрович | pavlov | 1982-02-19 | msk | card | 2 |  |
Степанова Людмила Николаевна | stepanova | 1969-12-30 | msk | wallet | 3 |  |
Николаев Артём Ильич | nikolaev | 1999-03-08 | msk | on_site | 1 |  |
Захарова Юлия Владимировна | zakharova | 1986-07-16 | msk | card | 3 |  |
Макаров Владимир Сергеевич | makarov | 1955-05-09 | msk | on_site | 3 | пенсионер, льгота | Кардиостимулятор: без магнитотерапии.
Андреева Дарья Игоревна | andreeva | 1994-01-25 | msk | wallet | 2 |  |
Никитин Константин Юрьевич | nikitin | 1977-09-18 | msk | package | 3 |  |
Борисова Надежда Фёдоровна | borisova | 1962-10-22 | msk | on_site | 2 |  |
Яковлев Тимур Рашидович | yakovlev | 1991-04-11 | msk | card | 2 | спорт |
Григорьева Полина Антоновна | grigorieva | - | msk | on_site | 1 | новый |
Miller James - | miller | 1984-08-03 | msk | card | 2 | english | Говорит только по-английски.
Романова Светлана Борисовна | romanova | 1973-06-06 | msk | wallet | 2 |  |
Воробьёв Евгений Степанович | vorobyev | 1968-02-28 | ekb | on_site | 4 | постоянный |
Сергеева Ирина Львовна | sergeeva | 1989-11-12 | ekb | package | 6 | vip, постоянный | Записывать только к Беловой.
Кузьмин Антон Геннадьевич | kuzmin | 1993-07-29 | ekb | wallet | 4 | спорт |
Фролова Анастасия Денисовна | frolova | 1997-05-15 | ekb | card | 2 |  |
Александров Виктор Петрович | aleksandrov | 1959-09-03 | ekb | on_site | 3 | пенсионер |
Дмитриева Оксана Валерьевна | dmitrieva | 1981-03-20 | ekb | package | 4 |  |
Королёв Станислав Игоревич | korolev | 1987-12-11 | ekb | wallet | 3 |  |
Гусева Елена Тимофеевна | guseva | 1966-08-08 | ekb | on_site | 3 | льгота |
Киселёв Пётр Аркадьевич | kiselev | 1978-10-26 | ekb | card | 2 |  |
Ильина Валерия Максимовна | ilina | 1995-02-14 | ekb | wallet | 3 |  | Беременность: только боковое положение.
Максимов Руслан Маратович | maksimov | 1990-06-19 | ekb | package | 3 | спорт |
Полякова Галина Семёновна | polyakova | 1957-01-05 | ekb | on_site | 2 | пенсионер |
Сорокин Никита Вячеславович | sorokin | 1998-09-27 | ekb | card | 1 |  |
Виноградова Кристина Олеговна | vinogradova | 1988-04-23 | ekb | wallet | 3 |  |
Ковалёв Григорий Эдуардович | kovalev | 1975-11-30 | ekb | on_site | 2 |  |
Schmidt Laura - | schmidt | 1992-07-07 | ekb | card | 2 | english |
Медведева Софья Кирилловна | medvedeva | - | ekb | on_site | 1 | новый |
`

const LINE =
  /^(\S+) (\S+) (\S+) \| (\w+) \| (\S+) \| (msk|ekb) \| (on_site|card|wallet|package) \| ([1-6]) \|([^|]*)(?:\|(.*))?$/

export const clients: readonly ClientText[] = table.trim().split('\n').map(read)

function read(line: string): ClientText {
  const match = LINE.exec(line)
  if (!match) throw new Error(`not a client: ${line}`)
  const [, last = '', first = '', patronymic, mailbox = '', birth, location, habit] = match
  const tags = (match[9] ?? '').trim()
  return {
    last,
    first,
    patronymic: given(patronymic),
    mailbox,
    birth: given(birth),
    location: location === 'ekb' ? 'ekb' : 'msk',
    habit: habits.find((each) => each === habit) ?? 'on_site',
    loyalty: Number(match[8]),
    tags: tags === '' ? [] : tags.split(', '),
    notes: given(match[10]?.trim()),
  }
}

function given(text: string | undefined): string | null {
  return text === undefined || text === '' || text === '-' ? null : text
}
