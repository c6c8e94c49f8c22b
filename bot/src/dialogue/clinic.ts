import type { BookingClient, Location, Service, ServicePackage, Specialist } from '@zapis/sdk'

export type Locale = 'ru' | 'en'

/** What the dialogue needs of a clinic, as one person sees it. */
export interface Clinic {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly timeZone: string
  readonly catalogue: Catalogue
  /** Calls as the person where the clinic knows them, else as a guest of the site. */
  readonly api: Api
  /** Calls as a guest of the site, whoever it is. */
  readonly guest: Pick<Api, 'appointments'>
  /** Where its site opens as an app; null: it is on no public address. */
  readonly appUrl: string | null
  /** Where bookings come from, in the clinic's reports. */
  readonly source: 'telegram' | 'api'
  /** In whose chat the person sees what is done. */
  readonly messenger: 'telegram' | 'max'
  /** What the person has chosen to be spoken to in; null: the clinic does not know them. */
  language(): Promise<Locale | null>
  /** From now on they are spoken and written to in it. */
  speak(locale: Locale): Promise<void>
  /** Signs the person in, when the clinic knows this account of theirs. */
  isKnown(): Promise<boolean>
  /** Signs them in anew, session or not: who had blocked the bot and begins again is written to again. */
  greet(): Promise<void>
  /** Signs the person in by a phone that the messenger vouches for, or by a link of the account page. */
  signIn(proof: { phone: string } | { link: string }): Promise<void>
  /** Says whose account it is that has come by a link of the panel: a member of staff is told here from now on. */
  tellStaff(link: string): Promise<void>
}

export type Api = Pick<
  BookingClient,
  'appointments' | 'availability' | 'consentTexts' | 'manage' | 'me' | 'payments'
>

/** The public catalogue in the person's language. It is kept for some time: what is decided by it, the server decides again. */
export interface Catalogue {
  locations(): Promise<Location[]>
  /** Those that can be booked online. */
  services(): Promise<Service[]>
  specialists(): Promise<Specialist[]>
  packages(): Promise<ServicePackage[]>
}
