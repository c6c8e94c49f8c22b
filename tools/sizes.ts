/** What a browser downloads, against a budget: the SDK bundled in memory from its sources, the widget as it is served. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { buildBrowser } from './build.ts'
import { root } from './imports.ts'

const budgets = [{ name: 'sdk for browsers', entry: 'sdk/src/index.ts', gzipBytes: 8 * 1024 }]

async function gzipSize(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2020',
    conditions: ['source'],
    tsconfig: path.join(root, entry.split('/')[0] ?? '', 'tsconfig.json'),
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
}

for (const { name, entry, gzipBytes } of budgets) {
  const size = existsSync(path.join(root, entry)) ? await gzipSize(entry) : undefined
  const good = size !== undefined && size <= gzipBytes
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: ${size ?? 'no file'} of ${gzipBytes} bytes gzip`)
  if (!good) process.exitCode = 1
}

/** Of the widget: a thousand bytes, as in what it is compared with. */
const kB = 1000

await buildBrowser()
const dist = path.join(root, 'widget/dist')
const panel = path.join(root, 'admin/dist')
const entry = 'booking-widget.js'
const statically = /\bfrom\s*"(\.[^"]+)"|\bimport\s*"(\.[^"]+)"/g
const imported = await loadedBy([entry], statically)
const everything = await loadedBy([entry], /"(\.{1,2}\/[^"]+\.js)"/g)
/** Everything that a language adds: its lines of the booking, and those of the account and the packages. */
const texts = everything.filter((file) => /chunks\/(booking|account)-[a-z]{2,3}-/.test(file))
const tags = [...new Set(texts.map(tagOf))]
const program = everything.filter((file) => !texts.includes(file))
const later = program.filter((file) => /chunks\/later-/.test(file))
const booking = await loadedBy([entry, ...later], statically)
// The budgets of the program are held in the largest language; each other is to be small.
const [largest, ...further] = tags.map((tag) => texts.filter((file) => tagOf(file) === tag))

await weigh('widget, first view', imported, 20 * kB)
const ofBooking = largest?.filter((file) => file.includes('booking-')) ?? []
await weigh('widget, whole booking in a language', [...booking, ...ofBooking], 35 * kB)
await weigh('widget, all elements in a language', [...program, ...(largest ?? [])], 60 * kB)
for (const files of further)
  await weigh(`widget, a further language (${tagOf(files[0] ?? '')})`, files, 4 * kB)

await weigh('panel, first load', await loadedBy(['panel.js'], statically, panel), 250 * 1024, panel)

function tagOf(file: string): string | undefined {
  return /-([a-z]{2,3})-/.exec(path.basename(file))?.[1]
}

/** The files, and those that they name, and so on. */
async function loadedBy(files: string[], names: RegExp, folder = dist): Promise<string[]> {
  const found = new Set(files)
  for (const file of found) {
    const code = await readFile(path.join(folder, file), 'utf8')
    for (const [, from, bare] of code.matchAll(names)) {
      const named = path.join(path.dirname(file), from ?? bare ?? '')
      if (existsSync(path.join(folder, named))) found.add(named)
    }
  }
  // The largest language first: a budget is for the worst of them.
  const sizes = await Promise.all([...found].map((file) => sizeOf(file, folder)))
  return [...found]
    .map((file, at) => ({ file, size: sizes[at] ?? 0 }))
    .sort((a, b) => b.size - a.size)
    .map(({ file }) => file)
}

async function sizeOf(file: string, folder: string): Promise<number> {
  return gzipSync(await readFile(path.join(folder, file)), { level: 9 }).length
}

async function weigh(name: string, files: string[], budget: number, folder = dist): Promise<void> {
  const sizes = await Promise.all(files.map((file) => sizeOf(file, folder)))
  const size = sizes.reduce((sum, each) => sum + each, 0)
  const good = files.length > 0 && size <= budget
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name}: ${size} of ${budget} bytes gzip`)
  if (!good) process.exitCode = 1
}
