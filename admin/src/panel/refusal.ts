import { isBookingError, type FieldError } from '@zapis/sdk'
import { shellTexts } from '../shell/texts/texts.ts'
import type { Language } from '../words/texts.ts'

/** Why something did not work, in the words of the server where it has any. */
export function reasonOf(error: unknown, language: Language): string {
  const say = shellTexts(language)
  if (!isBookingError(error)) return say('failed')
  if (error.status >= 500) return say('failedCode', { code: error.requestId ?? error.code })
  if (error.status === 0) return say('offline')
  if (error.code === 'version_conflict') return say('changedMeanwhile')
  const fields = error.errors.filter(({ pointer }) => !pointer || pointer === '/')
  return [error.message, ...fields.map(({ detail }) => detail)].join(' ')
}

/** What is wrong with a field, `name` or `client/phone`. */
export function wrongOf(error: unknown, name: string): string | undefined {
  if (!isBookingError(error)) return undefined
  return error.errors.find((wrong) => isOf(wrong, name))?.detail
}

function isOf({ pointer }: FieldError, name: string): boolean {
  return pointer === `/${name}` || pointer.startsWith(`/${name}/`) || pointer === `#${name}`
}
