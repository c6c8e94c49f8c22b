import * as assert from 'uvu/assert'
import type { BotApi, Button, Call, Shown } from './bot-api.ts'

export interface ChatUser {
  id: number
  first_name?: string
  language_code?: string
}

/** A person at the keyboard of Telegram, who sees what the chat shows and presses what it says. */
export interface Chat {
  id: number
  /** The latest message with buttons, or the latest at all. */
  last(): Shown
  all(): Shown[]
  says(text: string): Promise<Shown>
  /** Presses the button of the latest message whose words match. */
  taps(words: RegExp | string): Promise<Shown>
  /** Presses a button that carries this, as a forged client could. */
  sends(data: string, options?: { messageId?: number; callbackId?: string }): Promise<Shown>
  shares(phone: string, userId?: number): Promise<Shown>
  buttons(): string[]
}

let callbacks = 0

export function chatOf(api: BotApi, user: ChatUser): Chat {
  const from = { is_bot: false, first_name: 'Анна', language_code: 'ru', ...user }
  const chat = { id: user.id, type: 'private', first_name: from.first_name }
  const all = () => api.chat(user.id)
  const mark = () => api.calls.filter(isSaying).length
  /** What says something in this chat, whether it was taken or not: the same screen again is an answer too. */
  const isSaying = ({ method, body }: Call) =>
    /^(send|edit)/.test(method) && Number(body['chat_id']) === user.id
  const changed = async (before: number): Promise<Shown> => {
    await until(() => mark() > before, `nothing was said to ${user.id}`)
    await quiet(mark)
    return last()
  }
  const last = (): Shown => {
    const shown = all().findLast(({ buttons }) => buttons.length > 0) ?? all().at(-1)
    if (!shown) throw new Error('the chat is empty')
    return shown
  }
  const message = async (content: Record<string, unknown>) => {
    const before = mark()
    api.push({ message: { message_id: api.nextId(), date: 1, from, chat, ...content } })
    return changed(before)
  }
  const press = async (
    data: string,
    { messageId = last().message_id, callbackId = `c${++callbacks}` } = {},
  ) => {
    const before = mark()
    api.push(callbackOf(data, { messageId, callbackId }))
    await until(
      () =>
        api.calls.some(
          ({ method, body }) =>
            method === 'answerCallbackQuery' && body['callback_query_id'] === callbackId,
        ),
      'the pressed button was not answered',
    )
    return changed(before)
  }
  const callbackOf = (data: string, { messageId = 0, callbackId = '' }) => ({
    callback_query: {
      ...{ id: callbackId, from, chat_instance: '1', data },
      message: { message_id: messageId, date: 1, chat },
    },
  })
  return {
    id: user.id,
    last,
    all,
    buttons: () =>
      last()
        .buttons.flat()
        .map(({ text }) => text),
    says: (text) => message({ text }),
    taps(words) {
      const found = last()
        .buttons.flat()
        .find(({ text }) => matches(text, words))
      if (found?.callback_data === undefined)
        assert.unreachable(`no button ${words} among ${labels(last().buttons)}`)
      return press(found?.callback_data ?? '')
    },
    sends: press,
    shares: (phone, userId = user.id) =>
      message({ contact: { phone_number: phone, first_name: from.first_name, user_id: userId } }),
  }
}

function matches(text: string, words: RegExp | string): boolean {
  return typeof words === 'string' ? text === words : words.test(text)
}

function labels(buttons: Button[][]): string {
  return buttons.map((row) => row.map(({ text }) => text).join(' | ')).join(' / ')
}

export async function until(isTrue: () => boolean, complaint: string, ms = 15_000): Promise<void> {
  const end = Date.now() + ms
  while (!isTrue()) {
    if (Date.now() > end) throw new Error(complaint)
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

/** One answer may be several messages. */
async function quiet(mark: () => number): Promise<void> {
  for (let last = -1; last !== mark();) {
    last = mark()
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
}
