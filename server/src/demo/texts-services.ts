import type { ServiceKey, ServiceText } from './service-text.ts'
import { massage } from './texts-massage.ts'
import { medicine } from './texts-medicine.ts'

/** In the order of the catalogue. */
export const services: readonly ServiceText[] = [...massage, ...medicine]

export interface PackageText {
  service: ServiceKey
  name: string
  en: { name: string }
  visits: number
  price: number
  validDays: number
}

export const packages: readonly PackageText[] = [
  {
    service: 'massage',
    name: '5 массажей по цене 4',
    en: {
      name: '5 massages for the price of 4',
    },
    visits: 5,
    price: 1_280_000,
    validDays: 180,
  },
  {
    service: 'kinesio',
    name: '10 занятий кинезитерапией',
    en: {
      name: '10 kinesitherapy sessions',
    },
    visits: 10,
    price: 2_380_000,
    validDays: 365,
  },
]
