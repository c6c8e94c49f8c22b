import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context, Middleware } from 'koa'
import { sendProblem } from './problem.ts'

const br = promisify(brotliCompress)
const gz = promisify(gzip)

export interface AssetFolder {
  /** With a slash at both ends. */
  prefix: string
  folder: string
  /** What to do when the folder is not there. */
  missing?: string
  /** Pages of other origins may use them: the widget on a clinic’s own site. */
  foreign?: boolean
}

interface Asset {
  stamp: string
  etag: string
  type: string
  isText: boolean
  body: Buffer
  /** Made when first asked for, kept as long as the file is the same. */
  coded: Map<(typeof codings)[number], Promise<Buffer>>
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.tsx': 'text/plain; charset=utf-8',
  '.vue': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** No dot begins a step, so there is no way up and nothing hidden is shown. */
const SAFE = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/
/** As the bundler names what never changes: the name is of the content. */
const HASHED = /^chunks\/.*-[\w-]{8,}\.(?:js|css)$/
const YEAR = 'public, max-age=31536000, immutable'
const codings = ['br', 'gzip'] as const
/** Below it the headers weigh more than what is won. */
const SMALL = 512

/** Files of a folder, compressed once and kept in memory; what is built anew is read anew. */
export function assets({ prefix, folder, missing, foreign = false }: AssetFolder): Middleware {
  const known = new Map<string, Asset>()
  return async (ctx, next) => {
    if (!ctx.path.startsWith(prefix)) {
      await next()
      return
    }
    if (foreign) {
      ctx.set('Access-Control-Allow-Origin', '*')
      ctx.set('Cross-Origin-Resource-Policy', 'cross-origin')
    }
    ctx.set('X-Content-Type-Options', 'nosniff')
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('Allow', 'GET, HEAD')
      sendProblem(ctx, 'method_not_allowed')
      return
    }
    const name = ctx.path.slice(prefix.length)
    const asset = SAFE.test(name) ? await load(known, folder, name) : undefined
    if (asset !== undefined) await send(ctx, asset, HASHED.test(name))
    else if (await isFolder(folder)) sendProblem(ctx, 'not_found')
    else sendProblem(ctx, 'not_found', missing)
  }
}

async function send(ctx: Context, asset: Asset, isImmutable: boolean): Promise<void> {
  ctx.set('Cache-Control', isImmutable ? YEAR : 'no-cache')
  ctx.type = asset.type
  const isCoded = asset.isText && asset.body.length >= SMALL
  if (isCoded) ctx.vary('Accept-Encoding')
  // One by one: browsers name gzip first and mean no order by it.
  const name = isCoded ? codings.find((coding) => ctx.acceptsEncodings(coding) === coding) : null
  // A strong tag names the bytes that were sent, so each coding has its own.
  ctx.etag = !name ? asset.etag : `${asset.etag}-${name}`
  ctx.status = 200
  if (ctx.fresh) {
    ctx.status = 304
    return
  }
  if (!name) ctx.body = asset.body
  else {
    ctx.set('Content-Encoding', name)
    ctx.body = await compressed(asset, name)
  }
}

function compressed(asset: Asset, coding: (typeof codings)[number]): Promise<Buffer> {
  let made = asset.coded.get(coding)
  if (made === undefined) {
    made =
      coding === 'gzip'
        ? gz(asset.body, { level: 9 })
        : br(asset.body, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: asset.body.length,
            },
          })
    asset.coded.set(coding, made)
  }
  return made
}

async function load(
  known: Map<string, Asset>,
  folder: string,
  name: string,
): Promise<Asset | undefined> {
  const file = path.join(folder, name)
  const type = types[path.extname(name)]
  const found = type === undefined ? null : await stat(file).catch(() => null)
  if (type === undefined || !found?.isFile()) {
    known.delete(name)
    return undefined
  }
  const stamp = `${found.mtimeMs} ${found.size} ${found.ino}`
  const kept = known.get(name)
  if (kept?.stamp === stamp) return kept
  const body = await readFile(file).catch(() => null)
  if (body === null) return undefined
  const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const isText = /^(?:text|application)|svg/.test(type)
  const asset: Asset = { stamp, etag, type, isText, body, coded: new Map() }
  known.set(name, asset)
  return asset
}

async function isFolder(folder: string): Promise<boolean> {
  return (await stat(folder).catch(() => null))?.isDirectory() ?? false
}
