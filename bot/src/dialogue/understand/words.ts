/** A text as the rules read it: small letters, one space between words, `ё` as `е`, no punctuation but inside of dates and times. */
export function plain(text: string): string {
  const small = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е').slice(0, 300)
  return small
    .replace(/(\d)\s*[–—-]\s*(?=\d)/g, '$1-')
    .replace(/(?<=\d)-?(?:го|ого|е|ое|th|st|nd|rd)(?![\p{L}\d])/gu, '')
    .replace(/[^\p{L}\d:./-]+|(?<!\d)[:./-]|[:./-](?!\d)/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whole words only: `\b` knows no Cyrillic. */
export function whole(pattern: string): RegExp {
  return new RegExp(`(?<![^ ])(?:${pattern})(?![^ ])`, 'u')
}

/** What one rule has read is not read by another. */
export class Reading {
  rest: string

  constructor(text: string) {
    this.rest = plain(text)
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest)
    if (found === null) return null
    const { index } = found
    const after = this.rest.slice(index + found[0].length)
    this.rest = `${this.rest.slice(0, index)} ${after}`.replace(/\s+/g, ' ').trim()
    return found
  }

  has(pattern: RegExp): boolean {
    return this.take(pattern) !== null
  }
}

const numbers: Record<string, number> = {
  ...{ час: 1, один: 1, одну: 1, одного: 1, два: 2, две: 2, двух: 2, три: 3, трех: 3 },
  ...{ четыре: 4, четырех: 4, пять: 5, пяти: 5, шесть: 6, шести: 6, семь: 7, семи: 7 },
  ...{ восемь: 8, восьми: 8, девять: 9, девяти: 9, десять: 10, десяти: 10 },
  ...{ одиннадцать: 11, одиннадцати: 11, двенадцать: 12, двенадцати: 12, часу: 1, часа: 1 },
  ...{ one: 1, a: 1, an: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 },
  ...{ nine: 9, ten: 10, eleven: 11, twelve: 12 },
}

export const NUMBER = `\\d{1,3}|${Object.keys(numbers).join('|')}`

export function numberOf(word: string): number {
  return numbers[word] ?? Number(word)
}
