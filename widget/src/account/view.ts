import { html, nothing } from 'lit'
import { failureNotice } from '../parts/failure-notice.ts'
import { nameOf } from '../parts/name-of.ts'
import { spaced } from '../parts/spaced.ts'
import { tabs, type Account, type Tab } from './account.ts'
import { cancelView } from './cancel-view.ts'
import { eraseView } from './erase-view.ts'
import { moneyTab, topUpView } from './money-view.ts'
import { moveView } from './move-view.ts'
import { open, openTab } from './load.ts'
import { packagesTab } from './packages-view.ts'
import { payView } from './pay-view.ts'
import { profileTab } from './profile-view.ts'
import { signOut } from './profile.ts'
import { visitsTab } from './visits-view.ts'

const bodies: Record<Tab, (account: Account) => unknown> = {
  visits: visitsTab,
  money: moneyTab,
  packages: packagesTab,
  profile: profileTab,
}

/** Whoever is signed in: a stub with their name and balance, and four sides of the account. */
export function accountView(account: Account): unknown {
  const { me, known, failure, speak } = account
  if (!me || !known)
    return failure
      ? html`<div class="page">
          ${failureNotice(speak, { ...failure, retry: () => open(account) })}
        </div>`
      : bones()
  return html`<div class="account">
    ${pass(account)}
    <div class="page" part="page">${page(account)}</div>
  </div>`
}

function page(account: Account): unknown {
  const { view } = account
  switch (view.name) {
    case 'move':
      return moveView(account)
    case 'cancel':
      return cancelView(account, view.visit)
    case 'pay':
      return payView(account, view.visit)
    case 'topUp':
      return topUpView(account)
    case 'erase':
      return eraseView(account)
    case 'tabs':
      return tabbed(account)
  }
}

function tabbed(account: Account): unknown {
  const { tab, tell, failure, told, speak } = account
  return html`<div
      class="tabs"
      part="tabs"
      role="tablist"
      aria-label=${tell('account')}
      @keydown=${(event: KeyboardEvent) => walk(event, account)}
    >
      ${tabs.map((name) => tabButton(account, name))}
    </div>
    ${told ? html`<p class="notice good told" part="notice" tabindex="-1">${told}</p>` : nothing}
    ${failure ? failureNotice(speak, failure) : nothing}
    <div class="panel" id="panel" role="tabpanel" aria-labelledby="tab-${tab}" part="panel">
      ${bodies[tab](account)}
    </div>`
}

function tabButton(account: Account, name: Tab): unknown {
  const isChosen = account.tab === name
  return html`<button
    type="button"
    class="tab"
    part=${isChosen ? 'tab tab-chosen' : 'tab'}
    role="tab"
    id="tab-${name}"
    aria-selected=${isChosen}
    aria-controls="panel"
    tabindex=${isChosen ? 0 : -1}
    @click=${() => openTab(account, name)}
  >
    ${account.tell(name)}
  </button>`
}

/** The keys of the ARIA tabs pattern. */
function walk(event: KeyboardEvent, account: Account): void {
  const { key, currentTarget } = event
  const at = tabs.indexOf(account.tab)
  const isRtl =
    currentTarget instanceof Element && getComputedStyle(currentTarget).direction === 'rtl'
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1 }[key]
  const to =
    key === 'Home' ? 0 : key === 'End' ? tabs.length - 1 : step ? at + step + tabs.length : null
  const next = to === null ? undefined : tabs[to % tabs.length]
  if (!next) return
  event.preventDefault()
  void openTab(account, next)
  account.focus(`#tab-${next}`)
}

/** Like the stub of a ticket: whose account it is, and what is on it. */
function pass(account: Account): unknown {
  const { me, balance, tell, speak, hasNoCard, view } = account
  if (!me) return nothing
  const contact = me.phone ?? me.email
  return html`<aside class="pass" part="pass" aria-label=${tell('account')}>
    <i class="torn" aria-hidden="true"></i>
    <div class="who">
      <p class="name" part="name">${nameOf(me) || tell('guestName')}</p>
      ${contact ? html`<p class="small muted"><bdi>${spaced(contact)}</bdi></p>` : nothing}
    </div>
    <div class="sum">
      <p class="small muted">${tell('balance')}</p>
      <p class="balance" part="balance">${balance ? speak.money(balance) : ''}</p>
      ${
        hasNoCard || view.name === 'topUp'
          ? nothing
          : html`<button
              type="button"
              class="link"
              part="top-up"
              @click=${() => account.go({ name: 'topUp' })}
            >
              ${tell('topUp')}
            </button>`
      }
    </div>
    <button
      type="button"
      class="link out"
      part="sign-out"
      @click=${() => signOut(account, 'signedOut')}
    >
      ${speak.say('signOut')}
    </button>
  </aside>`
}

function bones(): unknown {
  return html`<div class="account" aria-busy="true">
    <div class="pass"><i class="bone line"></i><i class="bone sum-bone"></i></div>
    <div class="page">
      <div class="tabs">${tabs.map(() => html`<i class="bone tab-bone"></i>`)}</div>
      <i class="bone visit-bone"></i><i class="bone row-bone"></i><i class="bone row-bone"></i>
    </div>
  </div>`
}
