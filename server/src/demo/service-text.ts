import type { SpecialistKey } from './texts-specialists.ts'
import type { WorkplaceKey } from './texts-places.ts'

export type ServiceKey =
  | 'back'
  | 'massage'
  | 'sport'
  | 'lymph'
  | 'stones'
  | 'kinesio'
  | 'taping'
  | 'magnet'
  | 'shockwave'
  | 'neurology'
  | 'osteopathy'
  | 'online'

export interface ServiceText {
  key: ServiceKey
  category: keyof typeof categories
  name: string
  description: string
  preparation: string
  en: { name: string; description: string; preparation: string }
  minutes: number
  buffers: readonly [before: number, after: number]
  /** Kopeks. */
  price: number
  /** Of a group service. */
  capacity?: number
  color: string
  bookable: boolean
  /** None: it needs no room. */
  workplaces: readonly WorkplaceKey[]
  specialists: readonly Performer[]
  /** How often clients come for it. */
  demand: number
}

interface Performer {
  key: SpecialistKey
  price?: number
  minutes?: number
}

/** The heading in English. */
export const categories = {
  Массаж: 'Massage',
  Реабилитация: 'Rehabilitation',
  'Приём врачей': 'Doctors',
} as const
