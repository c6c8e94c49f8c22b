import { colours, parse, type Launch, type Messenger, type Payload } from './messenger.ts'

/** The web versions of Telegram, which frame the page. */
const FRAMES = [
  'https://web.telegram.org',
  'https://webk.telegram.org',
  'https://webz.telegram.org',
]
const CONTACT_TRIES = 10
const CONTACT_PAUSE_MS = 500

type Listener = (payload: Payload) => void

interface Host {
  TelegramWebviewProxy?: { postEvent(type: string, payload: string): void }
  Telegram?: { WebView?: { receiveEvent(type: string, payload: unknown): void } }
}

interface Wire {
  post(type: string, payload?: Payload): void
  /** Returns how to leave. */
  on(type: string, listener: Listener): () => void
}

/** What is said to Telegram and heard from it, on phones through a proxy, on the web through the frame's parent. */
function connectTo(page: Window & Host): Wire {
  const listeners = new Map<string, Set<Listener>>()
  const hear = (type: unknown, payload: unknown) => {
    if (typeof type !== 'string') return
    for (const listener of listeners.get(type) ?? []) listener(parse(payload))
  }
  page.Telegram = { ...page.Telegram, WebView: { receiveEvent: hear } }
  page.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== page.parent || !FRAMES.includes(origin)) return
    const { eventType, eventData } = parse(data)
    hear(eventType, eventData)
  })
  return {
    on(type, listener) {
      const all = listeners.get(type) ?? new Set()
      listeners.set(type, all.add(listener))
      return () => all.delete(listener)
    },
    post(eventType, eventData = {}) {
      if (page.TelegramWebviewProxy)
        page.TelegramWebviewProxy.postEvent(eventType, JSON.stringify(eventData))
      else if (page.parent !== page)
        // Whoever frames us is told nothing unless it is Telegram.
        for (const origin of FRAMES)
          page.parent.postMessage(JSON.stringify({ eventType, eventData }), origin)
    },
  }
}

/** What the client has just shared takes Telegram a moment to tell. */
async function requestedContact({ post, on }: Wire): Promise<string | null> {
  for (let attempt = 1; attempt <= CONTACT_TRIES; attempt++) {
    const req_id = `contact-${Date.now()}-${attempt}`
    const answer = new Promise<Payload>((resolve) => {
      const leave = on('custom_method_invoked', (payload) => {
        if (payload['req_id'] !== req_id) return
        leave()
        resolve(payload)
      })
    })
    post('web_app_invoke_custom_method', { req_id, method: 'getRequestedContact', params: {} })
    const { result } = await Promise.race([answer, pause(CONTACT_PAUSE_MS * 4)])
    if (typeof result === 'string' && result !== '') return result
    await pause(CONTACT_PAUSE_MS)
  }
  return null
}

/**
 * The bridge to Telegram's apps without their script: a foreign host would be asked before the page could do anything, and
 * where Telegram is throttled the page would wait for it. The protocol is that of core.telegram.org/api/web-events.
 */
export function createTelegram(launch: Launch, page: Window & Host = window): Messenger {
  const wire = connectTo(page)
  const { post, on } = wire
  return {
    launch,
    ready() {
      post('iframe_ready', { reload_supported: true })
      post('web_app_ready')
      post('web_app_expand')
    },
    onTheme: (listener) =>
      void on('theme_changed', ({ theme_params }) => listener(colours(parse(theme_params)))),
    onMain: (listener) => void on('main_button_pressed', () => listener()),
    onBack: (listener) => void on('back_button_pressed', () => listener()),
    showMain: (button) =>
      post('web_app_setup_main_button', {
        is_visible: button !== null,
        is_active: button?.isActive ?? true,
        is_progress_visible: button?.isBusy ?? false,
        text: button?.text ?? '',
      }),
    showBack: (isShown) => post('web_app_setup_back_button', { is_visible: isShown }),
    guardClosing: (isGuarded) =>
      post('web_app_setup_closing_behavior', { need_confirmation: isGuarded }),
    requestContact: () =>
      new Promise((resolve) => {
        const leave = on('phone_requested', ({ status }) => {
          leave()
          if (status === 'sent') void requestedContact(wire).then(resolve)
          else resolve(null)
        })
        post('web_app_request_phone')
      }),
  }
}

function pause(ms: number): Promise<Payload> {
  return new Promise((resolve) => setTimeout(resolve, ms, {}))
}
