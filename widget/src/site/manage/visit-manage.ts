import { createVisitor } from '@zapis/sdk'
import { html, LitElement, nothing, type CSSResultGroup } from 'lit'
import { doneSheet } from '../../booking/done-sheet.ts'
import { laterSheet } from '../../booking/later-sheet.ts'
import { buttons, notices, skeleton } from '../../design/controls.ts'
import { perforation } from '../../design/perforation.ts'
import { ground, tokens } from '../../design/tokens.ts'
import { failureNotice } from '../../parts/failure-notice.ts'
import { speakIn } from '../../texts/speak.ts'
import { siteSay } from '../texts/texts.ts'
import { actions } from './actions.ts'
import { Managed } from './managed.ts'
import { manageSheet } from './manage-sheet.ts'
import { moveView } from './move-view.ts'
import { ticketOf } from './ticket-of.ts'

/** A visit by its link: see, move, cancel, without an account. */
export class VisitManage extends LitElement {
  static override properties = { locale: {} }
  static override styles: CSSResultGroup = [
    tokens,
    ground,
    buttons,
    notices,
    skeleton,
    laterSheet,
    perforation,
    doneSheet,
    manageSheet,
  ]

  declare locale: string

  managed: Managed | null = null
  #shown = ''

  override connectedCallback(): void {
    super.connectedCallback()
    const code = decodeURIComponent(location.pathname.split('/')[2] ?? '')
    const client = createVisitor({
      baseUrl: location.origin,
      headers: { 'accept-language': this.locale },
    })
    const managed = new Managed(client, code, () => this.#managedChanged())
    this.managed = managed
    void speakIn(this.locale).then((speak) => {
      managed.speak = speak
      return managed.load()
    })
  }

  #managedChanged(): void {
    this.requestUpdate()
    const { managed } = this
    const shown = `${managed?.mode} ${managed?.done}`
    const isChange = this.#shown !== '' && shown !== this.#shown
    this.#shown = managed?.visit ? shown : ''
    if (isChange)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus())
    if (managed?.visit)
      this.dispatchEvent(new CustomEvent('visit-shown', { detail: { code: managed.code } }))
  }

  protected override render(): unknown {
    const { managed } = this
    const say = siteSay(this.locale)
    if (managed?.isMissing)
      return this.#framed(
        html`<h2 tabindex="-1">${say('notThere')}</h2>
          <div class="row"><a class="quiet" href="/">${say('bookAgain')}</a></div>`,
      )
    const speak = managed?.speak
    if (!managed || !speak || !managed.visit)
      return this.#framed(
        managed?.failure && speak
          ? failureNotice(speak, managed.failure)
          : html`<i class="bone ticket-bone" aria-hidden="true"></i>`,
      )
    const { visit, failure, mode, done } = managed
    const title =
      mode === 'move'
        ? say('moveTitle')
        : mode === 'cancel'
          ? say('cancelAsk')
          : say(done ?? (visit.payment_url ? 'status_unpaid' : `status_${visit.status}`))
    return this.#framed(
      html`<p class="muted">${visit.organization_name}</p>
        <h2 tabindex="-1" class=${visit.status}>${title}</h2>
        ${failure ? failureNotice(speak, failure) : nothing}
        ${mode === 'move' ? moveView(managed, visit, speak, say) : ticketOf(visit, speak)}
        ${mode === 'move' ? nothing : actions(managed, visit, speak, say)}
        <slot></slot>
        <div class="unseen" role="status">${done ? say(done) : ''}</div>`,
    )
  }

  #framed(content: unknown): unknown {
    return html`<div class="frame"><div class="page manage">${content}</div></div>`
  }
}
