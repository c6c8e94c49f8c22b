import { build } from 'esbuild'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { rollup, type OutputOptions } from 'rollup'
import { loadConfigFile } from 'rollup/loadConfigFile'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { standIn } from './test/stand-in.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../../', import.meta.url))
const tool = (name: string) => path.join(root, 'node_modules/.bin', name)

interface Installed {
  /** The package as it is packed. */
  source: string
  tarball: string
  /** A project that has installed the tarball and nothing else. */
  project: string
}

const suiteOf = suite<Installed>('the published package')

suiteOf.before(async (context) => {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'zapis-sdk-')))
  context.source = path.join(folder, 'package')
  context.project = path.join(folder, 'project')
  await mkdir(context.project, { recursive: true })
  await bundle(path.join(context.source, 'dist'))
  for (const file of ['package.json', 'README.md'])
    await cp(path.join(root, 'sdk', file), path.join(context.source, file))
  await npm(context.source, 'pack', '--pack-destination', folder)
  const packed = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? ''
  context.tarball = path.join(folder, packed)
  await writeFile(path.join(context.project, 'package.json'), '{ "private": true }')
  await npm(context.project, 'install', '--offline', '--no-audit', '--no-fund', context.tarball)
})

suiteOf.after(({ source }) => rm(path.dirname(source), { recursive: true, force: true }))

/** As `npm run build` does, elsewhere. */
async function bundle(dist: string): Promise<void> {
  const { options } = await loadConfigFile(path.join(root, 'rollup.config.mjs'), { silent: true })
  for (const input of options) {
    const ours = input.output.filter(({ dir }) => dir === 'sdk/dist')
    if (ours.length === 0) continue
    const made = await rollup(input)
    for (const output of ours) {
      const options: OutputOptions = { ...output, dir: dist }
      await made.write(options)
    }
    await made.close()
  }
}

async function npm(cwd: string, ...args: string[]): Promise<void> {
  await run('npm', args, { cwd, env: withoutOurs() })
}

/** The outside knows nothing of our conditions. */
function withoutOurs(): NodeJS.ProcessEnv {
  const environment = { ...process.env, NODE_OPTIONS: '' }
  for (const name of Object.keys(environment))
    if (/^npm_config_/i.test(name)) Reflect.deleteProperty(environment, name)
  return environment
}

const program = `
  const booking = createClient({ apiKey: 'pk_demo', baseUrl: process.argv[2] })
  const names = []
  const work = async () => {
    for await (const { name } of booking.services.list()) names.push(name)
    const error = await booking.services.get(9).catch((reason) => reason)
    console.log(JSON.stringify([names, error instanceof NotFoundError, isBookingError(error, 'not_found'),
      typeof verify, Object.keys(operations).length > 20]))
  }
  void work()
`

const programs = {
  'main.mjs': `import { createClient, isBookingError, NotFoundError } from '@zapis/sdk'
import { verify } from '@zapis/sdk/webhooks'
import { operations } from '@zapis/sdk/contract'
${program}`,
  'main.cjs': `const { createClient, isBookingError, NotFoundError } = require('@zapis/sdk')
const { verify } = require('@zapis/sdk/webhooks')
const { operations } = require('@zapis/sdk/contract')
${program}`,
}

for (const [name, text] of Object.entries(programs)) {
  suiteOf(`works as ${name === 'main.mjs' ? 'ESM' : 'CommonJS'}`, async ({ project }) => {
    const api = await standIn(({ path: asked }) =>
      asked === '/v1/services'
        ? { body: { data: [{ name: 'Массаж' }], has_more: false, next_cursor: null } }
        : { status: 404, body: { code: 'not_found', status: 404 } },
    )
    await writeFile(path.join(project, name), text)
    const { stdout } = await run(process.execPath, [name, api.url], {
      cwd: project,
      env: withoutOurs(),
    }).finally(() => api.close())
    assert.equal(JSON.parse(stdout), [['Массаж'], true, true, 'function', true])
  })
}

suiteOf('has types for every way to import it', async ({ source, tarball }) => {
  await run(tool('attw'), [tarball, '--profile', 'node16'])
  await run(tool('publint'), ['--strict', source])
})

suiteOf('the examples of its README compile', async ({ project }) => {
  const readme = await readFile(path.join(root, 'sdk/README.md'), 'utf8')
  const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map((match) => match[1] ?? '')
  assert.ok(examples.length >= 6)
  const files = examples.map((text, index) => ({ file: `example-${index}.mts`, text }))
  for (const { file, text } of files) await writeFile(path.join(project, file), text)
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022']
  const libraries = ['--lib', 'es2022,dom,dom.iterable', '--types', '']
  const names = files.map(({ file }) => file)
  await run(tool('tsc'), [...options, ...libraries, ...names], { cwd: project }).catch(
    (error: unknown) => assert.unreachable(JSON.stringify(error)),
  )
})

suiteOf(
  'is at most 8 kB in a page, with no word of the documentation in it',
  async ({ project }) => {
    const { outputFiles } = await build({
      stdin: { contents: `export * from '@zapis/sdk'`, resolveDir: project },
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
    })
    const text = outputFiles[0]?.text ?? ''
    const size = gzipSync(text, { level: 9 }).length
    assert.ok(size <= 8192, `${size} bytes`)
    assert.not.match(text, /additionalProperties|description:|examples:|Hold a time/)
  },
)

suiteOf('holds what is needed, and no source', async ({ project }) => {
  const folder = path.join(project, 'node_modules/@zapis/sdk')
  const names = await readdir(folder, { recursive: true })
  assert.equal(names.filter((name) => !name.includes('/') && name !== 'dist').sort(), [
    'README.md',
    'package.json',
  ])
  assert.not(names.some((name) => /\.ts$/.test(name) && !/\.d\.ts$/.test(name)))
  const { dependencies } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  assert.is(dependencies, undefined)
})

suiteOf.run()
