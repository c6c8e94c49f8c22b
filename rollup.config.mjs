import commonjs from '@rollup/plugin-commonjs'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import { readFile } from 'node:fs/promises'
import { transform as transpile } from 'esbuild'
import esbuild from 'rollup-plugin-esbuild'

/** Styles inside of programs are minified as any others; of a template's indentation one space is sent. */
const templates = {
  name: 'templates',
  async transform(code, id) {
    if (!/\/(widget|admin)\/src\//.test(id)) return null
    const changes = []
    walk(this.parse(code), (node) => {
      if (node.type !== 'TaggedTemplateExpression') return
      for (const { start, end } of node.quasi.quasis)
        changes.push({ start, end, isCss: node.tag.name === 'css' })
    })
    let result = code
    for (const { start, end, isCss } of changes.sort((a, b) => b.start - a.start)) {
      const text = code.slice(start, end)
      const small = isCss
        ? (await transpile(text, { loader: 'css', minify: true })).code.trim()
        : text.replace(/\s*\n\s*/g, ' ')
      result = result.slice(0, start) + small + result.slice(end)
    }
    return { code: result, map: null }
  },
}

/**
 * A language of the widget is one file, of which two are sent: the lines of the booking, and those of the account. In each are the
 * lines alone, in the order of the names in Russian; the names are sent once, with the program.
 */
const languages = {
  name: 'languages',
  // What a file is called after.
  resolveId: (source) => (source.startsWith('/languages/') ? source : null),
  async load(id) {
    const [, part, tag] = /^\/languages\/(\w+)-(\w+)\.js$/.exec(id) ?? []
    if (!part) return null
    const names = Object.keys(await linesOf('ru', part))
    const texts = tag === 'names' ? undefined : await linesOf(tag, part)
    const packed = names.map((name) => (texts ? texts[name] : name))
    return `export const lines=${JSON.stringify(packed)}`
  },
  transform(code, id) {
    const [, part] = /texts\/(\w+)-languages\.ts$/.exec(id) ?? []
    if (!part) return null
    const packed = code.replace(
      /\(await import\(['"]\.\/languages\/(\w+)\.ts['"]\)\)\.\w+/g,
      (_, tag) => `unpack((await import('/languages/${part}-${tag}.js')).lines)`,
    )
    const unpack = `import {lines as names} from '/languages/${part}-names.js';
const unpack=lines=>Object.fromEntries(names.map((name,at)=>[name,lines[at]]));`
    return { code: unpack + packed, map: null }
  },
}

async function linesOf(tag, part) {
  const file = new URL(`widget/src/texts/languages/${tag}.ts`, import.meta.url)
  const { code } = await transpile(await readFile(file, 'utf8'), { loader: 'ts' })
  const texts = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  return texts[part]
}

/** What Lit says to developers who misuse `css`; ninety bytes for every visitor. */
const litWords = {
  name: 'lit-words',
  transform: (code, id) =>
    id.endsWith('/css-tag.js')
      ? { code: code.replace(/throw Error\("Value passed.*?security\."\)/, 'throw e'), map: null }
      : null,
}

function walk(node, visit) {
  if (!node || typeof node !== 'object') return
  if (typeof node.type === 'string') visit(node)
  for (const child of Object.values(node)) walk(child, visit)
}

/** Reads our sources, also those of a package that imports another. */
const sources = (folder, options = {}) => [
  resolve({
    browser: true,
    // Named, since NODE_ENV would choose: Lit's other build is three times as large and talks to the console.
    exportConditions: ['source', 'production'],
    extensions: ['.mjs', '.js', '.ts'],
  }),
  esbuild({ tsconfig: `${folder}/tsconfig.json`, target: 'es2022', ...options }),
]

async function types(folder, options = {}) {
  // Not there in production, where only what runs in browsers is built.
  const { default: dts } = await import('rollup-plugin-dts')
  return dts({
    tsconfig: `${folder}/tsconfig.json`,
    compilerOptions: { composite: false, incremental: false, declarationMap: false },
    ...options,
  })
}

const sdkInput = {
  index: 'sdk/src/index.ts',
  webhooks: 'sdk/src/webhooks.ts',
  contract: 'sdk/src/contract/index.ts',
}

const sdk = async () => [
  {
    input: sdkInput,
    external: [/^node:/],
    plugins: sources('sdk'),
    output: [
      { format: 'es', extension: 'js' },
      { format: 'cjs', extension: 'cjs', exports: 'named' },
    ].map(({ extension, ...output }) => ({
      ...output,
      dir: 'sdk/dist',
      sourcemap: true,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `shared/[name].${extension}`,
    })),
  },
  {
    input: sdkInput,
    external: [/^node:/],
    plugins: [await types('sdk')],
    output: ['d.ts', 'd.cts'].map((extension) => ({
      dir: 'sdk/dist',
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `shared/[name].${extension}`,
    })),
  },
]

const dist = process.env.WIDGET_DIST ?? 'widget/dist'

/** Whoever renders pages in Node may import the module: names of the page that Lit needs while loading. */
const withoutPage =
  'var HTMLElement=globalThis.HTMLElement??class{},document=globalThis.document??{createTreeWalker(){},createComment(){}};'

const minify = (options = {}) =>
  terser({
    ecma: 2020,
    module: true,
    compress: { passes: 3, unsafe_arrows: true, pure_getters: true, keep_fargs: false },
    ...options,
  })

/** Lit's notice once, not in each of its files. */
const notice = '/*! Lit: © Google LLC, BSD-3-Clause. The rest: MIT. */'

/** What browsers load as modules. */
const built = (input, output) => ({
  input,
  plugins: [...sources('widget', { minifySyntax: true }), litWords, languages, templates],
  // The entry is the first view itself, not a file that names it: one journey to the server less.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: dist,
    format: 'es',
    freeze: false,
    entryFileNames: '[name].js',
    intro: ({ modules }) =>
      Object.keys(modules).some(
        (id) => id.includes('/lit-html/') || id.includes('/reactive-element/'),
      )
        ? withoutPage
        : '',
    plugins: [minify({ format: { comments: /^!/ } })],
    banner: ({ isEntry }) => (isEntry ? notice : ''),
    ...output,
  },
})

/**
 * What the other elements share with the booking stays in its second file, and the account and the packages are one:
 * in files of their own they would weigh more.
 */
const together = [
  [
    'sign-in',
    /src\/(parts\/code-sign-in|texts\/account-(texts|languages))|languages\/account-names/,
  ],
  ['seldom', /src\/booking\/(return|choose|promo-field)/],
  ['dialog', /src\/(button\/|booking\/in-dialog)/],
  [
    'later',
    /src\/(booking\/(?!return|choose|promo-field)|parts\/(?!code-sign-in|punches|spaced)|design\/|texts\/(calendar|written-in))/,
  ],
  ['account', /src\/(account\/|packages\/|element\/|api\/|parts\/(punches|spaced)|site\/)/],
]

const browser = built(
  { 'booking-widget': 'widget/src/booking-widget.ts' },
  {
    chunkFileNames: 'chunks/[name]-[hash].js',
    onlyExplicitManualChunks: true,
    manualChunks: (id, { getModuleInfo }) =>
      isFirst(id, getModuleInfo) ? undefined : together.find(([, files]) => files.test(id))?.[0],
  },
)

/** Whether the entry has it anyway. */
function isFirst(id, getModuleInfo, seen = new Set()) {
  if (seen.has(id)) return false
  seen.add(id)
  const { isEntry, importers = [] } = getModuleInfo(id) ?? {}
  return Boolean(isEntry) || importers.some((importer) => isFirst(importer, getModuleInfo, seen))
}

/** Apart from the widget: what the site shared with it would leave the widget's one file. */
const site = built(
  { 'site/site': 'widget/src/site/site.ts', 'site/manage': 'widget/src/site/manage.ts' },
  { chunkFileNames: 'chunks/site-[name]-[hash].js' },
)

/** Files that have to stand alone. */
const single = (input, file) => ({
  input,
  plugins: sources('widget'),
  output: { file: `${dist}/${file}`, format: 'es', plugins: [minify()] },
})
const singles = [
  single('widget/src/site/service-worker.ts', 'service-worker.js'),
  single('widget/src/site/offline.ts', 'site/offline.js'),
]

/** Styles of a library, for a shadow root: the text of the file. */
const styleTexts = {
  name: 'style-texts',
  transform(code, id) {
    if (!id.endsWith('.css')) return null
    return { code: `export default ${JSON.stringify(code)}`, map: null }
  },
}

/** The panel: the frame first, each page and its libraries when it is opened. */
const panel = {
  input: { panel: 'admin/src/panel.ts' },
  // The reader of CSV files has no module of its own.
  plugins: [styleTexts, ...sources('admin'), commonjs({ include: /papaparse/ }), templates],
  output: {
    dir: process.env.ADMIN_DIST ?? 'admin/dist',
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    plugins: [minify()],
  },
}

const widgetTypes = async () => ({
  input: { 'booking-widget': 'widget/src/booking-widget.ts' },
  external: [/^lit/],
  plugins: [await types('widget')],
  output: { dir: dist, entryFileNames: '[name].d.ts', chunkFileNames: 'chunks/[name].d.ts' },
})

const forBrowsers = { widget: [browser, site, ...singles], admin: [panel] }

/** `--configBrowser widget` or `admin`: only what a server serves of it. */
export default async ({ configBrowser }) =>
  forBrowsers[configBrowser] ?? [
    ...(await sdk()),
    ...forBrowsers.widget,
    ...forBrowsers.admin,
    await widgetTypes(),
  ]
