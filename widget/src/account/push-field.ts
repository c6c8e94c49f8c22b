import { nothing } from 'lit'
import { checkField } from '../parts/check-field.ts'
import { pushState, subscribe, unsubscribe } from '../site/push.ts'
import type { Account } from './account.ts'

const on = new WeakMap<Account, boolean>()

/**
 * Only on the clinic's own site: its worker is what shows a notification. On any other page this would be another site's
 * permission, and there is nobody to wake up.
 */
export function pushField(account: Account): unknown {
  const { tell, busy, connection } = account
  if (location.origin !== new URL(connection.url).origin) return nothing
  const state = pushState()
  if (state === 'impossible') return nothing
  if (!on.has(account)) look(account)
  const isOff = state === 'denied' || state === 'install'
  return checkField({
    id: 'push',
    part: 'push',
    label: tell('pushOn'),
    isOn: on.get(account) === true,
    isDisabled: busy || isOff,
    note: isOff && tell(state === 'denied' ? 'pushDenied' : 'pushInstall'),
    change: (isOn) => set(account, isOn),
  })
}

function look(account: Account): void {
  on.set(account, false)
  void isSubscribed()
    .catch(() => false)
    .then((isOn) => {
      on.set(account, isOn)
      account.set({})
    })
}

async function isSubscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration()
  return Boolean(await registration?.pushManager.getSubscription())
}

function set(account: Account, isWanted: boolean): Promise<void> {
  return account.attempt(async () => {
    try {
      if (isWanted) await subscribe(account.connection.client, null)
      else await unsubscribe()
    } finally {
      on.set(account, await isSubscribed())
    }
  })
}
