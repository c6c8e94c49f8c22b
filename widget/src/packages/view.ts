import type { ClientPackage, ServicePackage } from '@zapis/sdk'
import { html, nothing } from 'lit'
import { bookAgain } from '../element/book-again.ts'
import { failureNotice } from '../parts/failure-notice.ts'
import { punches } from '../parts/punches.ts'
import { zoneHere } from '../parts/zones.ts'
import type { Shop } from './shop.ts'

/** What is for sale, what is being bought, what was bought. */
export function shopView(shop: Shop): unknown {
  const { view, offers, failure, speak } = shop
  if (!offers)
    return failure ? html`<div class="page">${failureNotice(speak, failure)}</div>` : bones()
  return html`<div class="page" part="page">
    ${view.name === 'buy' ? buying(shop, view.offer) : view.name === 'bought' ? bought(shop, view.bought) : list(shop, offers)}
  </div>`
}

function list(shop: Shop, offers: readonly ServicePackage[]): unknown {
  const { tell, speak, failure } = shop
  return html`${failure ? failureNotice(speak, failure) : nothing}
  ${
    offers.length === 0
      ? html`<p class="muted" part="empty">${tell('noneOnSale')}</p>`
      : html`<div class="cards offers">
          ${offers.map((offer) =>
            card(
              shop,
              offer,
              html`<button
                type="button"
                class="main"
                part="buy"
                aria-label="${offer.name}: ${tell('buyFor', { amount: speak.money(offer.price) })}"
                @click=${() => shop.choose(offer)}
              >
                ${tell('buyFor', { amount: speak.money(offer.price) })}
              </button>`,
            ),
          )}
        </div>`
  }`
}

/** What it is, what a visit of it costs, and what that saves. */
function card(shop: Shop, offer: ServicePackage, action: unknown): unknown {
  const { tell, speak, services } = shop
  const { name, visits, price, valid_days, service_id } = offer
  const service = services.get(service_id)
  const money = (amount: number) => speak.money({ ...price, amount })
  const one = Math.round(price.amount / visits)
  const single = service?.price.amount ?? 0
  const saved = single * visits - price.amount
  return html`<article class="card" part="package">
    <div>
      <h3>${name}</h3>
      <p class="muted small">${service?.name}</p>
    </div>
    ${punches(visits, visits)}
    <p>
      <b>${tell('perVisit', { amount: money(one) })}</b>
      ${saved > 0 ? html`<span class="muted"> ${tell('instead', { amount: money(single) })}</span>` : nothing}
      <br />
      <span class="small muted">
        ${valid_days === null ? tell('validForever') : tell('validDays', { count: valid_days })}
      </span>
    </p>
    <p class="saving" part="saving">
      ${saved > 0 ? tell('saving', { amount: money(saved) }) : nothing}
    </p>
    ${action}
  </article>`
}

function buying(shop: Shop, offer: ServicePackage): unknown {
  const { tell, speak, failure } = shop
  return html`<button
      type="button"
      class="link back"
      part="back"
      @click=${() => shop.go({ name: 'list' })}
    >
      <i class="arrow" aria-hidden="true"></i>${speak.say('back')}
    </button>
    <h2 tabindex="-1" part="heading">${tell('buyTitle')}</h2>
    <div class="purchase">
      ${card(shop, offer, html`<p class="price" part="price">${speak.money(offer.price)}</p>`)}
      <div class="ways">
        ${failure ? failureNotice(speak, failure) : nothing}
        ${shop.connection.isSignedIn() ? ways(shop, offer) : signIn(shop)}
        <p class="small muted">${tell('orOnSite')}</p>
      </div>
    </div>`
}

function signIn({ tell, speak, connection, signIn }: Shop): unknown {
  return html`<p>${tell('buySignIn')}</p>
    ${signIn.render(speak, connection.client)}`
}

function ways(shop: Shop, offer: ServicePackage): unknown {
  const { tell, speak, balance, busy, hasNoCard } = shop
  const amount = speak.money(offer.price)
  const missing = balance ? offer.price.amount - balance.amount : 0
  const isEnough = balance !== null && missing <= 0
  if (!balance && busy) return html`<i class="bone row-bone"></i><i class="bone row-bone"></i>`
  return html`<h3>${speak.say('howToPay')}</h3>
    ${
      isEnough
        ? html`<button
              type="button"
              class="main"
              part="pay-wallet"
              aria-disabled=${busy}
              @click=${() => shop.buyFromBalance(offer)}
            >
              ${busy ? tell('buying') : tell('payWallet', { amount })}
            </button>
            <p class="small muted">
              ${speak.say('pay_wallet_hint', { balance: speak.money(balance) })}
            </p>`
        : nothing
    }
    ${
      hasNoCard
        ? html`<p class="muted">${tell('cardAway')}</p>`
        : html`<button
              type="button"
              class=${isEnough ? 'quiet' : 'main'}
              part="pay-card"
              aria-disabled=${busy}
              @click=${() => shop.buyByCard(offer)}
            >
              ${tell('payCard', { amount })}
            </button>
            <p class="small muted">${speak.say('pay_card_hint')}</p>`
    }
    ${
      !isEnough && balance
        ? html`<p class="small muted">
            ${tell('notEnough', {
              balance: speak.money(balance),
              missing: speak.money({ ...offer.price, amount: missing }),
            })}
          </p>`
        : nothing
    }`
}

function bought(shop: Shop, it: ClientPackage): unknown {
  const { tell, speak, host, services, connection } = shop
  const { visits_left: count, visits_total: all, expires_at, service_id } = it
  const book = () => {
    const wish = { location_id: null, service_id, specialist_id: null }
    void connection.client
      .request('organization.get', {})
      .then(({ slug }) => bookAgain(host, slug, wish))
      .catch(() => undefined)
  }
  return html`<h2 tabindex="-1" part="heading">${tell('bought')}</h2>
    <article class="card torn-off" part="package">
      <div>
        <h3>${it.name}</h3>
        <p class="muted small">${services.get(service_id)?.name}</p>
      </div>
      ${punches(all, count)}
      <p>
        ${tell('visitsLeft', { count, all })}<br />
        <span class="small muted">
          ${
            expires_at === null
              ? tell('noEnd')
              : tell('validUntil', {
                  date: speak.date(expires_at, zoneHere(), { dateStyle: 'long' }),
                })
          }
        </span>
      </p>
      <div class="row">
        <button type="button" class="main" part="book" @click=${book}>${speak.say('book')}</button>
        <button type="button" class="quiet" part="others" @click=${() => shop.go({ name: 'list' })}>
          ${tell('otherPackages')}
        </button>
      </div>
    </article>`
}

function bones(): unknown {
  return html`<div class="page" aria-busy="true">
    <div class="cards">${[1, 2].map(() => html`<i class="bone card-bone"></i>`)}</div>
  </div>`
}
