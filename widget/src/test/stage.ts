import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { startServer, type TestServer } from '../../../server/src/test/server.ts'
import { buildBrowser } from '../../../tools/build.ts'
import { hasBrowser, launch, visit, type Visit, type VisitOptions } from './browser.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

export interface Stage {
  server: TestServer
  browser: Browser
  /** Of the site that embeds: another origin than the server's. */
  site: string
  /** The two lines of the snippet, for this stage; more attributes may be added. */
  snippet(apiKey: string, attributes?: string): string
  /** Opens a page of the site with this body, or another document. */
  open(body: string, options?: OpenOptions): Promise<Visit>
  close(): Promise<void>
}

export interface OpenOptions extends Partial<VisitOptions> {
  lang?: string
  head?: string
  /** Content-Security-Policy of the page. */
  policy?: string
  dir?: 'rtl' | 'ltr'
  /** Time is the test’s: `page.clock` moves it. */
  clock?: boolean
}

const headers = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** A page with room around the widget, light and dark. */
const frame = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;background:light-dark(#fff,#0a0d0c)}
body{margin:0}main{max-width:1040px;margin:0 auto;padding:24px}@media(max-width:600px){main{padding:8px}}`

interface SitePage {
  html: string
  policy: string | undefined
}

/**
 * A real server on a database of its own, a browser, and a site of another origin. `null` where there is no browser: then
 * the tests are skipped and nothing has to be started.
 */
export async function setStage(environment: Record<string, string> = {}): Promise<Stage | null> {
  if (!hasBrowser) return null
  await buildBrowser()
  // Payment pages send their visitors back: the address has to be known before.
  const port = await freePort()
  const server = await startServer({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    // Beside three browsers a connection may take longer: a busy machine is slow, not wrong.
    DATABASE_WAIT_MS: '15000',
    ...environment,
  })
  const browser = await launch()
  const pages = new Map<string, SitePage>()
  const site = await startSite(pages)
  const script = `${site.url}/widget/booking-widget.js`
  let count = 0
  return {
    server,
    browser,
    site: site.url,
    snippet: (apiKey, attributes = '') =>
      `<booking-widget api-key="${apiKey}" api-url="${server.url}" ${attributes}></booking-widget>`,
    async open(
      body,
      { lang = 'ru', head = '', policy, dir = 'ltr', clock = false, ...options } = {},
    ) {
      const address = `/page-${++count}`
      const tags = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Clinic</title>`
      const html = `<!doctype html><html lang="${lang}" dir="${dir}"><head>${tags}<link rel="icon" href="/icon.svg">${head}<script type="module" src="${script}"></script></head><body>${body}</body></html>`
      pages.set(address, { html, policy })
      const hosts = [new URL(site.url).host, new URL(server.url).host, ...(options.hosts ?? [])]
      const made = await visit(browser, { ...options, hosts })
      if (clock) await made.page.clock.install()
      await made.page.goto(site.url + address)
      return made
    },
    async close() {
      await browser.close()
      await site.close()
      await server.close()
    },
  }
}

/** Pages of a clinic's own site, and the built widget beside them. */
async function startSite(pages: ReadonlyMap<string, SitePage>) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const page = pages.get(pathname)
    if (page) {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(page.policy ? { 'content-security-policy': page.policy } : {}),
      })
      response.end(page.html)
      return
    }
    if (pathname === '/icon.svg') {
      response.writeHead(200, { 'content-type': 'image/svg+xml' })
      response.end('<svg xmlns="http://www.w3.org/2000/svg"/>')
      return
    }
    if (pathname === '/frame.css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(frame)
      return
    }
    const file = path.join(dist, path.normalize(pathname).replace(/^\/widget\//, ''))
    readFile(file).then(
      (content) => {
        response.writeHead(200, { ...headers, 'content-type': typeOf(file) })
        response.end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function typeOf(file: string): string {
  if (file.endsWith('.js')) return 'text/javascript; charset=utf-8'
  return file.endsWith('.json') ? 'application/json' : 'application/octet-stream'
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
