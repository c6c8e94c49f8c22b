import type { Appointment, Client, TransactionDraft, WalletTransaction } from '@zapis/sdk'
import { operations } from '@zapis/sdk/contract'
import { css, html, nothing, type CSSResultGroup } from 'lit'
import type { FieldPlan } from '../form/field-plan.ts'
import { loadNames } from '../panel/names.ts'
import { PanelElement } from '../panel/panel-element.ts'
import type { Panel } from '../panel/panel.ts'
import { Read } from '../panel/read.ts'
import { schemaOfLine } from './transaction.ts'
import { clientTexts, type ClientKey } from './texts/texts.ts'
import '../form/entity-form.ts'
import '../parts/side-panel.ts'

/** A line to be added, and the one that it is about. */
export interface Deed {
  type: TransactionDraft['type']
  line?: WalletTransaction
}

const doings: Record<Deed['type'], ClientKey> = {
  deposit: 'doDeposit',
  withdraw: 'doWithdraw',
  payment: 'doPayment',
  refund: 'doRefund',
  correction: 'doCorrection',
}

interface Typed extends Record<string, unknown> {
  amount?: number
  reason?: string
  appointment_id?: number
}

/** One more line of a wallet; `added` when it stands. */
export class TransactionForm extends PanelElement {
  static override properties = { client: { attribute: false }, deed: { attribute: false } }
  static override styles: CSSResultGroup = [
    PanelElement.styles,
    css`
      p {
        margin-block-end: var(--s4);
      }
    `,
  ]

  declare client: Client
  declare deed: Deed
  #value: Typed | undefined
  #visits = new Read(this, () => this.#unpaid())
  #given = new Read(this, () => this.#givenBack())

  protected override panelChanged(): void {
    if (this.deed.type === 'payment') void this.#visits.load()
    if (this.deed.type === 'refund') void this.#given.load()
  }

  /** Visits of the client with something left to pay, the next ones first. */
  async #unpaid(): Promise<{ visit: Appointment; name: string }[]> {
    const { api, language, words, organization } = this.panel
    const [visits, names] = await Promise.all([
      api.clients.appointments(this.client.id, { limit: 100 }),
      loadNames(api, language),
    ])
    return visits.data
      .filter(
        ({ status, total, paid }) =>
          !['cancelled', 'expired', 'no_show'].includes(status) && total.amount > paid.amount,
      )
      .map((visit) => {
        const when = words.moment(visit.starts_at, organization.time_zone)
        const service = names.services.get(visit.service_id) ?? ''
        const left = words.sum(visit.total.amount - visit.paid.amount, visit.total.currency)
        return { visit, name: `${when}, ${service} — ${left}` }
      })
  }

  /** What was given back already of the payment. */
  async #givenBack(): Promise<number> {
    const { api } = this.panel
    const lines = await api.clients.transactions(this.client.id, { limit: 100 }).toArray()
    return lines
      .filter(({ refunds }) => refunds === this.deed.line?.id)
      .reduce((sum, { amount }) => sum + amount.amount, 0)
  }

  protected override content(panel: Panel): unknown {
    const say = clientTexts(panel.language)
    const { type, line } = this.deed
    const left = type === 'refund' ? this.#left() : undefined
    const visits = this.#visits.value
    if (type === 'refund' && left === undefined) return nothing
    if (type === 'payment' && !visits) return nothing
    this.#value ??= left === undefined ? dueOf(visits?.[0]?.visit) : { amount: left }
    return html`<side-panel
      mode="middle"
      heading=${say(type === 'correction' || type === 'refund' ? type : doings[type])}
      @closed=${() => this.dispatchEvent(new CustomEvent('closed'))}
    >
      ${line ? html`<p class="muted">${this.#about(line, panel)}</p>` : nothing}
      ${
        left === undefined
          ? nothing
          : html`<p>
              ${say('refundLeft', { sum: panel.words.sum(left, panel.organization.currency) })}
            </p>`
      }
      ${type === 'payment' && visits?.length === 0 ? html`<p>${say('nothingDue')}</p>` : nothing}
      <entity-form
        .schema=${schemaOfLine(operations.clients.addTransaction.body, type)}
        .fields=${this.#fields(panel)}
        .value=${this.#value}
        .action=${say(doings[type])}
        .save=${(values: Typed) => this.#add(values)}
      ></entity-form>
    </side-panel>`
  }

  #left(): number | undefined {
    const { value } = this.#given
    const { line } = this.deed
    return value === undefined || !line ? undefined : -line.amount.amount - value
  }

  #about(line: WalletTransaction, { language, words, organization }: Panel): string {
    return clientTexts(language)(this.deed.type === 'refund' ? 'refundOf' : 'correctionOf', {
      seq: line.seq,
      date: words.moment(line.created_at, organization.time_zone),
      sum: words.money(line.amount),
    })
  }

  #fields({ language }: Panel): FieldPlan[] {
    const say = clientTexts(language)
    const { type } = this.deed
    const options = (this.#visits.value ?? []).map(({ visit, name }) => ({ value: visit.id, name }))
    return [
      {
        name: 'amount',
        label: say('amount'),
        as: 'money',
        ...(type === 'correction' ? { hint: say('correctionHint') } : {}),
      },
      ...(type === 'payment'
        ? [{ name: 'appointment_id', label: say('forVisit'), as: 'select' as const, options }]
        : []),
      {
        name: 'reason',
        label: say('reason'),
        as: 'long',
        ...(type === 'correction' ? { hint: say('reasonNeeded') } : {}),
      },
    ]
  }

  async #add({ amount = 0, reason, appointment_id }: Typed): Promise<void> {
    const { api, toast, words, language } = this.panel
    const { type, line } = this.deed
    const added = await api.clients.addTransaction(this.client.id, {
      type,
      amount,
      ...(reason ? { reason } : {}),
      ...(appointment_id === undefined ? {} : { appointment_id }),
      ...(type === 'refund' && line ? { refunds: line.id } : {}),
      ...(type === 'correction' && line ? { corrects: line.id } : {}),
    })
    const say = clientTexts(language)
    const balance = words.money(added.balance_after)
    toast({
      text: say('lineAdded', { type: say(type), sum: words.money(added.amount), balance }),
      tone: 'good',
    })
    this.dispatchEvent(new CustomEvent('added'))
  }
}

/** What is left to pay of the first visit is what is most likely paid. */
function dueOf(visit: Appointment | undefined): Typed {
  return visit ? { appointment_id: visit.id, amount: visit.total.amount - visit.paid.amount } : {}
}

customElements.define('transaction-form', TransactionForm)
