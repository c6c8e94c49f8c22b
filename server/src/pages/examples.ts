import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Middleware } from 'koa'
import { assets } from './assets.ts'
import { siteHeaders } from './site/policy.ts'

const folder = fileURLToPath(new URL('../../../examples', import.meta.url))
/** `/examples/embed/preview` shows one element alone, in the panel’s frame. */
const PAGE = /^\/examples\/(clinic|embed|embed\/preview)\/?$/

/** `/examples/…`: the generator of the snippet and a clinic's own site, from files that anybody can read. */
export function examplePages(): Middleware[] {
  return [
    async (ctx, next) => {
      const name = PAGE.exec(ctx.path)?.[1]
      const inside = name === 'embed/preview' ? 'embed/preview.html' : `${name}/index.html`
      const file = name && path.join(folder, inside)
      const page = file && (await readFile(file, 'utf8').catch(() => null))
      if (!page) {
        await next()
        return
      }
      ctx.set(siteHeaders)
      ctx.set('Cache-Control', 'no-cache')
      ctx.body = page
    },
    assets({ prefix: '/examples/', folder }),
  ]
}
