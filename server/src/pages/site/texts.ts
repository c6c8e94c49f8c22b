const ru = {
  other: 'English',
  title: (name: string) => `${name} — запись онлайн`,
  description: (name: string) =>
    `${name}: свободное время, цены и запись на приём за минуту, без регистрации.`,
  toBooking: 'Сразу к записи',
  book: 'Запись',
  places: 'Адреса и часы работы',
  packages: 'Абонементы',
  account: 'Личный кабинет',
  map: 'На карте',
  closed: 'выходной',
  allDay: 'круглосуточно',
  noScript: 'Для записи онлайн включите JavaScript — или позвоните нам.',
  install: 'Установить как приложение',
  poweredBy: 'Работает на Zapis',
  manage: 'Ваша запись',
  manageTitle: 'Ваша запись',
  manageLoading: 'Открываем запись…',
  offline: 'Нет связи',
  offlineText: 'Страница откроется, как только появится интернет.',
  nextVisit: 'Ближайший визит',
  again: 'Попробовать ещё раз',
  noSite: 'Здесь пока нет сайта клиники',
  noSiteText:
    'Проверьте адрес. Если это ваша клиника, добавьте к адресу ?clinic= и её короткое имя.',
  notFound: 'Такой страницы нет',
  home: 'На страницу клиники',
}

const en: typeof ru = {
  other: 'Русский',
  title: (name) => `${name} — book online`,
  description: (name) => `${name}: free times, prices and booking in a minute, without an account.`,
  toBooking: 'Skip to booking',
  book: 'Book',
  places: 'Addresses and hours',
  packages: 'Packages',
  account: 'Account',
  map: 'On the map',
  closed: 'closed',
  allDay: 'round the clock',
  noScript: 'To book online switch JavaScript on — or call us.',
  install: 'Install as an app',
  poweredBy: 'Powered by Zapis',
  manage: 'Your booking',
  manageTitle: 'Your booking',
  manageLoading: 'Opening your booking…',
  offline: 'No connection',
  offlineText: 'The page opens as soon as you are online.',
  nextVisit: 'Your next visit',
  again: 'Try again',
  noSite: 'There is no clinic’s site here yet',
  noSiteText: 'Check the address. If this is your clinic, add ?clinic= and its short name.',
  notFound: 'There is no such page',
  home: 'To the clinic’s page',
}

export const siteTexts = { ru, en }

/** 1 = Monday. */
export function dayName(day: number, locale: 'ru' | 'en'): string {
  // 2024-01-01 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day))
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(date)
}
