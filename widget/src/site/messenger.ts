/** The app that a Mini App is open in, as the site speaks to it: Telegram, or its near twin MAX. */
export interface Messenger {
  launch: Launch
  /** After the first paint: takes the app's own placeholder away, and the whole height. */
  ready(): void
  onTheme(listener: (themeParams: Record<string, string>) => void): void
  onMain(listener: () => void): void
  onBack(listener: () => void): void
  /** null hides it. */
  showMain(button: MainButton | null): void
  showBack(isShown: boolean): void
  /** Asks before closing: something was typed. */
  guardClosing(isGuarded: boolean): void
  /** The phone as the app signed it; null when the client would rather not. */
  requestContact(): Promise<string | null>
}

/** Whose word it is for who somebody is. */
export interface Word {
  messenger: 'telegram' | 'max'
  /** Signed by the app; what `POST /v1/auth/telegram` takes. */
  initData: string
}

export interface Launch extends Word {
  themeParams: Record<string, string>
}

export interface MainButton {
  text: string
  isActive?: boolean
  isBusy?: boolean
}

export type Payload = Record<string, unknown>

/** Where a tab keeps how it was launched: a reload inside of the app has lost the address's hash. */
const KEPT = 'zapis:launch'

/** null: the page is not a Mini App. */
export function readLaunch(
  hash: string,
  kept: Pick<Storage, 'getItem' | 'setItem'>,
): Launch | null {
  const given = new URLSearchParams(hash.replace(/^#/, ''))
  if (['tgWebAppVersion', 'tgWebAppData', 'WebAppData'].some((name) => given.has(name)))
    kept.setItem(KEPT, given.toString())
  const word = keptWord(kept)
  const theme = keptIn(kept).get('tgWebAppThemeParams') ?? ''
  return word && { ...word, themeParams: colours(parse(theme)) }
}

function keptIn(kept: Pick<Storage, 'getItem'>): URLSearchParams {
  return new URLSearchParams(kept.getItem(KEPT) ?? '')
}

/** What the tab was launched with. */
export function keptWord(kept: Pick<Storage, 'getItem'>): Word | null {
  const params = keptIn(kept)
  const ofTelegram = params.get('tgWebAppData')
  const initData = ofTelegram ?? params.get('WebAppData')
  return initData ? { messenger: ofTelegram ? 'telegram' : 'max', initData } : null
}

/** The apps send objects, and JSON of them. */
export function parse(value: unknown): Payload {
  if (typeof value !== 'string')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  try {
    const read: unknown = JSON.parse(value)
    return typeof read === 'object' && read !== null ? { ...read } : {}
  } catch {
    return {}
  }
}

export function colours(params: Payload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? [[name, value]] : [],
    ),
  )
}
