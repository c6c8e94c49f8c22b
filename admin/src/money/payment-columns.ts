import type { Payment } from '@zapis/sdk'
import { html, nothing } from 'lit'
import type { Panel } from '../panel/panel.ts'
import { visitPlace } from '../panel/places.ts'
import { hrefOf } from '../panel/router.ts'
import type { Column } from '../parts/data-table.ts'
import { moneyTexts } from './texts/texts.ts'
import '../parts/client-link.ts'

export function paymentColumns(
  panel: Panel,
  refund: (payment: Payment) => void,
): Column<Payment>[] {
  const { words, organization, language, may } = panel
  const say = moneyTexts(language)
  const status = (payment: Payment) =>
    say(payment.status === 'refunded' ? 'isRefunded' : payment.status)
  const purpose = ({ purpose: what }: Payment) => say(what)
  return [
    {
      id: 'when',
      name: say('when'),
      cell: ({ created_at }) => words.moment(created_at, organization.time_zone),
    },
    {
      id: 'client',
      name: say('client'),
      cell: ({ client_id }) =>
        client_id === null ? '' : html`<client-link .clientId=${client_id}></client-link>`,
      text: ({ client_id }) => String(client_id ?? ''),
    },
    {
      id: 'purpose',
      name: say('purpose'),
      cell: (payment) =>
        payment.appointment_id === null
          ? purpose(payment)
          : html`<a href=${hrefOf(visitPlace(payment.appointment_id))}>${purpose(payment)}</a>`,
      text: purpose,
      isExtra: true,
    },
    {
      id: 'provider',
      name: say('provider'),
      cell: ({ provider }) => say(provider),
      isExtra: true,
    },
    {
      id: 'status',
      name: say('status'),
      cell: (payment) =>
        html`<span class="tag" title=${payment.error ?? ''}>${status(payment)}</span>`,
      text: status,
    },
    {
      id: 'amount',
      name: say('amount'),
      cell: ({ amount, refunded }) =>
        html`${words.money(amount)}${
          refunded.amount > 0
            ? html`<div class="small muted">
                ${say('refundedPart', { sum: words.money(refunded) })}
              </div>`
            : nothing
        }`,
      text: ({ amount }) => words.money(amount),
      align: 'end',
    },
    ...(may('payments.refund') ? [refundColumn(panel, refund)] : []),
  ]
}

function refundColumn({ language }: Panel, refund: (payment: Payment) => void): Column<Payment> {
  const say = moneyTexts(language)
  return {
    id: 'refund',
    name: '',
    cell: (payment) =>
      isRefundable(payment)
        ? html`<button class="link small" @click=${() => refund(payment)}>
            ${say('doRefund')}
          </button>`
        : nothing,
    text: () => '',
    align: 'end',
  }
}

/** Money that came and is not all back; a package’s goes back with the package. */
function isRefundable({ status, amount, refunded, client_package_id }: Payment): boolean {
  const hasCome = status === 'succeeded' || status === 'unapplied'
  return hasCome && amount.amount > refunded.amount && client_package_id === null
}
