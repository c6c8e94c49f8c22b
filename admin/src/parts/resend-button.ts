import { RotateCw } from 'lucide'
import type { Notification } from '@zapis/sdk'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import { icon } from '../design/icons.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'

const TRIES = 12
const PAUSE = 700

const isUnderWay = ({ status }: Notification) => status === 'pending' || status === 'sending'

/** Sends a message again and says what came of it; `resent` is told when it goes and when that is known. */
export class ResendButton extends PanelElement {
  static override properties = { message: { attribute: false }, busyWith: { state: true } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      :host {
        display: inline-block;
      }
    `,
  ]

  declare message: Notification
  /** The message that is on its way: another may take this place in its list meanwhile. */
  declare busyWith: number | undefined

  protected override content(panel: Panel): unknown {
    const isBusy = this.busyWith === this.message.id
    if (!panel.may('notifications.resend') || (isUnderWay(this.message) && !isBusy)) return nothing
    const name = shellTexts(panel.language)('resend')
    return html`<button
      class="plain"
      aria-label=${name}
      title=${name}
      aria-disabled=${isBusy}
      @click=${() => this.#resend(panel, this.message)}
    >
      ${icon(RotateCw, 16)}
    </button>`
  }

  async #resend(panel: Panel, { id }: Notification): Promise<void> {
    if (this.busyWith !== undefined) return
    this.busyWith = id
    try {
      const sent = await panel.api.notifications.resend(id)
      this.#tell()
      this.#say(panel, await this.#outcome(panel, sent))
      this.#tell()
    } catch (error) {
      panel.refused(error)
    } finally {
      this.busyWith = undefined
    }
  }

  /** What the worker has made of it; of one that takes longer, that it is still to go. */
  async #outcome({ api }: Panel, sent: Notification): Promise<Notification> {
    let now = sent
    for (let tries = 0; tries < TRIES && this.isConnected && isUnderWay(now); tries++) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      now = await api.notifications.get(sent.id)
    }
    return now
  }

  #say({ toast, language }: Panel, { status, error }: Notification): void {
    const say = shellTexts(language)
    if (status === 'sent') toast({ text: say('resent'), tone: 'good' })
    else if (status === 'skipped') toast({ text: say('resendNotNeeded'), tone: 'bad' })
    else if (status === 'failed')
      toast({ text: say('resendFailed', { reason: error ?? '' }), tone: 'bad' })
    else toast({ text: say('resendWaits') })
  }

  #tell(): void {
    this.dispatchEvent(new CustomEvent('resent'))
  }
}

customElements.define('resend-button', ResendButton)
