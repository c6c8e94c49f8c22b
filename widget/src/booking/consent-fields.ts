import type { ConsentText } from '@zapis/sdk'
import { html } from 'lit'
import { type } from '../flow/flow.ts'
import { checkField, consentText } from '../parts/check-field.ts'
import type { Booking } from './booking.ts'
import { consentsOf } from './consents.ts'

/** Each consent is asked for by itself, and none is ticked beforehand. */
export function consentFields(booking: Booking): unknown {
  return consentsOf(booking).map((text) => consentField(booking, text))
}

function consentField(booking: Booking, { kind, text, required }: ConsentText): unknown {
  const { speak, flow } = booking
  const id = `consent_${kind}` as const
  const label = speak.say(id)
  return checkField({
    id,
    part: 'consent',
    label: required
      ? label
      : html`${label} <span class="muted small">${speak.say('optional')}</span>`,
    isOn: flow.typed.consents.includes(kind),
    isRequired: required,
    wrong: booking.wrong[id],
    more: consentText(speak.say('consentText'), text),
    change(isOn) {
      const others = flow.typed.consents.filter((each) => each !== kind)
      const { [id]: _given, ...rest } = booking.wrong
      booking.set({
        flow: type(booking.flow, { consents: isOn ? [...others, kind] : others }),
        wrong: rest,
      })
    },
  })
}
