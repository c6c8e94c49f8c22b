import type { PushSubscriptionDraft, Visitor } from '@zapis/sdk'

/** Whether this browser can be told, and what stands in the way. */
export type PushState = 'ready' | 'ask' | 'denied' | 'install' | 'impossible'

export function pushState(): PushState {
  if (!('serviceWorker' in navigator)) return 'impossible'
  if (!('PushManager' in window) || !('Notification' in window)) {
    // Only what stands on the home screen gets notifications there.
    const isInstalled = globalThis.matchMedia('(display-mode: standalone)').matches
    return isApple(navigator) && !isInstalled ? 'install' : 'impossible'
  }
  const { permission } = Notification
  return permission === 'granted' ? 'ready' : permission === 'denied' ? 'denied' : 'ask'
}

function isApple({ userAgent, maxTouchPoints }: Navigator): boolean {
  return /iPhone|iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1)
}

/** Subscribes this browser, by the client's own account or by the link of one visit. Ask only from a tap. */
export async function subscribe(client: Visitor, code: string | null): Promise<boolean> {
  if ((await Notification.requestPermission()) !== 'granted') return false
  const registration = await navigator.serviceWorker.ready
  const { public_key } = await client.request('pushKey.get', {})
  const kept = await ofKey(await registration.pushManager.getSubscription(), public_key)
  const subscription =
    kept ??
    (await registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: public_key,
    }))
  const draft = draftOf(subscription)
  if (draft === null) return false
  await (code === null
    ? client.request('me.addPushSubscription', { body: draft })
    : client.request('manage.addPushSubscription', { params: { code }, body: draft }))
  return true
}

/** At every start: a browser changes its addresses, and the server's key may be another by now. */
export async function resubscribe(client: Visitor): Promise<void> {
  if (pushState() !== 'ready') return
  const registration = await navigator.serviceWorker.ready
  if (await registration.pushManager.getSubscription()) await subscribe(client, null)
}

/** Who signs out is told no more: the push service answers that the address is gone. */
export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration()
  const subscription = await registration?.pushManager.getSubscription()
  await subscription?.unsubscribe()
}

async function ofKey(
  subscription: PushSubscription | null,
  key: string,
): Promise<PushSubscription | null> {
  const own = subscription?.options.applicationServerKey
  if (!subscription || (own && base64url(own) === key)) return subscription
  await subscription.unsubscribe()
  return null
}

function base64url(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

function draftOf(subscription: PushSubscription): PushSubscriptionDraft | null {
  const { endpoint, keys } = subscription.toJSON()
  const bare = (text: string | undefined) => text?.replace(/=+$/, '')
  const [p256dh, auth] = [bare(keys?.['p256dh']), bare(keys?.['auth'])]
  return endpoint && p256dh && auth ? { endpoint, keys: { p256dh, auth } } : null
}
