import type { ClientDiscount, ClientPackage } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { bookAgain } from '../element/book-again.ts'
import { punches } from '../parts/punches.ts'
import { noonOf } from '../texts/calendar.ts'
import type { Account } from './account.ts'
import { serviceName } from './known.ts'
import { rowBones } from './money-view.ts'

/** What was bought and what is given: packages with their visits left, personal discounts. */
export function packagesTab(account: Account): unknown {
  const { packages, discounts, tell } = account
  if (!packages || !discounts) return account.failure ? nothing : rowBones()
  const usable = packages.filter((each) => each.usable)
  const over = packages.filter((each) => !each.usable)
  return html`${
    packages.length
      ? html`<div class="cards">
          ${[...usable, ...over].map((each) => packageCard(account, each))}
        </div>`
      : html`<div class="empty" part="empty">
          <p><b>${tell('noPackages')}</b></p>
          <p class="muted">${tell('noPackagesHint')}</p>
        </div>`
  }
  ${
    discounts.length
      ? html`<section class="lines" aria-labelledby="discounts">
          <h3 id="discounts">${tell('discounts')}</h3>
          <ul>
            ${discounts.map((discount) => discountLine(account, discount))}
          </ul>
        </section>`
      : nothing
  }`
}

function packageCard(account: Account, bought: ClientPackage): unknown {
  const { tell, speak, known, host } = account
  const { visits_left: count, visits_total: all, usable, service_id } = bought
  const book = () => {
    const wish = { location_id: null, service_id, specialist_id: null }
    if (known) bookAgain(host, known.organization.slug, wish)
  }
  return html`<article class=${usable ? 'card' : 'card over'} part="package">
    <div>
      <h3>${bought.name}</h3>
      <p class="muted small">${known ? serviceName(known, service_id) : ''}</p>
    </div>
    ${punches(all, count)}
    <p>
      ${count > 0 ? tell('visitsLeft', { count, all }) : tell('usedUp')}<br />
      <span class="small muted">${lifeOf(account, bought)}</span>
    </p>
    ${
      usable
        ? html`<button type="button" class="quiet" part="book" @click=${book}>
            ${speak.say('book')}
          </button>`
        : nothing
    }
  </article>`
}

function lifeOf({ tell, speak, known }: Account, bought: ClientPackage): string {
  const { expires_at, cancelled_at } = bought
  const day = (instant: string) =>
    speak.date(instant, known?.organization.time_zone ?? 'UTC', { dateStyle: 'long' })
  if (cancelled_at !== null) return tell('takenBack', { date: day(cancelled_at) })
  if (expires_at === null) return tell('noEnd')
  const key = Date.parse(expires_at) < Date.now() ? 'expired' : 'validUntil'
  return tell(key, { date: day(expires_at) })
}

function discountLine({ tell, speak, known }: Account, discount: ClientDiscount): unknown {
  const { discount_percent, service_id, valid_from, valid_to, reason } = discount
  const percent = (discount_percent / 100).toLocaleString(speak.tag, {
    style: 'percent',
    maximumFractionDigits: 2,
  })
  const day = (date: string) => speak.date(noonOf(date), 'UTC', { dateStyle: 'long' })
  const what =
    service_id === null || !known
      ? tell('discountAll')
      : tell('discountOne', { service: serviceName(known, service_id) })
  const when = [
    valid_from !== null && tell('discountFrom', { date: day(valid_from) }),
    valid_to !== null && tell('discountUntil', { date: day(valid_to) }),
  ]
  return html`<li class="line discount" part="discount">
    <b class="percent">−${percent}</b>
    <span class="line-what">
      <span>${[what, ...when].filter(Boolean).join(' ')}</span>
      <span class="small muted">${reason}</span>
    </span>
  </li>`
}
