import type { Context } from 'telegraf'
import type { Heard } from '../conversation.ts'
import type { Input } from '../dialogue/reply.ts'

export interface TelegramHeard extends Heard {
  chatId: number
  /** Of a pressed button: the message that it is under, and what is to be answered. */
  pressed: { messageId: number | null; callbackId: string } | null
}

/** null: it is nothing to answer, a group's talk for example. */
export function read({ update }: Pick<Context, 'update'>): TelegramHeard | null {
  if ('callback_query' in update) {
    const { callback_query: query } = update
    const chat = query.message?.chat
    if (query.from.is_bot || (chat && chat.type !== 'private')) return null
    return {
      ...whoIs(query.from),
      chatId: chat?.id ?? query.from.id,
      input: { kind: 'choice', data: 'data' in query ? query.data : '' },
      pressed: { messageId: query.message?.message_id ?? null, callbackId: query.id },
      name: ['callback', query.id],
    }
  }
  if (!('message' in update)) return null
  const { message } = update
  if (message.from.is_bot || message.chat.type !== 'private') return null
  return {
    ...whoIs(message.from),
    chatId: message.chat.id,
    input: inputOf(message, message.from.id),
    pressed: null,
    name: ['message', message.chat.id, message.message_id],
  }
}

interface User {
  id: number
  first_name: string
  last_name?: string
  language_code?: string
}

function whoIs(user: User): Pick<Heard, 'account' | 'person'> {
  const { id, first_name: firstName, last_name: lastName = '', language_code: language = '' } = user
  return {
    account: { id, firstName, lastName, language },
    person: { firstName, locale: /^ru\b/i.test(language) ? 'ru' : 'en' },
  }
}

function inputOf(message: object, from: number): Input {
  if ('contact' in message) return ownContact(message.contact, from)
  if (!('text' in message) || typeof message.text !== 'string') return { kind: 'other' }
  const command = /^\/(\w+)(?:@\w+)?(?:\s+(.*))?$/s.exec(message.text)
  if (command === null) return { kind: 'text', text: message.text }
  const [, name = '', payload = ''] = command
  return name === 'start' ? { kind: 'start', payload: payload.trim() } : { kind: 'command', name }
}

/** Only the phone of who sends it: anybody can pass on a card out of their address book. */
function ownContact(contact: unknown, from: number): Input {
  if (typeof contact !== 'object' || contact === null) return { kind: 'other' }
  const isOwn = 'user_id' in contact && contact.user_id === from
  const phone = 'phone_number' in contact ? contact.phone_number : undefined
  return isOwn && typeof phone === 'string' ? { kind: 'contact', phone } : { kind: 'foreign' }
}
