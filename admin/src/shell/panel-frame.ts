import { Command, LogOut, Menu } from 'lucide'
import { html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import type { Theme } from '../panel/preferences.ts'
import { reasonOf } from '../panel/refusal.ts'
import { hrefOf } from '../panel/router.ts'
import { pressShortcut } from '../panel/shortcuts.ts'
import type { CommandPalette } from './command-palette.ts'
import { frameSheet } from './frame-sheet.ts'
import { pages, type PanelPage } from './pages.ts'
import type { ShortcutsHelp } from './shortcuts-help.ts'
import { shellTexts, type ShellKey } from './texts/texts.ts'
import './command-palette.ts'
import './shortcuts-help.ts'

/** On a phone the bar has room for so many sections; the others are behind “more”. */
const IN_BAR = 4

const themes: readonly (readonly [Theme, ShellKey])[] = [
  ['auto', 'themeAuto'],
  ['light', 'themeLight'],
  ['dark', 'themeDark'],
]

/** Navigation, head, and the page that the address names. */
export class PanelFrame extends PanelElement {
  static override properties = {
    isOnline: { attribute: false },
    isSlow: { attribute: false },
    page: { state: true },
    failure: { state: true },
  }
  static override styles: CSSResultGroup = [PanelElement.styles, frameSheet]

  declare isOnline: boolean
  declare isSlow: boolean
  declare page: HTMLElement | undefined
  declare failure: unknown
  #area = ''

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('keydown', this.#pressed)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#pressed)
  }

  #pressed = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyK') {
      event.preventDefault()
      this.#palette()
    } else if (event.key === '?' && !isTyping(event)) this.#help()
    else pressShortcut(event)
  }

  #palette(): void {
    void this.renderRoot.querySelector<CommandPalette>('command-palette')?.open()
  }

  #help(): void {
    void this.renderRoot.querySelector<ShortcutsHelp>('shortcuts-help')?.open()
  }

  protected override panelChanged({ route }: Panel): void {
    if (route.area !== this.#area) void this.#open(route.area)
  }

  async #open(area: string): Promise<void> {
    this.#area = area
    this.failure = undefined
    const wanted = pages.find((page) => page.area === area)
    if (!wanted || !this.#isFor(wanted)) {
      this.page = undefined
      this.requestUpdate()
      return
    }
    try {
      await wanted.load()
      if (this.#area !== area) return
      this.page = document.createElement(wanted.tag)
      const { language } = this.panel
      document.title = `${shellTexts(language)(wanted.name)} · ${this.panel.organization.name}`
    } catch (error) {
      this.failure = error
    }
  }

  #isFor({ who }: PanelPage): boolean {
    return who.some((role) => role === this.panel.me.role)
  }

  protected override content(panel: Panel): unknown {
    const say = shellTexts(panel.language)
    const own = pages.filter((page) => this.#isFor(page))
    return html`<button class="skip" @click=${this.#skip}>${say('skip')}</button>
      <div
        class="progress"
        role="progressbar"
        aria-label=${say('loading')}
        ?hidden=${!this.isSlow}
      ></div>
      <nav class="side" aria-label=${say('menu')}>
        <a class="name" href=${hrefOf('')}>${panel.organization.name}</a>
        <ul>
          ${own.map((page) => html`<li>${this.#link(page)}</li>`)}
        </ul>
        <span class="space"></span>
        <button class="plain palette" @click=${() => this.#palette()}>
          ${icon(Command)}<span>${say('commands')}</span><kbd>Ctrl K</kbd>
        </button>
        ${this.#account(panel)}
      </nav>
      <div class="work">
        ${this.#banner(say)}
        <main id="content" tabindex="-1">${this.#shown(panel)}</main>
      </div>
      ${this.#bar(own, panel)}
      <command-palette .pages=${own}></command-palette>
      <shortcuts-help></shortcuts-help>`
  }

  #skip = (): void => {
    this.renderRoot.querySelector<HTMLElement>('#content')?.focus()
  }

  #banner(say: (key: ShellKey) => string): unknown {
    return html`<p class="banner" role="status" ?hidden=${this.isOnline}>
      ${this.isOnline ? '' : say('offlineBanner')}
    </p>`
  }

  #shown({ language, route }: Panel): unknown {
    const say = shellTexts(language)
    if (this.failure)
      return html`<div class="empty" role="alert">
        <p>${reasonOf(this.failure, language)}</p>
        <button class="quiet" @click=${() => this.#open(route.area)}>${say('again')}</button>
      </div>`
    const known = pages.find((page) => page.area === route.area)
    if (!known || !this.#isFor(known))
      return html`<div class="empty">
        <h1>${say(known ? 'notYours' : 'nowhere')}</h1>
        <a href=${hrefOf('')}>${say('toDay')}</a>
      </div>`
    return this.page ?? nothing
  }

  #link(page: PanelPage): unknown {
    const { language, route } = this.panel
    return html`<a
      class="section"
      href=${hrefOf(page.area === 'day' ? '' : page.area)}
      aria-current=${route.area === page.area ? 'page' : nothing}
      >${icon(page.icon, 20)}<span>${shellTexts(language)(page.name)}</span></a
    >`
  }

  #account(panel: Panel): unknown {
    const say = shellTexts(panel.language)
    return html`<button class="plain me" popovertarget="account" aria-haspopup="true">
        <span class="portrait" aria-hidden="true">${initialOf(panel)}</span>
        <span class="who">
          <span>${panel.me.name || panel.me.email}</span>
          <span class="muted small">${say(panel.me.role)}</span>
        </span>
      </button>
      <div id="account" popover class="card stack" role="group" aria-label=${say('account')}>
        ${this.#choices(panel)}
      </div>`
  }

  #choices(panel: Panel, id = 'account-location'): unknown {
    const say = shellTexts(panel.language)
    return html`<p class="small muted">${panel.me.email} · ${say(panel.me.role)}</p>
      ${this.#location(panel, id)}
      <fieldset class="stack tight">
        <legend class="label">${say('theme')}</legend>
        <div class="row">
          ${themes.map(
            ([theme, name]) =>
              html`<button
                class="quiet"
                aria-pressed=${panel.theme === theme}
                @click=${() => panel.choose({ theme })}
              >
                ${say(name)}
              </button>`,
          )}
        </div>
      </fieldset>
      <fieldset class="stack tight">
        <legend class="label">${say('language')}</legend>
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
      </fieldset>
      <button class="plain" @click=${() => panel.signOut()}>
        ${icon(LogOut)} ${say('signOut')}
      </button>`
  }

  #location(panel: Panel, id: string): unknown {
    if (panel.locations.length < 2) return nothing
    const chosen = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) panel.choose({ location: Number(target.value) })
    }
    return html`<div class="field">
      <label for=${id}>${shellTexts(panel.language)('location')}</label>
      <select id=${id} @change=${chosen}>
        ${panel.locations.map(
          (location) =>
            html`<option value=${location.id} ?selected=${location.id === panel.location?.id}>
              ${location.name}
            </option>`,
        )}
      </select>
    </div>`
  }

  #bar(own: readonly PanelPage[], panel: Panel): unknown {
    const say = shellTexts(panel.language)
    const rest = own.slice(IN_BAR)
    return html`<nav class="bar" aria-label=${say('menu')}>
      ${own.slice(0, IN_BAR).map((page) => this.#link(page))}
      <button class="section" popovertarget="more">
        ${icon(Menu, 20)}<span>${say('more')}</span>
      </button>
      <div id="more" popover class="card stack" @click=${this.#closeMore}>
        ${rest.map((page) => this.#link(page))}${this.#moreChoices(panel)}
      </div>
    </nav>`
  }

  #moreChoices(panel: Panel): unknown {
    return html`<div class="stack">${this.#choices(panel, 'more-location')}</div>`
  }

  #closeMore = (event: Event): void => {
    const isLink = event.composedPath().some((each) => each instanceof HTMLAnchorElement)
    if (isLink) this.renderRoot.querySelector<HTMLElement>('#more')?.hidePopover()
  }
}

function initialOf({ me }: Panel): string {
  return (me.name || me.email).slice(0, 1).toUpperCase()
}

function isTyping(event: Event): boolean {
  const [target] = event.composedPath()
  return target instanceof Element && target.matches('input, textarea, select')
}

customElements.define('panel-frame', PanelFrame)
