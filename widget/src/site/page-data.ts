/** What the server tells the page's script. */
export interface PageData {
  key: string
  locale: 'ru' | 'en'
  name: string
  color: string | null
}

export function readPageData(): PageData {
  const text = document.querySelector('#page-data')?.textContent ?? '{}'
  const data: unknown = JSON.parse(text)
  const read = (name: string) => {
    const value: unknown =
      typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined
    return typeof value === 'string' ? value : ''
  }
  return {
    key: read('key'),
    locale: read('locale') === 'ru' ? 'ru' : 'en',
    name: read('name'),
    color: /^#[0-9a-f]{6}$/i.test(read('color')) ? read('color') : null,
  }
}
