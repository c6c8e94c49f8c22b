import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { createMax } from './max.ts'

type Said = Record<string, unknown>

/** MAX around the page: its phone app, or on the web the frame's parent. */
function stage(isFramed: boolean) {
  const sent: [string, Said][] = []
  const posted: [Said, string][] = []
  const listeners: ((event: unknown) => void)[] = []
  const parent = {
    postMessage: (text: string, origin: string) =>
      void posted.push([JSON.parse(text) as Said, origin]),
  }
  const page = {
    parent,
    addEventListener: (_: string, listener: (event: unknown) => void) =>
      void listeners.push(listener),
    WebViewHandler: isFramed
      ? undefined
      : {
          postEvent: (type: string, payload: string) =>
            void sent.push([type, JSON.parse(payload) as Said]),
        },
    WebApp: undefined as { sendEvent(type: string, payload: unknown): void } | undefined,
  }
  const max = createMax({ messenger: 'max', initData: 'x', themeParams: {} }, page as never)
  return {
    ...{ max, sent, posted },
    receive: (type: string, payload: unknown) => page.WebApp?.sendEvent(type, payload),
    message: (origin: string, isParent: boolean, data: unknown) => {
      for (const listener of listeners) listener({ source: isParent ? parent : {}, origin, data })
    },
  }
}

test('the page says that it is there, and the back button goes back', () => {
  const { max, sent, receive } = stage(false)
  let pressed = 0
  max.ready()
  max.onBack(() => pressed++)
  max.showBack(true)
  max.guardClosing(true)
  receive('WebAppBackButtonPressed', '{}')
  receive('WebAppClose', '{}')
  assert.is(pressed, 1)
  assert.equal(sent, [
    ['WebAppReady', {}],
    ['WebAppSetupBackButton', { isVisible: true }],
    ['WebAppSetupClosingBehavior', { needConfirmation: true }],
  ])
})

test('X5: in a frame MAX alone is spoken to, and only the parent is heard when it is MAX', () => {
  const { max, posted, message } = stage(true)
  let pressed = 0
  max.onBack(() => pressed++)
  max.showBack(true)
  assert.equal(posted, [[{ type: 'WebAppSetupBackButton', isVisible: true }, 'https://web.max.ru']])
  const data = JSON.stringify({ type: 'WebAppBackButtonPressed' })
  message('https://web.max.ru.evil.example', true, data)
  message('https://web.max.ru', false, data)
  message('https://web.max.ru', true, '{"type":')
  message('https://web.max.ru', true, null)
  assert.is(pressed, 0)
  message('https://web.max.ru', true, data)
  assert.is(pressed, 1)
})

test('a shared phone comes as MAX signed it, in answer to this question', async () => {
  const { max, sent, receive } = stage(false)
  const contact = max.requestContact()
  const [type, { requestId }] = sent[0] ?? ['', {}]
  assert.is(type, 'WebAppRequestPhone')
  receive(type, JSON.stringify({ requestId: 'another', phone: '+7900', authDate: '1', hash: 'f' }))
  receive(type, JSON.stringify({ requestId, phone: '+79160000001', authDate: '1', hash: 'ab' }))
  assert.is(await contact, 'phone=%2B79160000001&authDate=1&hash=ab')
})

test('who would rather not share the phone is not asked further', async () => {
  const { max, sent, receive } = stage(false)
  const contact = max.requestContact()
  const error = { code: 'client.request_phone.user_refused_provide_phone_number' }
  receive('WebAppRequestPhone', { requestId: sent[0]?.[1]['requestId'], error })
  assert.is(await contact, null)
})

test.run()
