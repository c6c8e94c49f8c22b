import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openapi } from '@zapis/sdk/contract'
import type { Middleware } from 'koa'

const files: Record<string, string> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
  'favicon-32x32.png': 'image/png',
}

const page = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zapis API</title><link rel="icon" href="/docs/favicon-32x32.png"><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body></html>`

const start = `window.ui = SwaggerUIBundle({ url: '/v1/openapi.json', dom_id: '#reference', deepLinking: true, tryItOutEnabled: true, persistAuthorization: true })`

/** Only our own host; the reference's styles are inline, its script is not. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

export const docsPages = {
  /** `/v1/openapi.json`, made once. */
  openapi(): Middleware {
    const document = JSON.stringify(openapi())
    return async (ctx, next) => {
      if (ctx.path !== '/v1/openapi.json' || ctx.method !== 'GET') {
        await next()
        return
      }
      ctx.set('Cache-Control', 'public, max-age=300')
      ctx.type = 'application/json; charset=utf-8'
      ctx.body = document
    }
  },
  /** `/docs`: the reference, from files of this host. */
  pages(): Middleware {
    // Found, not loaded: the package's entry runs the whole reference.
    const folder = path.dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')))
    return async (ctx, next) => {
      if (ctx.path !== '/docs' && !ctx.path.startsWith('/docs/')) {
        await next()
        return
      }
      const name = ctx.path.slice('/docs/'.length)
      ctx.set('Content-Security-Policy', policy)
      ctx.set('X-Content-Type-Options', 'nosniff')
      if (name === '') {
        ctx.type = 'text/html; charset=utf-8'
        ctx.body = page
      } else if (name === 'start.js') {
        ctx.type = 'text/javascript; charset=utf-8'
        ctx.body = start
      } else if (files[name] !== undefined) {
        ctx.type = files[name]
        ctx.body = await readFile(path.join(folder, name))
      }
    }
  },
}
