import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'telegraf/types'
import type { Choice } from '../dialogue/reply.ts'

export function keyboardOf(choices: Choice[][]): InlineKeyboardMarkup {
  return { inline_keyboard: choices.map((row) => row.map(buttonOf)) }
}

function buttonOf(choice: Choice): InlineKeyboardButton {
  const { text } = choice
  if ('data' in choice) return { text, callback_data: choice.data }
  if ('app' in choice) return { text, web_app: { url: choice.app } }
  return { text, url: choice.url }
}
