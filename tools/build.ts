/**
 * What browsers load, under widget/dist and admin/dist: built when its sources have changed since, in seconds. `npm start` and the tests
 * that need a browser call it.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = '.stamp'

interface Bundle {
  name: string
  /** Where it is built to, unless the environment says otherwise. */
  variable: string
  /** Folders that it is made of. */
  sources: string[]
}

const bundles: Bundle[] = [
  { name: 'widget', variable: 'WIDGET_DIST', sources: ['widget/src', 'sdk/src'] },
  { name: 'admin', variable: 'ADMIN_DIST', sources: ['admin/src', 'widget/src', 'sdk/src'] },
]

/** Whether anything had to be built. */
export async function buildBrowser(): Promise<boolean> {
  let isBuilt = false
  for (const bundle of bundles) if (await build(bundle)) isBuilt = true
  return isBuilt
}

async function build(bundle: Bundle): Promise<boolean> {
  const dist = path.join(root, bundle.name, 'dist')
  const wanted = await fingerprint(bundle)
  const built = await readFile(path.join(dist, stamp), 'utf8').catch(() => '')
  if (built === wanted) return false
  const fresh = await mkdtemp(path.join(root, bundle.name, '.dist-'))
  try {
    await rollup(bundle, fresh)
    await publish(fresh, dist)
    await writeFile(path.join(dist, stamp), wanted)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return true
}

async function fingerprint({ sources }: Bundle): Promise<string> {
  const hash = createHash('sha256')
  const files = (await Promise.all(sources.map(filesOf))).flat()
  for (const file of [...files, 'rollup.config.mjs', 'package-lock.json', 'tsconfig.base.json']) {
    hash.update(file).update('\0')
    hash.update(await readFile(path.join(root, file)).catch(() => 'none'))
  }
  return hash.digest('hex')
}

async function filesOf(folder: string): Promise<string[]> {
  const names = await readdir(path.join(root, folder), { recursive: true })
  return names
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|(^|\/)test\//.test(name))
    .map((name) => path.join(folder, name))
    .sort()
}

async function rollup({ name, variable }: Bundle, folder: string): Promise<void> {
  const bin = path.join(root, 'node_modules/rollup/dist/bin/rollup')
  const child = spawn(process.execPath, [bin, '-c', '--configBrowser', name, '--silent'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [variable]: folder },
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`${name} could not be built (rollup ended with ${code})`)
}

/** File by file, what is referred to first: at no moment is anything missing, also when two programs build at once. */
async function publish(fresh: string, dist: string): Promise<void> {
  const names = (await readdir(fresh, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(fresh, path.join(entry.parentPath, entry.name)))
    .sort((a, b) => Number(isChunk(b)) - Number(isChunk(a)))
  for (const name of names) {
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true })
    await rename(path.join(fresh, name), path.join(dist, name))
  }
  for (const old of await readdir(path.join(dist, 'chunks')).catch(() => []))
    if (!names.includes(path.join('chunks', old)) && old.endsWith('.js'))
      await rm(path.join(dist, 'chunks', old), { force: true })
}

function isChunk(name: string): boolean {
  return name.startsWith(`chunks${path.sep}`)
}

if (pathToFileURL(process.argv[1] ?? '').href === import.meta.url) await buildBrowser()
