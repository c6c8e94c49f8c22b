import type { ServiceKey } from './service-text.ts'

export interface DiscountText {
  /** Of whom, by their mailbox. */
  client: string
  service: ServiceKey | null
  percent: number
  /** In days from today. */
  from: number | null
  to: number | null
  reason: string
}

export const discounts: readonly DiscountText[] = [
  {
    client: 'smirnova',
    service: null,
    percent: 10,
    from: null,
    to: null,
    reason: 'Постоянный клиент',
  },
  {
    client: 'smirnova',
    service: 'stones',
    percent: 20,
    from: -60,
    to: 60,
    reason: 'Подарок ко дню рождения',
  },
  { client: 'novikov', service: null, percent: 15, from: null, to: null, reason: 'VIP' },
  { client: 'vasilieva', service: null, percent: 7.5, from: null, to: null, reason: 'Пенсионерам' },
  {
    client: 'makarov',
    service: null,
    percent: 20,
    from: null,
    to: null,
    reason: 'Льгота ветерана труда',
  },
  {
    client: 'petrov',
    service: 'sport',
    percent: 12,
    from: -45,
    to: 45,
    reason: 'Партнёр бегового клуба',
  },
  {
    client: 'vorobyev',
    service: null,
    percent: 5,
    from: null,
    to: null,
    reason: 'Постоянный клиент',
  },
  {
    client: 'sergeeva',
    service: null,
    percent: 10,
    from: null,
    to: null,
    reason: 'Постоянный клиент',
  },
  {
    client: 'guseva',
    service: 'kinesio',
    percent: 25,
    from: -90,
    to: -20,
    reason: 'Сезонная акция',
  },
  {
    client: 'aleksandrov',
    service: null,
    percent: 7.5,
    from: null,
    to: null,
    reason: 'Пенсионерам',
  },
]
