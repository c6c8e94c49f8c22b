import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { test, type Callback } from 'uvu'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Tests that need a browser; where there is none they are counted as skipped, by name. */
export const inBrowser: (name: string, run: Callback) => void = existsSync(executablePath)
  ? test
  : (name) => test.skip(`${name} (no chromium)`)

/** Whether there is a browser, for what is made before the tests. */
export const hasBrowser = existsSync(executablePath)

export interface Visit {
  page: Page
  /** Requests to the API, as `GET /v1/services`. */
  requests: string[]
  /** What the page complained of, and requests to other hosts. Empty at the end of a good visit. */
  complaints: string[]
  close(): Promise<void>
}

export interface VisitOptions extends BrowserContextOptions {
  /** Hosts that may be asked, `127.0.0.1:3000`. */
  hosts: string[]
  /** Complaints that a test provokes. */
  expected?: RegExp
}

/**
 * Playwright's own list (chromiumSwitches.ts of 1.65), which a list of ours replaces, and the last two: hidden pages of the browser's address bar,
 * two for every visitor, a third of the time of their coming.
 */
const offFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
]

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${offFeatures.join()}`,
    ],
  })
}

/** Somebody new comes: a fresh profile, in Moscow, in Russian unless said otherwise. */
export async function visit(
  browser: Browser,
  { hosts, expected, ...options }: VisitOptions,
): Promise<Visit> {
  const context = await browser.newContext({
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1280, height: 800 },
    // Waiting for motion to end is not what is tested.
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  const requests: string[] = []
  const complaints: string[] = []
  const complain = (words: string) => {
    if (!expected?.test(words)) complaints.push(words)
  }
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text())
  })
  page.on('pageerror', (error) => complain(String(error)))
  page.on('request', (request) => {
    const { host, pathname, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !hosts.includes(host)) complain(`asked ${host}${pathname}`)
    if (pathname.startsWith('/v1/') && request.method() !== 'OPTIONS')
      requests.push(`${request.method()} ${pathname}`)
  })
  return { page, requests, complaints, close: () => context.close() }
}
