/** The visits of this browser, for when there is no connection: what a client would otherwise have to remember. */
export interface KeptVisit {
  code: string
  starts_at: string
  ends_at: string
  time_zone: string
  place: string
  address: string
  phone: string | null
  service: string
}

const KEY = 'zapis:visits'
const MOST = 20

type Store = Pick<Storage, 'getItem' | 'setItem'>

/** Those that are ahead, the next one first. */
export function keptVisits(store: Store, now: number): KeptVisit[] {
  return read(store)
    .filter(({ ends_at }) => Date.parse(ends_at) > now)
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))
}

export function keepVisit(store: Store, visit: KeptVisit, now: number): void {
  const others = keptVisits(store, now).filter(({ code }) => code !== visit.code)
  write(store, [visit, ...others].slice(0, MOST))
}

export function forgetVisit(store: Store, code: string): void {
  write(
    store,
    read(store).filter((visit) => visit.code !== code),
  )
}

/** The next one at this device is somebody else. */
export function forgetVisits(store: Store): void {
  write(store, [])
}

function read(store: Store): KeptVisit[] {
  try {
    const value: unknown = JSON.parse(store.getItem(KEY) ?? '[]')
    return Array.isArray(value) ? value.filter(isVisit) : []
  } catch {
    return []
  }
}

function write(store: Store, visits: KeptVisit[]): void {
  try {
    store.setItem(KEY, JSON.stringify(visits))
  } catch {
    // A browser that keeps nothing has no offline page either.
  }
}

function isVisit(value: unknown): value is KeptVisit {
  if (typeof value !== 'object' || value === null) return false
  const visit: Record<string, unknown> = { ...value }
  const texts = ['code', 'starts_at', 'ends_at', 'time_zone', 'place', 'address', 'service']
  return texts.every((name) => typeof visit[name] === 'string') && isZone(visit['time_zone'])
}

function isZone(zone: unknown): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: String(zone) })
    return true
  } catch {
    return false
  }
}
