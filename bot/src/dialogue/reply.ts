/** What the dialogue hears and says. No messenger is known here. */
export interface Person {
  firstName: string
  locale: 'ru' | 'en'
}

export type Input =
  | { kind: 'start'; payload: string }
  | { kind: 'command'; name: string }
  | { kind: 'choice'; data: string }
  | { kind: 'text'; text: string }
  /** The person's own phone, which the messenger vouches for. */
  | { kind: 'contact'; phone: string }
  /** The phone of somebody else. */
  | { kind: 'foreign' }
  /** A picture, a voice: what is not talked about. */
  | { kind: 'other' }

export type Choice =
  | { text: string; data: string }
  | { text: string; url: string }
  /** Opens inside the messenger where it can. */
  | { text: string; app: string }

export interface File {
  name: string
  type: string
  content: string
}

export interface Reply {
  text: string
  /** Rows of buttons under the text. */
  choices: Choice[][]
  /** Said in passing, beside the text. */
  notice?: string
  /** Asks for the person's own contact by a button with this label. */
  askContact?: string
  /** What asked for the contact is to go away. */
  contactGiven?: true
  file?: File
}
