/**
 * Tests as JavaScript. Loaded module by module through tsx, a server's test takes four seconds of processor before its first
 * line, most of it in the loader.
 */
import { build, type Plugin } from 'esbuild'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Files are found from where the source lies, not from where its bundle does. */
const ownAddress: Plugin = {
  name: 'own-address',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      const address = JSON.stringify(pathToFileURL(file).href)
      return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' }
    })
  },
}

/** Of npm is everything but ours: it stays where it is, one instance for the test and its runner. */
const npmOutside: Plugin = {
  name: 'npm-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) =>
      kind === 'entry-point' || name.startsWith('@zapis/') ? undefined : { external: true },
    )
  },
}

export interface Bundles {
  /** Where the bundle of a source file is. */
  of(file: string): string
  remove(): Promise<void>
}

/** What several need stands once, and is loaded once by a process that runs them all. */
export async function bundle(files: string[]): Promise<Bundles> {
  // Where node_modules is found, and a folder of this run's own.
  await mkdir(path.join(root, '.tsc'), { recursive: true })
  const folder = await mkdtemp(path.join(root, '.tsc', 'tests-'))
  await build({
    absWorkingDir: root,
    entryPoints: files,
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['source'],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [npmOutside, ownAddress],
  })
  return {
    of: (file) => path.join(folder, file.replace(/\.ts$/, '.mjs')),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
