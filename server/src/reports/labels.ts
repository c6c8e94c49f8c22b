import { addDays } from '../availability/dates.ts'
import type { Tx } from '../db/transaction.ts'
import type { Locale } from '../http/call.ts'
import { mondayOf, type GroupName } from './groups.ts'
import type { Asked, Table } from './report.ts'

type Label = (key: string) => string

/** What to show for each key, in the caller's language. */
export async function labelsOf(tx: Tx, asked: Asked, { rows }: Table): Promise<Label> {
  const { group, locale } = asked
  const none =
    (label: Label): Label =>
    (key) =>
      key === 'none' ? (nobody[group]?.[locale] ?? key) : label(key)
  const time = times[group]?.(asked)
  if (group in names) {
    const known = await namesOf(tx, asked, rows)
    return none((key) => {
      const [id = '', ...rest] = key.split('-')
      const name = known.get(id) ?? id
      return time ? `${name}, ${time(rest.join('-'))}` : name
    })
  }
  return none(time ?? ((key) => words[key]?.[locale] ?? key))
}

const translated = (field: string) => `coalesce(translations -> $3 ->> '${field}', ${field}, '')`
const named = (table: string, name = translated('name')) =>
  `select id, ${name} as name from ${table} where organization_id = $1 and id = any($2)`

const names: { [Name in GroupName]?: string } = {
  location: named('locations'),
  service: named('services'),
  specialist: named(
    'specialists',
    `btrim(${translated('first_name')} || ' ' || ${translated('last_name')})`,
  ),
  workplace: named('workplaces'),
  workplace_weekday_hour: named('workplaces'),
  package: named('service_packages'),
}

async function namesOf(
  tx: Tx,
  { group, organizationId, locale }: Asked,
  rows: Table['rows'],
): Promise<Map<string, string>> {
  const keys = new Set(rows.map(({ key }) => key.split('-', 1)[0]))
  const ids = [...keys].filter((key) => key !== 'none').map(Number)
  const sql = names[group]
  if (sql === undefined || ids.length === 0) return new Map()
  const found = await tx.query<{ id: number; name: string }>(sql, [organizationId, ids, locale])
  return new Map(found.map(({ id, name }) => [String(id), name]))
}

const times: { [Name in GroupName]?: (asked: Asked) => Label } = {
  day({ locale, from, to }) {
    const years = from.slice(0, 4) === to.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
    const format = formatter(locale, { day: 'numeric', month: 'long', ...years })
    return (key) => format.format(noon(key))
  },
  /** The days of the week that are in the range. */
  week({ locale, from, to }) {
    const format = formatter(locale, { day: 'numeric', month: 'short', year: 'numeric' })
    return (key) => {
      const sunday = addDays(mondayOf(key), 6)
      return format.formatRange(noon(key < from ? from : key), noon(sunday > to ? to : sunday))
    }
  },
  month({ locale }) {
    const format = formatter(locale, { month: 'long', year: 'numeric' })
    return (key) => format.format(noon(`${key}-01`))
  },
  weekday({ locale }) {
    const format = formatter(locale, { weekday: 'long' })
    return (key) => format.format(noon(dayOfWeek(key)))
  },
  lead_time({ locale }) {
    return (key) => ahead[key]?.[locale] ?? key
  },
  weekday_hour: hourOfWeek,
  workplace_weekday_hour: hourOfWeek,
}

function hourOfWeek({ locale }: Asked): Label {
  const format = formatter(locale, { weekday: 'short' })
  return (key) => `${format.format(noon(dayOfWeek(key)))} ${key.slice(2)}:00`
}

const ahead: Record<string, Text | undefined> = {
  0: { ru: 'В тот же день', en: 'The same day' },
  1: { ru: 'За день', en: 'A day ahead' },
  '2-3': { ru: 'За 2–3 дня', en: '2–3 days' },
  '4-7': { ru: 'За 4–7 дней', en: '4–7 days' },
  '8-14': { ru: 'За 8–14 дней', en: '8–14 days' },
  '15-30': { ru: 'За 15–30 дней', en: '15–30 days' },
  31: { ru: 'Раньше, чем за 30 дней', en: 'More than 30 days' },
}

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
}

function noon(date: string): Date {
  return new Date(`${date}T12:00:00Z`)
}

/** 1 January 2001 was a Monday. */
function dayOfWeek(key: string): string {
  return addDays('2000-12-31', Number(key.slice(0, 1)))
}

type Text = Record<Locale, string>

const nobody: { [Name in GroupName]?: Text } = {
  location: { ru: 'Без филиала', en: 'No branch' },
  service: { ru: 'Без услуги', en: 'No service' },
  specialist: { ru: 'Без специалиста', en: 'No specialist' },
  category: { ru: 'Без категории', en: 'No category' },
  method: { ru: 'Не выбран', en: 'Not chosen' },
  reason: { ru: 'Без причины', en: 'No reason' },
}

const words: Record<string, Text | undefined> = {
  on_site: { ru: 'На месте', en: 'At the desk' },
  card: { ru: 'Картой онлайн', en: 'By card online' },
  wallet: { ru: 'Баланс клиента', en: 'Client’s balance' },
  package: { ru: 'Абонемент', en: 'Package' },
  widget: { ru: 'Виджет', en: 'Widget' },
  site: { ru: 'Сайт', en: 'Site' },
  telegram: { ru: 'Telegram', en: 'Telegram' },
  admin: { ru: 'Администратор', en: 'Front desk' },
  api: { ru: 'API', en: 'API' },
  no_show: { ru: 'Неявка', en: 'No-show' },
  deposit: { ru: 'Пополнение', en: 'Deposit' },
  withdraw: { ru: 'Вывод', en: 'Withdrawal' },
  payment: { ru: 'Оплата', en: 'Payment' },
  refund: { ru: 'Возврат', en: 'Refund' },
  correction: { ru: 'Исправление', en: 'Correction' },
}

/** The heading of the column of labels. */
export const headings: Record<GroupName, Text> = {
  day: { ru: 'День', en: 'Day' },
  week: { ru: 'Неделя', en: 'Week' },
  month: { ru: 'Месяц', en: 'Month' },
  weekday: { ru: 'День недели', en: 'Day of the week' },
  weekday_hour: { ru: 'День недели и час', en: 'Day of the week and hour' },
  workplace_weekday_hour: {
    ru: 'Кабинет, день недели и час',
    en: 'Workplace, day of the week and hour',
  },
  location: { ru: 'Филиал', en: 'Branch' },
  service: { ru: 'Услуга', en: 'Service' },
  specialist: { ru: 'Специалист', en: 'Specialist' },
  workplace: { ru: 'Кабинет', en: 'Workplace' },
  package: { ru: 'Абонемент', en: 'Package' },
  category: { ru: 'Категория', en: 'Category' },
  method: { ru: 'Способ оплаты', en: 'Method' },
  source: { ru: 'Источник', en: 'Source' },
  reason: { ru: 'Причина', en: 'Reason' },
  lead_time: { ru: 'До визита', en: 'Ahead of the visit' },
  type: { ru: 'Операция', en: 'Operation' },
  kind: { ru: 'Вид', en: 'Kind' },
}
