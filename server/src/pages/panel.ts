import type { Context, Middleware } from 'koa'
import type { App } from '../app-context.ts'
import { localeOf } from '../http/request.ts'
import { sendProblem } from './problem.ts'
import { findClinic } from './site/clinic.ts'
import { siteDocument } from './site/document.ts'
import { panelHeaders } from './site/policy.ts'

/** The panel's pages: every address of theirs is the same document, whose script shows what the address names. */
const PANEL =
  /^\/admin(?:\/(?:day|schedule|catalogue|clients|money|reports|settings)(?:\/[\w./-]*)?)?\/?$/

const texts = {
  ru: { title: 'Панель', noScript: 'Панели нужен JavaScript.' },
  en: { title: 'Panel', noScript: 'The panel needs JavaScript.' },
}

/** `/admin…`: where the clinic’s day happens. */
export function panelPages(app: App): Middleware {
  return async (ctx, next) => {
    if (!PANEL.test(ctx.path)) {
      await next()
      return
    }
    if (ctx.method === 'GET' || ctx.method === 'HEAD') await page(ctx, app)
    else {
      ctx.set('Allow', 'GET, HEAD')
      sendProblem(ctx, 'method_not_allowed')
    }
  }
}

async function page(ctx: Context, app: App): Promise<void> {
  const { clinic: named } = ctx.query
  const asked = typeof named === 'string' && named !== '' ? named : null
  const locale = localeOf(ctx.get('Accept-Language'))
  const clinic = await findClinic(app, { host: ctx.hostname, clinic: asked, locale })
  ctx.status = 200
  ctx.set(panelHeaders)
  ctx.set('Cache-Control', 'no-cache')
  ctx.vary('Accept-Language')
  ctx.body = siteDocument({
    locale,
    title: texts[locale].title,
    manifest: null,
    style: '/admin/static/panel.css',
    scripts: ['/admin/files/panel.js'],
    // Whose panel it is: only a proposal, who signs in names the organization.
    data: {
      locale,
      slug: clinic?.slug ?? '',
      name: clinic?.name ?? '',
      color: clinic?.color ?? '',
    },
    body: `<panel-app></panel-app><noscript><p>${texts[locale].noScript}</p></noscript>`,
  })
}
