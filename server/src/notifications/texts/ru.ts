import type { Language } from './language.ts'

const visit = '{when}\n{where}\n{service}\n{specialist}'

export const ru: Language = {
  tag: 'ru-RU',
  texts: {
    confirmed: { title: 'Запись подтверждена', body: visit },
    moved: { title: 'Запись перенесена', body: `Теперь ${visit}` },
    cancelled: { title: 'Запись отменена', body: 'Была на {when}\n{where}\n{service}' },
    reminder_day: { title: 'Напоминание о визите', body: '{visits}\n{where}\nЖдём вас!' },
    reminder_hours: { title: 'Скоро ваш визит', body: '{visits}\n{where}\nЖдём вас!' },
    thanks: {
      title: 'Спасибо, что были у нас',
      body: '{name}, надеемся, вам понравилось.\nБудем рады видеть вас снова.',
    },
    review: {
      title: 'Как всё прошло?',
      body: 'Расскажите о визите {date}: это поможет нам стать лучше.',
    },
    next_visit: {
      title: 'Давно вас не видели',
      body: '{name}, не пора ли повторить?\n{service}\nВыберите удобное время.',
    },
    package_low: { title: 'Пакет заканчивается', body: '{package}\n{left}' },
    package_expiring: {
      title: 'Пакет скоро перестанет действовать',
      body: '{package}\nДействует по {until}\n{left}',
    },
    balance: { title: 'Баланс изменился', body: '{change}\nТеперь на балансе {balance}' },
    staff_booked: {
      title: 'Новая запись',
      body: '{when}\n{service}\n{specialist}\n{client}\n{where}',
    },
    staff_cancelled: {
      title: 'Запись отменена',
      body: '{when}\n{service}\n{specialist}\n{client}\n{where}\nПричина: {reason}',
    },
  },
  visits: { one: '# визит', few: '# визита', many: '# визитов', other: '# визита' },
  left: {
    zero: 'Визитов не осталось',
    one: 'Остался # визит',
    few: 'Осталось # визита',
    many: 'Осталось # визитов',
    other: 'Осталось # визита',
  },
  changes: {
    deposit: 'Пополнение',
    withdraw: 'Выдано',
    payment: 'Оплата',
    refund: 'Возврат',
    correction: 'Исправление',
  },
  actions: {
    coming: 'Приду',
    move: 'Перенести',
    cancel: 'Отменить',
    open: 'Открыть запись',
    repeat: 'Записаться снова',
  },
  example: {
    name: 'Анна',
    service: 'Массаж спины',
    specialist: 'Ольга Смирнова',
    where: 'ул. Арбат, 10',
    organization: 'Клиника на Арбате',
    package: '5 массажей по цене 4',
    client: 'Анна Петрова',
    reason: 'Заболела',
  },
}
