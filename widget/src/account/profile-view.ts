import type { ConsentText } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { writtenIn } from '../texts/written-in.ts'
import { checkField, consentText } from '../parts/check-field.ts'
import { textField } from '../parts/text-field.ts'
import type { Account } from './account.ts'
import { rowBones } from './money-view.ts'
import { download, draftOf, save, setConsent, signOutEverywhere, type } from './profile.ts'
import { pushField } from './push-field.ts'
import { toldFields } from './told-fields.ts'
import { spaced } from '../parts/spaced.ts'

/** Who one is, how one is written to, and what may be done with one's data. */
export function profileTab(account: Account): unknown {
  const { tell, busy, consents } = account
  return html`${nameForm(account)}
    <section class="block" aria-labelledby="channels">
      <h3 id="channels">${tell('channels')}</h3>
      <p class="muted">${tell('channelsHint')}</p>
      ${pushField(account)} ${toldFields(account)}
      ${consents ? textsOf(account).map((text) => consentField(account, text)) : account.failure ? nothing : rowBones()}
    </section>
    <section class="block" aria-labelledby="data">
      <h3 id="data">${tell('yourData')}</h3>
      <div class="row">
        <button
          type="button"
          class="quiet"
          part="export"
          aria-disabled=${busy}
          @click=${() => download(account)}
        >
          ${tell('export')}
        </button>
        <button
          type="button"
          class="link bad"
          part="erase"
          @click=${() => account.go({ name: 'erase' })}
        >
          ${tell('erase')}
        </button>
      </div>
      <div>
        <button
          type="button"
          class="link"
          part="sign-out-everywhere"
          aria-disabled=${busy}
          @click=${() => signOutEverywhere(account)}
        >
          ${tell('signOutAll')}
        </button>
        <p class="small muted">${tell('signOutAllHint')}</p>
      </div>
    </section>`
}

function nameForm(account: Account): unknown {
  const { me, draft, tell, speak, busy } = account
  if (!me) return nothing
  const typed = draft ?? draftOf(me)
  const send = (event: Event) => {
    event.preventDefault()
    void save(account)
  }
  const field = (name: 'first_name' | 'last_name' | 'iname', label: string, autocomplete: string) =>
    textField({
      speak,
      name,
      label,
      autocomplete,
      value: typed[name],
      change: (value) => type(account, { [name]: value }),
    })
  return html`<form class="block" part="form" novalidate aria-labelledby="name" @submit=${send}>
    <h3 id="name">${tell('changeName')}</h3>
    <div class="pair">
      ${field('first_name', speak.say('firstName'), 'given-name')}
      ${field('last_name', speak.say('lastName'), 'family-name')}
      ${field('iname', tell('iname'), 'additional-name')}
      ${textField({
        speak,
        name: 'birth_date',
        type: 'date',
        label: tell('birthday'),
        autocomplete: 'bday',
        value: typed.birth_date,
        change: (value) => type(account, { birth_date: value }),
      })}
    </div>
    ${languages(account, typed.locale)}
    <p class="small muted">
      ${[me.phone, me.email].map((contact) => contact && html`<bdi>${spaced(contact)}</bdi> `)}<br />
      ${tell('contactsStay')}
    </p>
    ${
      draft
        ? html`<button class="main" part="submit" aria-disabled=${busy}>${tell('save')}</button>`
        : nothing
    }
  </form>`
}

function languages(account: Account, chosen: string): unknown {
  const label = account.tell('writeIn')
  return html`<div role="group" aria-label=${label} class="field">
    <span aria-hidden="true" class="label">${label}</span>
    <div class="row">
      ${writtenIn.map(
        (locale) =>
          html`<button
            type="button"
            class="pill word"
            part="language"
            lang=${locale}
            aria-pressed=${chosen === locale}
            @click=${() => type(account, { locale })}
          >
            ${new Intl.DisplayNames([locale], { type: 'language' }).of(locale)}
          </button>`,
      )}
    </div>
  </div>`
}

/** Each kind once, in the visitor's language where there is one. */
function textsOf({ consentTexts, speak }: Account): ConsentText[] {
  const kinds = [...new Set(consentTexts.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const same = consentTexts.filter((text) => text.kind === kind)
    return same.find(({ locale }) => locale === speak.language) ?? same[0] ?? []
  })
}

function consentField(account: Account, text: ConsentText): unknown {
  const { consents, speak, tell, busy, known } = account
  const id = `consent_${text.kind}` as const
  const last = consents?.find(({ kind }) => kind === text.kind)
  const isGiven = last?.granted === true
  const date = last
    ? speak.date(last.at, known?.organization.time_zone ?? 'UTC', { dateStyle: 'long' })
    : ''
  const state = !last ? tell('neverGiven') : tell(isGiven ? 'given' : 'withdrawn', { date })
  return checkField({
    id,
    part: 'consent',
    label: speak.say(id),
    isOn: isGiven,
    isDisabled: busy,
    note: text.required && !isGiven ? html`${state}<br />${tell('withdrawHint')}` : state,
    more: consentText(speak.say('consentText'), text.text),
    change: (isOn) => setConsent(account, text, isOn),
  })
}
