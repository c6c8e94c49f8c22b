import { TelegramError, type Telegram } from 'telegraf'
import type { Reply } from '../dialogue/reply.ts'
import { keyboardOf } from './keyboard.ts'
import type { TelegramHeard } from './read.ts'
import type { Patience } from './patience.ts'

/** Of sendMessage; a longer text is refused whole. */
const LONGEST_TEXT = 4096
const LONGEST_NOTICE = 200

/** Says it in place of the message whose button was pressed, so that a booking is one message and not ten. */
export async function deliver(
  telegram: Telegram,
  patiently: Patience,
  { chatId, pressed }: Pick<TelegramHeard, 'chatId' | 'pressed'>,
  reply: Reply,
): Promise<void> {
  const { askContact, contactGiven, file, notice } = reply
  if (pressed) await release(telegram, patiently, pressed.callbackId, notice)
  if (contactGiven)
    await patiently(() =>
      telegram.sendMessage(chatId, notice ?? '✅', { reply_markup: { remove_keyboard: true } }),
    )
  await say(telegram, patiently, { chatId, messageId: pressed?.messageId ?? null }, reply)
  if (askContact !== undefined)
    await patiently(() =>
      telegram.sendMessage(chatId, askContact, {
        reply_markup: {
          keyboard: [[{ text: askContact, request_contact: true }]],
          one_time_keyboard: true,
          resize_keyboard: true,
        },
      }),
    )
  if (file)
    await patiently(() =>
      telegram.sendDocument(chatId, { source: Buffer.from(file.content), filename: file.name }),
    )
}

/** Takes the clock off the pressed button. One that was pressed long ago cannot be answered any more. */
export async function release(
  telegram: Telegram,
  patiently: Patience,
  callbackId: string,
  notice = '',
): Promise<void> {
  try {
    await patiently(() => telegram.answerCbQuery(callbackId, notice.slice(0, LONGEST_NOTICE)))
  } catch (error) {
    if (!(error instanceof TelegramError) || error.code !== 400) throw error
  }
}

async function say(
  telegram: Telegram,
  patiently: Patience,
  { chatId, messageId }: { chatId: number; messageId: number | null },
  { text, choices }: Reply,
): Promise<void> {
  const shown = text.slice(0, LONGEST_TEXT)
  const extra = { reply_markup: keyboardOf(choices), link_preview_options: { is_disabled: true } }
  if (messageId !== null) {
    try {
      await patiently(() => telegram.editMessageText(chatId, messageId, undefined, shown, extra))
      return
    } catch (error) {
      if (!(error instanceof TelegramError) || error.code !== 400) throw error
      // The same screen again: it is there.
      if (error.description.includes('not modified')) return
      // Too old, or deleted: a new one.
    }
  }
  await patiently(() => telegram.sendMessage(chatId, shown, extra))
}
