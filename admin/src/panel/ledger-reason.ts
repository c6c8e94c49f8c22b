import { shellTexts } from '../shell/texts/texts.ts'
import type { Language } from '../words/texts.ts'

/** Why a line of the ledger is there: in staff's own words, or what the server writes of what it did by itself. */
export function ledgerReason(language: Language, reason: string): string {
  const say = shellTexts(language)
  switch (reason) {
    case 'cancelled':
      return say('lineCancelled')
    case 'no_show':
      return say('lineNoShow')
    case 'expired':
      return say('lineExpired')
    case 'refund_refused':
      return say('lineRefundRefused')
    default:
      return reason
  }
}
