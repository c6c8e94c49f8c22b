import { html, nothing } from 'lit'
import { wear } from '../element/framed.ts'
import { asksForPayment, type, type Typed } from '../flow/flow.ts'
import type { CodeSignIn } from '../parts/code-sign-in.ts'
import { nameOf } from '../parts/name-of.ts'
import { textField } from '../parts/text-field.ts'
import type { Booking } from './booking.ts'
import { clientOf } from './client.ts'
import { consentFields } from './consent-fields.ts'
import { openFor } from './on-demand.ts'
import { promoOffer } from './promo-offer.ts'
import { contactsDone } from './submit.ts'
import { submitWords } from './submit-words.ts'

const signIns = new WeakMap<Booking, CodeSignIn>()

/** Who comes. Somebody who is signed in has nothing to fill in. */
export function contactsStep(booking: Booking): unknown {
  const { connection, speak, quote, busy } = booking
  const isSignedIn = connection.isSignedIn()
  const goesOn = asksForPayment(quote?.methods ?? null)
  const send = (event: Event) => {
    event.preventDefault()
    void contactsDone(booking)
  }
  return html`${isSignedIn ? whoIsIn(booking) : signInOffer(booking)}
    <form class="fields" part="form" novalidate @submit=${send}>
      ${isSignedIn ? nothing : guestFields(booking)}
      ${textField({
        speak,
        ...typedField(booking, 'note'),
        label: speak.say('note'),
        isOptional: true,
        isLong: true,
      })}
      ${consentFields(booking)} ${goesOn ? nothing : promoOffer(booking)}
      <button class="main" part="submit" aria-disabled=${busy}>
        ${goesOn ? speak.say('next') : submitWords(booking)}
      </button>
    </form>`
}

type Text = 'firstName' | 'lastName' | 'phone' | 'email' | 'note'

function typedField(booking: Booking, name: Text) {
  return {
    name,
    value: booking.flow.typed[name],
    wrong: booking.wrong[name],
    change: (value: string) => change(booking, name, { [name]: value }),
  }
}

/** What was wrong is not, as soon as it is being mended. */
function change(booking: Booking, name: string, typed: Partial<Typed>): void {
  const { [name]: _mended, ...wrong } = booking.wrong
  booking.set({ flow: type(booking.flow, typed), wrong })
}

function guestFields(booking: Booking): unknown {
  const { speak } = booking
  const { say } = speak
  return html`<div class="pair">
      ${textField({ speak, ...typedField(booking, 'firstName'), label: say('firstName'), autocomplete: 'given-name' })}
      ${textField({ speak, ...typedField(booking, 'lastName'), label: say('lastName'), autocomplete: 'family-name', isOptional: true })}
    </div>
    <div class="pair">
      ${textField({ speak, ...typedField(booking, 'phone'), label: say('phone'), type: 'tel', autocomplete: 'tel', hint: say('phoneHint') })}
      ${textField({ speak, ...typedField(booking, 'email'), label: say('email'), type: 'email', autocomplete: 'email', isOptional: true })}
    </div>`
}

function whoIsIn(booking: Booking): unknown {
  const { speak, connection } = booking
  const client = clientOf(booking)
  // Signed out here is signed out, whether the server hears of it or not.
  const leave = () => void connection.signOut().catch(() => undefined)
  return html`<p class="notice good signed-in" part="signed-in">
    <span
      >${client ? speak.say('signedInAs', { name: nameOf(client) }) : speak.say('loading')}</span
    >
    <button type="button" class="link" @click=${leave}>${speak.say('signOut')}</button>
  </p>`
}

function signInOffer(booking: Booking): unknown {
  const { speak, connection } = booking
  const signIn = signIns.get(booking)
  if (signIn)
    return signIn.render(speak, connection.client, () => {
      signIns.delete(booking)
      booking.set({})
    })
  return html`<p class="offer small" part="sign-in-offer">
    <span class="muted">${speak.say('haveAccount')}</span>
    <button type="button" class="link" @click=${() => openSignIn(booking)}>
      ${speak.say('signIn')}
    </button>
  </p>`
}

/** Most book as guests. */
function openSignIn(booking: Booking): Promise<void> {
  const load = async () => {
    const [{ CodeSignIn, signInSheet }, { tellIn }] = await Promise.all([
      import('../parts/code-sign-in.ts'),
      import('../texts/account-texts.ts'),
    ])
    wear(booking.host, [signInSheet])
    const tell = await tellIn(booking.speak)
    signIns.set(booking, new CodeSignIn(booking.host, tell, booking.flow.typed.phone))
  }
  return openFor(booking, load, '.sign-in input')
}
