/** Where the panel is: `/admin/clients/7?tab=money` is the area `clients`, the rest `['7']` and a query. */
export interface Route {
  area: string
  rest: readonly string[]
  query: URLSearchParams
  /** Without the base, `clients/7?tab=money`. */
  path: string
}

const BASE = '/admin'

export function readRoute({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Route {
  const steps = pathname.slice(BASE.length).split('/').filter(Boolean).map(decodeURIComponent)
  const [area = 'day', ...rest] = steps
  const path = pathname.slice(BASE.length).replace(/^\/+/, '') + search
  return { area, rest, query: new URLSearchParams(search), path }
}

/** The address of a place in the panel. */
export const hrefOf = (path: string) => (path ? `${BASE}/${path}` : BASE)

/** Follows links of the panel without leaving the page. `mayLeave` is asked first: something may not be saved yet. */
export function createRouter(changed: (route: Route) => void, mayLeave: () => Promise<boolean>) {
  let at = location.href

  async function go(path: string, { replace = false } = {}): Promise<void> {
    const address = new URL(hrefOf(path), location.origin)
    if (address.href === at) return
    const isSamePlace = address.pathname === new URL(at).pathname
    if (!replace && !isSamePlace && !(await mayLeave())) return
    history[replace ? 'replaceState' : 'pushState'](null, '', address)
    at = address.href
    changed(readRoute(location))
  }

  async function returned(): Promise<void> {
    const wanted = location.href
    if (wanted === at) return
    // The browser has gone already: it is brought back until the answer is known.
    history.pushState(null, '', at)
    if (!(await mayLeave())) return
    history.replaceState(null, '', wanted)
    at = wanted
    changed(readRoute(location))
  }

  function clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement)
    if (!link || link.target || link.hasAttribute('download')) return
    const { origin, pathname, search, hash } = link
    const isOurs = pathname === BASE || pathname.startsWith(`${BASE}/`)
    if (origin !== location.origin || !isOurs || hash) return
    event.preventDefault()
    void go((pathname.slice(BASE.length) + search).replace(/^\/+/, ''))
  }

  addEventListener('popstate', () => void returned())
  document.addEventListener('click', clicked)
  return { go }
}
