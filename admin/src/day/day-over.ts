import type { Appointment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { withQuery } from '../panel/query.ts'
import { zoneOf } from '../panel/zone-of.ts'
import { arriveAt } from './arrive.ts'
import type { Asked } from './asked.ts'
import { nameOf, nobody, type Catalogue } from './catalogue.ts'
import type { Place } from './move.ts'
import { dayTexts } from './texts/texts.ts'
import type { Refusal } from './why-not.ts'

export interface Refused {
  refusal: Refusal
  visit: Appointment
  to: Place
}

export interface OverGiven {
  panel: Panel
  catalogue: Catalogue
  zone: string
  /** A time was pressed: who is to come? */
  asked: Asked | null
  /** The visit whose card is open. */
  shown: number | null
  refused: Refused | null
  move(visit: Appointment, to: Place & { force?: boolean; reason?: string }): Promise<boolean>
  changed(after: Appointment): void
  leaving(id: number, isLeaving: boolean): void
  booked(): void
  close(): void
}

/** What lies over the calendar: a booking, a card, a refusal. */
export function dayOver(given: OverGiven): unknown {
  return html`${bookDialog(given)}${visitCard(given)}${refusalDialog(given)}`
}

function bookDialog({ panel, asked, catalogue, zone, booked, close }: OverGiven): unknown {
  if (!asked) return nothing
  const done = ({ detail }: CustomEvent<Appointment>) => {
    booked()
    const when = panel.words.moment(detail.starts_at, zone)
    panel.toast({ text: dayTexts(panel.language)('booked', { when }), tone: 'good' })
  }
  return html`<book-dialog
    .asked=${asked}
    .catalogue=${catalogue}
    .zone=${zone}
    @booked=${done}
    @closed=${close}
  ></book-dialog>`
}

function visitCard(given: OverGiven): unknown {
  const { panel, catalogue, move, leaving, changed } = given
  // `day?visit=7`: a link from another area opens the card, until it is closed.
  const linked = Number(panel.route.query.get('visit'))
  const shown = given.shown ?? (linked > 0 ? linked : null)
  if (shown === null) return nothing
  const close = () => {
    if (linked > 0) void panel.go(withQuery(panel.route, { visit: undefined }), { replace: true })
    given.close()
  }
  return html`<visit-card
    .visitId=${shown}
    .catalogue=${catalogue}
    .move=${move}
    .leaving=${leaving}
    @visit-read=${({ detail }: CustomEvent<Appointment>) => linked > 0 && arriveAt(panel, detail)}
    @visit-changed=${({ detail }: CustomEvent<Appointment>) => changed(detail)}
    @closed=${close}
  ></visit-card>`
}

function refusalDialog({ panel, refused, catalogue, move, close }: OverGiven): unknown {
  if (!refused) return nothing
  const { refusal, visit, to } = refused
  return html`<refusal-dialog
    .refusal=${refusal}
    .zone=${zoneOf(panel, visit)}
    .specialistName=${(id: number) => nameOf(catalogue.specialists.get(id) ?? nobody)}
    .move=${(other: Partial<Place>) => move(visit, { ...to, ...other })}
    @closed=${close}
  ></refusal-dialog>`
}
