import type { Context, Middleware } from 'koa'
import type { App } from '../app-context.ts'
import { findClient } from '../clients/client-rows.ts'
import { withdrawMarketing } from '../clients/consents.ts'
import { statement, transaction } from '../db/transaction.ts'
import { escapeHtml, sendPage } from '../pages/html.ts'
import { stopFollowUps } from './preferences.ts'
import { readUnsubscribeToken, type Unsubscribing } from './unsubscribe.ts'

const PATH = /^\/unsubscribe\/([A-Za-z0-9_-]{1,80})$/

const words = {
  ru: {
    title: 'Рассылка',
    ask: (name: string) =>
      `Больше не присылать новости, предложения и письма после визитов («${name}»)?`,
    note: 'О предстоящих визитах, пакетах и балансе мы писать не перестанем.',
    yes: 'Не присылать',
    done: 'Готово: рассылки больше не будет.',
    missing: 'Такой ссылки нет. Проверьте, что она скопирована целиком.',
  },
  en: {
    title: 'Newsletter',
    ask: (name: string) => `No more news and offers from ${name}, and no letters after visits?`,
    note: 'We go on telling you of coming visits, packages and your balance.',
    yes: 'No more of them',
    done: 'Done: you will get no more of them.',
    missing: 'There is no such link. See that it was copied as a whole.',
  },
} as const

type Locale = keyof typeof words

/** `/unsubscribe/…`: asks first, since mail programs follow links by themselves; a POST (RFC 8058, or the button) does it. */
export function unsubscribePages(
  app: App,
  localeOf: (acceptLanguage: string) => Locale,
): Middleware {
  return async (ctx, next) => {
    const match = PATH.exec(ctx.path)
    if (match === null) {
      await next()
      return
    }
    if (ctx.method !== 'GET' && ctx.method !== 'POST') {
      ctx.set('Allow', 'GET, POST')
      ctx.status = 405
      return
    }
    const locale = localeOf(ctx.get('Accept-Language'))
    const whose = readUnsubscribeToken(app, match[1] ?? '')
    const name = whose && (await nameOf(app, whose.organizationId))
    if (whose === null || !name) say(ctx, 404, locale, `<p>${words[locale].missing}</p>`)
    else if (ctx.method === 'GET') say(ctx, 200, locale, question(locale, name))
    else {
      await withdraw(app, ctx, whose)
      say(ctx, 200, locale, `<p>${words[locale].done}</p>`)
    }
  }
}

function question(locale: Locale, name: string): string {
  const { ask, note, yes } = words[locale]
  return `<p>${escapeHtml(ask(name))}</p><form method="post"><button>${yes}</button></form><p>${note}</p>`
}

function say(ctx: Context, status: number, locale: Locale, text: string): void {
  const { title } = words[locale]
  sendPage(ctx, status, { locale, title, body: `<h1>${title}</h1>${text}` }, "'self'")
}

const organization = statement(
  'unsubscribe_organization',
  'select name from organizations where id = $1',
)

async function nameOf(app: App, organizationId: number): Promise<string | undefined> {
  const row = await transaction(app.db, organizationId, (tx) =>
    tx.maybe<{ name: string }>(organization, [organizationId]),
  )
  return row?.name
}

/** A letter outlives the card that it was written to. */
const survivor = statement(
  'unsubscribe_survivor',
  'select coalesce(merged_into, id) as id from clients where organization_id = $1 and id = $2',
)

/** All that is not about a coming visit, a package or the balance. Who has withdrawn, or is gone, stays so. */
async function withdraw(
  app: App,
  ctx: Context,
  { organizationId, clientId }: Unsubscribing,
): Promise<void> {
  await transaction(app.db, organizationId, async (tx) => {
    const { id } = (await tx.maybe<{ id: number }>(survivor, [organizationId, clientId])) ?? {}
    const client = id === undefined ? undefined : await findClient(tx, id)
    if (client === undefined || client.erased_at !== null) return
    await stopFollowUps(tx, client.id)
    await withdrawMarketing(tx, client.id, { address: ctx.ip, userAgent: ctx.get('User-Agent') })
  })
}
