import type { TelegramStatus } from '@zapis/sdk'
import { html, nothing, type CSSResultGroup } from 'lit'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { sectionSheet } from './section-sheet.ts'
import { settingsTexts } from './texts/texts.ts'
import { waiting } from './waiting.ts'

/** Whether the clinic’s bot works. Its token is the installation’s setting: it is told here how to set it, and is never shown. */
export class TelegramSection extends PanelElement {
  static override styles: CSSResultGroup = [PanelElement.styles, sectionSheet]

  #read = new Read<TelegramStatus>(this, (signal) =>
    this.panel.api.organization.telegram({ signal }),
  )

  protected override panelChanged(): void {
    if (!this.#read.value && !this.#read.isBusy) void this.#read.load()
  }

  protected override content(panel: Panel): unknown {
    const say = settingsTexts(panel.language)
    const { value, isBusy } = this.#read
    return html`<header>
        <h2>${say('telegram')}</h2>
        <button class="quiet" aria-disabled=${isBusy} @click=${() => this.#read.load()}>
          ${say('checkAgain')}
        </button>
        <p>${say('telegramText')}</p>
      </header>
      ${value && !this.#read.error ? this.#status(panel, value) : waiting(panel, this.#read)}
      <article class="card stack narrow">
        <h3>${say('telegramHow')}</h3>
        <ol class="stack">
          <li>${say('telegramStep1')}</li>
          <li>
            ${say('telegramStep2')}
            <pre><code>TELEGRAM_BOT_TOKEN=${panel.organization.slug}=123456:ABC…</code></pre>
          </li>
          <li>${say('telegramStep3')}</li>
        </ol>
        <p class="small muted">${say('telegramRemove')}</p>
      </article>`
  }

  #status(panel: Panel, status: TelegramStatus): unknown {
    const say = settingsTexts(panel.language)
    const { bot, state, username, updates, error, error_at } = status
    const link = username ? `https://t.me/${username}` : null
    return html`<div class="card stack narrow" role="status">
      <p class="row">
        <span class="tag">${say(`bot_${bot}`)}</span>
        ${link ? html`<a href=${link} target="_blank" rel="noreferrer">@${username}</a>` : nothing}
      </p>
      <p class=${state === 'refused' ? 'notice bad' : ''}>${say(`telegram_${state}`)}</p>
      ${updates ? html`<p class="muted">${say(`updates_${updates}`)}</p>` : nothing}
      ${
        status.waiting > 0
          ? html`<p class="muted">${say('telegramWaiting', { count: status.waiting })}</p>`
          : nothing
      }
      ${
        error
          ? html`<p class="notice">
              ${say('telegramError')} ${error}
              ${
                error_at
                  ? html`<span class="muted">
                      ${panel.words.moment(error_at, panel.organization.time_zone)}
                    </span>`
                  : nothing
              }
            </p>`
          : nothing
      }
    </div>`
  }
}

customElements.define('telegram-section', TelegramSection)
