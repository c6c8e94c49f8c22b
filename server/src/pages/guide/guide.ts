import type { Middleware } from 'koa'
import { localeOf } from '../../http/request.ts'
import { siteDocument } from '../site/document.ts'
import { siteHeaders, sitePolicy, widgetPolicy } from '../site/policy.ts'
import { escapeHtml } from '../html.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'

export interface GuideText {
  title: string
  /** HTML of ours; `{…}` are filled in. */
  body: string
  other: string
}

const guides: Record<'ru' | 'en', GuideText> = { ru, en }

/** `/docs/widget`: how a clinic puts booking into its own site, in words. */
export function widgetGuide(publicUrl: string): Middleware {
  return async (ctx, next) => {
    if (ctx.path !== '/docs/widget') {
      await next()
      return
    }
    const asked = ctx.query['lang']
    const locale = asked === 'ru' || asked === 'en' ? asked : localeOf(ctx.get('Accept-Language'))
    const guide = guides[locale]
    const other = locale === 'ru' ? 'en' : 'ru'
    const values: Record<string, string> = {
      origin: escapeHtml(publicUrl),
      widgetPolicy: escapeHtml(widgetPolicy(publicUrl).replaceAll('; ', ';\n')),
      sitePolicy: escapeHtml(sitePolicy.replaceAll('; ', ';\n')),
    }
    const body = guide.body.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
    ctx.set(siteHeaders)
    ctx.vary('Accept-Language')
    ctx.body = siteDocument({
      locale,
      title: guide.title,
      manifest: null,
      scripts: [],
      isIndexed: true,
      body: `<main class="guide"><p><a href="?lang=${other}" hreflang="${other}" lang="${other}">${guide.other}</a></p>
<h1>${guide.title}</h1>${body}</main>`,
    })
  }
}
