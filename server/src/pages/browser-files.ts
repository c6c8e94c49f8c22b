import { fileURLToPath } from 'node:url'
import type { Middleware } from 'koa'
import { assets } from './assets.ts'

const folder = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url))

/** What is built for browsers. */
export const dist = folder('widget/dist')
const missing = 'The pages have not been built. Run: npm run build'

/**
 * `/widget/…`: what a clinic’s own page loads, from whatever origin that is. `/site/…`: style and icons of our own pages.
 * `/admin/files/…`, `/admin/static/…`: program and style of the panel.
 */
export function browserFiles(): Middleware[] {
  return [
    assets({ prefix: '/widget/', folder: dist, foreign: true, missing }),
    assets({ prefix: '/site/', folder: folder('widget/static') }),
    assets({ prefix: '/admin/files/', folder: folder('admin/dist'), missing }),
    assets({ prefix: '/admin/static/', folder: folder('admin/static') }),
  ]
}
