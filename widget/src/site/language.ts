const KEY = 'zapis:language'

/**
 * The language that was chosen by the switch, kept without a cookie: the server renders what the browser prefers, and
 * whoever chose otherwise is sent on, once.
 */
export function keepLanguage(locale: string, page: Window = window): void {
  try {
    const chosen = page.localStorage.getItem(KEY)
    const address = new URL(page.location.href)
    if (chosen !== null && chosen !== locale && !address.searchParams.has('lang')) {
      address.searchParams.set('lang', chosen)
      page.location.replace(address)
    }
    page.document.querySelector('a.language')?.addEventListener('click', ({ currentTarget }) => {
      if (currentTarget instanceof HTMLAnchorElement)
        page.localStorage.setItem(KEY, currentTarget.hreflang)
    })
  } catch {
    // A browser that keeps nothing speaks its own language.
  }
}
