import type { Staff } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { html, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'
import { bodyOf } from '../form/body.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import '../form/entity-form.ts'
import './own-telling.ts'

type Values = Readonly<Record<string, unknown>>

/** Who is signed in: their password, the panel’s language, the way out of every browser. */
export class ProfileSection extends PanelElement {
  static override properties = { value: { state: true }, about: { state: true } }
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  declare value: Values
  /** What the form about oneself begins with: only another one begins it anew. */
  declare about: Values
  #me: Staff | undefined

  constructor() {
    super()
    this.value = {}
    this.about = {}
  }

  protected override panelChanged({ me }: Panel): void {
    if (me !== this.#me) this.about = { name: me.name, email: me.email }
    this.#me = me
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const shell = shellTexts(panel.language)
    const { me } = panel
    return html`<header>
        <h2>${say('profile')}</h2>
        <p>${[me.name, me.email, shell(me.role)].filter(Boolean).join(' · ')}</p>
      </header>
      <div class="card stack narrow">
        <h3>${shell('language')}</h3>
        <div class="row">
          ${(['ru', 'en'] as const).map(
            (language) =>
              html`<button
                class="quiet"
                lang=${language}
                aria-pressed=${panel.language === language}
                @click=${() => panel.choose({ language })}
              >
                ${language === 'ru' ? 'Русский' : 'English'}
              </button>`,
          )}
        </div>
      </div>
      ${this.#about(panel)}
      <own-telling></own-telling>
      <div class="card stack narrow">
        <h3>${say('password')}</h3>
        <entity-form
          .schema=${operations.auth.password.body}
          .value=${this.value}
          .action=${say('changePassword')}
          .fields=${[
            {
              name: 'old_password',
              label: say('oldPassword'),
              as: 'password',
              autocomplete: 'current-password',
            },
            {
              name: 'password',
              label: say('newPassword'),
              hint: say('passwordHint'),
              as: 'password',
              autocomplete: 'new-password',
            },
          ]}
          .save=${(values: Values) => this.#save(panel, values)}
        ></entity-form>
      </div>
      <div class="card stack narrow">
        <h3>${say('sessions')}</h3>
        <p class="muted">${say('sessionsText')}</p>
        <div class="row">
          <button class="quiet" @click=${() => panel.signOut()}>${shell('signOut')}</button>
          <button class="quiet danger" @click=${() => this.#everywhere(panel)}>
            ${shell('signOutEverywhere')}
          </button>
        </div>
      </div>`
  }

  #about(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    return html`<div class="card stack narrow">
      <h3>${say('aboutMe')}</h3>
      <entity-form
        .schema=${operations.auth.profile.body}
        .value=${this.about}
        .action=${say('save')}
        .fields=${[
          { name: 'name', label: say('ownName'), autocomplete: 'name' },
          { name: 'email', label: say('email'), autocomplete: 'username' },
          {
            name: 'old_password',
            label: say('oldPassword'),
            hint: say('emailNeedsPassword'),
            as: 'password',
            autocomplete: 'current-password',
          },
        ]}
        .save=${(_: Values, changes: Values) => this.#saveProfile(panel, changes)}
      ></entity-form>
    </div>`
  }

  async #saveProfile(panel: Panel, changes: Values): Promise<void> {
    await panel.api.auth.profile(bodyOf('auth.profile', changes))
    await panel.reload()
    panel.toast({ text: settingsTexts(panel.language)('profileSaved') })
  }

  async #save(panel: Panel, values: Values): Promise<void> {
    await panel.api.auth.password(bodyOf('auth.password', values))
    this.value = {}
    panel.toast({ text: settingsTexts(panel.language)('passwordChanged') })
  }

  async #everywhere(panel: Panel): Promise<void> {
    const shell = shellTexts(panel.language)
    const isSure = await panel.confirm({
      title: shell('signOutEverywhere'),
      text: settingsTexts(panel.language)('everywhereText'),
      action: shell('signOut'),
      tone: 'danger',
    })
    if (isSure) await panel.signOut(true)
  }
}

customElements.define('profile-section', ProfileSection)
