import type { Language } from '../words/texts.ts'

/** What the server tells the page: whose panel it probably is. */
export interface PageData {
  locale: Language
  slug: string
  name: string
}

export function readPageData(): PageData {
  const data: unknown = JSON.parse(document.querySelector('#page-data')?.textContent ?? '{}')
  const read = (name: string) => {
    const value: unknown =
      typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return {
    locale: read('locale') === 'ru' ? 'ru' : 'en',
    slug: read('slug'),
    name: read('name'),
  }
}
