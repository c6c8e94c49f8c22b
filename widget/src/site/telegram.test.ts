import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Messenger } from './messenger.ts'
import { createTelegram } from './telegram.ts'

interface Stage {
  telegram: Messenger
  sent: [string, Record<string, unknown>][]
  /** As Telegram's phone apps call the page. */
  receive(type: string, payload: unknown): void
  /** As a frame's parent posts. */
  message(origin: string, isParent: boolean, data: unknown): void
}

function stage(): Stage {
  const sent: Stage['sent'] = []
  const listeners: ((event: unknown) => void)[] = []
  const parent = {}
  const page = {
    parent,
    addEventListener: (_: string, listener: (event: unknown) => void) =>
      void listeners.push(listener),
    TelegramWebviewProxy: {
      postEvent: (type: string, payload: string) =>
        void sent.push([type, JSON.parse(payload) as Record<string, unknown>]),
    },
    Telegram: undefined as { WebView: { receiveEvent: Stage['receive'] } } | undefined,
  }
  const telegram = createTelegram(
    { messenger: 'telegram', initData: 'x', themeParams: {} },
    page as never,
  )
  return {
    telegram,
    sent,
    receive: (type, payload) => page.Telegram?.WebView.receiveEvent(type, payload),
    message: (origin, isParent, data) => {
      for (const listener of listeners) listener({ source: isParent ? parent : {}, origin, data })
    },
  }
}

test('the buttons are shown and pressed', () => {
  const { telegram, sent, receive } = stage()
  const pressed: string[] = []
  telegram.onMain(() => pressed.push('main'))
  telegram.onBack(() => pressed.push('back'))
  telegram.showMain({ text: 'Записаться на 14:30' })
  telegram.showBack(true)
  telegram.showMain(null)
  receive('main_button_pressed', '')
  receive('back_button_pressed', null)
  assert.equal(pressed, ['main', 'back'])
  assert.equal(
    sent.map(([type, { is_visible, text }]) => [type, is_visible, text]),
    [
      ['web_app_setup_main_button', true, 'Записаться на 14:30'],
      ['web_app_setup_back_button', true, undefined],
      ['web_app_setup_main_button', false, ''],
    ],
  )
})

test('X5: in a frame only the parent is heard, and only when it is Telegram', () => {
  const { telegram, message } = stage()
  let pressed = 0
  telegram.onMain(() => pressed++)
  const data = JSON.stringify({ eventType: 'main_button_pressed' })
  message('https://web.telegram.org.evil.example', true, data)
  message('https://evil.example', true, data)
  message('https://web.telegram.org', false, data)
  message('https://web.telegram.org', true, '{"eventType":')
  message('https://web.telegram.org', true, null)
  assert.is(pressed, 0)
  message('https://web.telegram.org', true, data)
  assert.is(pressed, 1)
})

test('a shared phone comes signed, once Telegram has it', async () => {
  const { telegram, sent, receive } = stage()
  const contact = telegram.requestContact()
  assert.is(sent[0]?.[0], 'web_app_request_phone')
  receive('phone_requested', { status: 'sent' })
  const [type, payload] = sent[1] ?? ['', {}]
  assert.equal([type, payload['method']], ['web_app_invoke_custom_method', 'getRequestedContact'])
  receive('custom_method_invoked', { req_id: 'another', result: 'contact=forged' })
  receive('custom_method_invoked', { req_id: payload['req_id'], result: 'contact=own&hash=1' })
  assert.is(await contact, 'contact=own&hash=1')
})

test('who would rather not share the phone is not asked further', async () => {
  const { telegram, sent, receive } = stage()
  const contact = telegram.requestContact()
  receive('phone_requested', { status: 'cancelled' })
  assert.is(await contact, null)
  assert.is(sent.length, 1)
})

test.run()
