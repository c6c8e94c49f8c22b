import type { Heard } from '../conversation.ts'
import type { Input } from '../dialogue/reply.ts'
import { member, textOf, type MaxUpdate, type MaxUser } from './api.ts'

export interface MaxHeard extends Heard {
  callbackId: string | null
  /** The same however often it is delivered: MAX numbers no updates. */
  updateId: string
}

/** null: it is nothing to answer, a chat of several for example. */
export function read(update: MaxUpdate): MaxHeard | null {
  const { update_type: type, callback, message, user, timestamp } = update
  if (type === 'message_callback' && callback) {
    const input = { kind: 'choice', data: callback.payload ?? '' } as const
    const name = ['callback', callback.callback_id]
    return heard(update, callback.user, { input, name, callbackId: callback.callback_id })
  }
  if (type === 'bot_started' && user) {
    const input = { kind: 'start', payload: update.payload ?? '' } as const
    return heard(update, user, { input, name: ['started', user.user_id, timestamp] })
  }
  const sender = message?.sender
  const body = message?.body
  if (type !== 'message_created' || !sender || !body) return null
  if (message.recipient?.chat_type !== undefined && message.recipient.chat_type !== 'dialog')
    return null
  return heard(update, sender, { input: inputOf(body, sender), name: ['message', body.mid] })
}

function heard(
  { user_locale: language }: MaxUpdate,
  user: MaxUser,
  {
    input,
    name,
    callbackId = null,
  }: Pick<Heard, 'input' | 'name'> & { callbackId?: string | null },
): MaxHeard | null {
  if (user.is_bot === true || !Number.isSafeInteger(user.user_id)) return null
  const firstName = user.first_name ?? user.name ?? ''
  return {
    account: {
      id: user.user_id,
      firstName,
      lastName: user.last_name ?? '',
      language: language ?? '',
    },
    // A messenger of Russia: who says nothing of their language speaks Russian.
    person: { firstName, locale: /^(?!ru)[a-z]/i.test(language ?? 'ru') ? 'en' : 'ru' },
    input,
    name,
    callbackId,
    updateId: name.join(' '),
  }
}

function inputOf(
  { text, attachments }: { text?: string | null; attachments?: unknown[] | null },
  sender: MaxUser,
): Input {
  const contact = attachments?.find((each) => member(each, 'type') === 'contact')
  if (contact !== undefined) return ownContact(member(contact, 'payload'), sender)
  if (typeof text !== 'string' || text === '') return { kind: 'other' }
  const command = /^\/(\w+)(?:\s+(.*))?$/s.exec(text)
  if (command === null) return { kind: 'text', text }
  const [, name = '', payload = ''] = command
  return name === 'start' ? { kind: 'start', payload: payload.trim() } : { kind: 'command', name }
}

/** The phone is in a business card; only the sender's own signs in. */
function ownContact(payload: unknown, sender: MaxUser): Input {
  const owner = member(member(payload, 'max_info'), 'user_id')
  const phone = /^TEL[^:\r\n]*:([+\d ()-]+)/m.exec(textOf(member(payload, 'vcf_info')))?.[1]
  if (owner !== sender.user_id || phone === undefined) return { kind: 'foreign' }
  return { kind: 'contact', phone: phone.replace(/[^\d+]/g, '') }
}
