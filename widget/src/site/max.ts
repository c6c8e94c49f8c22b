import { parse, type Launch, type Messenger, type Payload } from './messenger.ts'

/**
 * The bridge to MAX's apps without their script, for the reasons of `telegram.ts`. MAX has no main button and tells no
 * colours: the page keeps its own. What is said is that of dev.max.ru/docs/webapps/bridge; the names on the wire are those of
 * the library that the page there tells to load.
 */
const FRAME = 'https://web.max.ru'
const CONTACT_MS = 60_000

interface Host {
  WebViewHandler?: { postEvent(type: string, payload: string): void }
  WebApp?: { sendEvent(type: string, payload: unknown): void }
}

export function createMax(launch: Launch, page: Window & Host = window): Messenger {
  const listeners = new Set<(type: unknown, payload: Payload) => void>()
  const hear = (type: unknown, payload: unknown) => {
    for (const listener of listeners) listener(type, parse(payload))
  }
  const on = (type: string, listener: (payload: Payload) => void) => {
    const own = (each: unknown, payload: Payload) => {
      if (each === type) listener(payload)
    }
    listeners.add(own)
    return () => listeners.delete(own)
  }
  page.WebApp = { ...page.WebApp, sendEvent: hear }
  page.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== page.parent || origin !== FRAME) return
    const payload = parse(data)
    hear(payload['type'], payload)
  })
  const post = (type: string, payload: Payload = {}) => {
    if (page.WebViewHandler) page.WebViewHandler.postEvent(type, JSON.stringify(payload))
    else if (page.parent !== page)
      page.parent.postMessage(JSON.stringify({ type, ...payload }), FRAME)
  }
  return {
    launch,
    ready: () => post('WebAppReady'),
    onTheme: () => undefined,
    onMain: () => undefined,
    onBack: (listener) => void on('WebAppBackButtonPressed', () => listener()),
    showMain: () => undefined,
    showBack: (isVisible) => post('WebAppSetupBackButton', { isVisible }),
    guardClosing: (needConfirmation) => post('WebAppSetupClosingBehavior', { needConfirmation }),
    requestContact: () =>
      new Promise((resolve) => {
        const requestId = `contact-${Date.now()}`
        const end = (contact: string | null) => {
          leave()
          clearTimeout(patience)
          resolve(contact)
        }
        const leave = on('WebAppRequestPhone', (payload) => {
          if (payload['requestId'] === requestId) end(contactOf(payload))
        })
        const patience = setTimeout(end, CONTACT_MS, null)
        post('WebAppRequestPhone', { requestId })
      }),
  }
}

/** As `POST /v1/auth/telegram` takes it; null: refused. */
function contactOf(payload: Payload): string | null {
  const fields = ['phone', 'authDate', 'hash'].map((name): [string, string] => {
    const value = payload[name]
    return [name, typeof value === 'string' || typeof value === 'number' ? String(value) : '']
  })
  return fields.some(([, value]) => value === '') ? null : new URLSearchParams(fields).toString()
}
