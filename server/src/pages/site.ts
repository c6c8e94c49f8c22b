import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Context, Middleware } from 'koa'
import type { App } from '../app-context.ts'
import { transaction } from '../db/transaction.ts'
import { localeOf } from '../http/request.ts'
import { sendProblem } from './problem.ts'
import { findClinic } from './site/clinic.ts'
import { homePage } from './site/home.ts'
import { manifestOf } from './site/manifest.ts'
import { emptyPage, managePage, offlinePage } from './site/other-pages.ts'
import { placesOf } from './site/places.ts'
import { siteHeaders, workerPolicy } from './site/policy.ts'

export interface SiteFolders {
  /** What was built for browsers. */
  dist: string
}

type Page = (ctx: Context, app: App) => Promise<void>

const MANAGE = /^\/manage\/[A-Za-z0-9_-]{10,100}$/

/** The client site: the clinic's page, a visit's page, and what makes an app of them. */
export function sitePages(app: App, { dist }: SiteFolders): Middleware {
  const pages: Record<string, Page> = {
    '/': home,
    '/manifest.webmanifest': manifest,
    '/offline': async (ctx) => send(ctx, 200, offlinePage(language(ctx))),
    '/service-worker.js': (ctx) => serviceWorker(ctx, dist),
  }
  return async (ctx, next) => {
    const page = MANAGE.test(ctx.path) ? manage : pages[ctx.path]
    if (page === undefined) {
      await next()
      if (isLost(ctx)) send(ctx, 404, emptyPage(language(ctx), 'notFound'))
    } else if (ctx.method === 'GET' || ctx.method === 'HEAD') await page(ctx, app)
    else {
      ctx.set('Allow', 'GET, HEAD')
      sendProblem(ctx, 'method_not_allowed')
    }
  }
}

/** A person looked for a page that nobody has. */
function isLost(ctx: Context): boolean {
  return ctx.status === 404 && !ctx.body && ctx.method === 'GET' && ctx.accepts('html') === 'html'
}

function language(ctx: Context): 'ru' | 'en' {
  const asked = one(ctx, 'lang')
  return asked === 'ru' || asked === 'en' ? asked : localeOf(ctx.get('Accept-Language'))
}

function one(ctx: Context, name: string): string | null {
  const value = ctx.query[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function send(ctx: Context, status: number, html: string): void {
  ctx.status = status
  ctx.set(siteHeaders)
  ctx.set('Cache-Control', 'no-cache')
  ctx.vary('Accept-Language')
  ctx.body = html
}

const clinicOf = (ctx: Context, app: App) =>
  findClinic(app, {
    host: ctx.hostname,
    clinic: one(ctx, 'clinic'),
    locale: language(ctx),
  })

const home: Page = async (ctx, app) => {
  const locale = language(ctx)
  const clinic = await clinicOf(ctx, app)
  if (clinic === null) {
    send(ctx, 404, emptyPage(locale, 'noSite'))
    return
  }
  const places = await transaction(app.db, clinic.id, (tx) => placesOf(tx, locale))
  const other = new URLSearchParams(ctx.querystring)
  other.set('lang', locale === 'ru' ? 'en' : 'ru')
  ctx.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  const page = { clinic, places, locale, chosen: chosen(ctx) }
  const isNamed = one(ctx, 'clinic') !== null
  send(ctx, 200, homePage({ ...page, otherLanguage: `/?${other.toString()}`, isNamed }))
}

function chosen(ctx: Context): { location?: string; service?: string; specialist?: string } {
  const names = ['location', 'service', 'specialist'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = one(ctx, name) ?? ''
      return /^[1-9]\d{0,9}$/.test(value) ? [[name, value]] : []
    }),
  )
}

const manage: Page = async (ctx) => {
  // The address is the key to the visit: it is told to nobody.
  ctx.set('Referrer-Policy', 'no-referrer')
  send(ctx, 200, managePage(language(ctx)))
}

const manifest: Page = async (ctx, app) => {
  const clinic = await clinicOf(ctx, app)
  if (clinic === null) {
    sendProblem(ctx, 'not_found')
    return
  }
  ctx.set('Cache-Control', 'no-cache')
  ctx.body = JSON.stringify(manifestOf(clinic, language(ctx)))
  ctx.type = 'application/manifest+json; charset=utf-8'
}

async function serviceWorker(ctx: Context, dist: string): Promise<void> {
  const script = await readFile(path.join(dist, 'service-worker.js'), 'utf8').catch(() => null)
  if (script === null) {
    sendProblem(ctx, 'not_found', 'The widget has not been built. Run: npm run build')
    return
  }
  ctx.set('Cache-Control', 'no-cache')
  ctx.set('Content-Security-Policy', workerPolicy)
  ctx.set('X-Content-Type-Options', 'nosniff')
  ctx.body = script
  ctx.type = 'text/javascript; charset=utf-8'
}
