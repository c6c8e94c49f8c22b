/** A search as it was typed, and as the phone numbers in it are kept. No I/O. */

const PHONE = /^[+\d][\d\s().-]*$|^[(][\d\s().+-]*$/

/** Clients are sought who match any of these: every word of it, anywhere in their name, phone or e-mail. */
export function searchVariants(text: string): string[] {
  const typed = text.trim()
  if (typed === '') return []
  const words = typed.split(/\s+/)
  // "8 (916) 123" is one number, "Анна 916" is not.
  const parts = PHONE.test(typed) ? [words.join('')] : words
  return [
    ...new Set([
      typed,
      parts.map(withoutPunctuation).join(' '),
      parts.map(international).join(' '),
    ]),
  ]
}

function withoutPunctuation(word: string): string {
  return PHONE.test(word) && /\d/.test(word) ? word.replace(/[^\d+]/g, '') : word
}

/** In Russia a number is dialled with 8 and kept with +7. */
function international(word: string): string {
  return withoutPunctuation(word).replace(/^8(?=\d+$)/, '+7')
}
