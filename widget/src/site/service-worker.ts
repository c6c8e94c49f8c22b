/// <reference lib="webworker" />
import { isNews, messageOf } from './told.ts'

declare const self: ServiceWorkerGlobalScope

const SHELL = 'zapis-shell-1'
const FILES = 'zapis-files-1'
const TOLD = 'zapis-told'
const OFFLINE = '/offline'
const shell = [OFFLINE, '/site/site.css', '/site/icon.svg', '/widget/site/offline.js']

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(shell.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('zapis-') && ![SHELL, FILES, TOLD].includes(name))
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  const isPage = pathname === '/' || pathname.startsWith('/manage/') || pathname === OFFLINE
  if (request.mode === 'navigate' && isPage) event.respondWith(page(request))
  else if (pathname.startsWith('/widget/chunks/')) event.respondWith(unchanging(request))
  else if (/^\/(?:site|widget)\//.test(pathname)) event.respondWith(latest(request))
})

/** Always the server's, which knows what is free; without a connection, what this browser has kept. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch {
    return (await caches.match(OFFLINE)) ?? Response.error()
  }
}

async function unchanging(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? kept(request)
}

async function latest(request: Request): Promise<Response> {
  return kept(request).catch(async () => (await caches.match(request)) ?? Response.error())
}

async function kept(request: Request): Promise<Response> {
  const response = await fetch(request)
  if (response.ok && response.type === 'basic') {
    const cache = await caches.open(FILES)
    await cache.put(request, response.clone())
  }
  return response
}

self.addEventListener('push', (event) => {
  event.waitUntil(tell(event.data?.text() ?? ''))
})

/** A push that comes twice is shown once; browsers want something shown for each, so the second time without a sound. */
async function tell(text: string): Promise<void> {
  const message = messageOf(text)
  if (message === null) return
  const isNew = await isNews(await caches.open(TOLD), message.event)
  await self.registration.showNotification(message.title, {
    body: message.body,
    lang: message.lang,
    tag: message.tag,
    icon: '/site/icon-192.png',
    silent: !isNew,
    data: { navigate: message.navigate },
  })
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const data: unknown = event.notification.data
  const navigate =
    typeof data === 'object' && data !== null && 'navigate' in data ? data.navigate : ''
  event.waitUntil(open(String(navigate)))
})

/** The visit’s page, in the tab that shows it already if there is one. */
async function open(address: string): Promise<void> {
  const url = new URL(address || '/', self.location.origin)
  if (url.origin !== self.location.origin) return
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const there = windows.find((client) => new URL(client.url).pathname === url.pathname)
  await (there ? there.focus() : self.clients.openWindow(url.href))
}
