/** DESIGN.md's arrows as a table, and what else the imports must keep to. */
import path from 'node:path'
import ts from 'typescript'
import { walk, type Import, type Source } from './imports.ts'

export const folders = [
  'sdk',
  'server',
  'widget',
  'admin',
  'bot',
  'migrations',
  'examples',
  'tools',
]

/** What a package may import of ours, as path prefixes, besides itself. */
const packages: Record<string, { code: string[]; tests: string[] }> = {
  sdk: { code: [], tests: ['server/', 'tools/'] },
  server: { code: ['sdk/src/contract/'], tests: ['sdk/', 'migrations/', 'tools/'] },
  widget: { code: ['sdk/'], tests: ['server/', 'tools/'] },
  admin: { code: ['sdk/', 'widget/'], tests: ['server/', 'tools/'] },
  bot: { code: ['sdk/'], tests: ['server/', 'tools/'] },
  migrations: { code: [], tests: ['server/', 'tools/'] },
  examples: { code: ['sdk/', 'widget/'], tests: ['server/', 'tools/'] },
  tools: {
    code: ['sdk/', 'server/', 'widget/', 'admin/', 'bot/', 'migrations/', 'examples/'],
    tests: [],
  },
}

/** The rooms of server/src that are no nouns; '' = the files that put everything together. */
const commonRooms = ['', 'http', 'db', 'redis', 'pages', 'test']

/** What a noun may know of http/: files that load nothing at all, so nothing of Koa. */
export const filesForNouns = ['server/src/http/call.ts', 'server/src/http/handler.ts']

/** Neither I/O nor a clock, and so for all that they load: same input, same output. */
export const pureFiles = [
  'server/src/availability/zone.ts',
  'server/src/availability/intervals.ts',
  'server/src/availability/hours.ts',
  'server/src/availability/find.ts',
  'server/src/availability/explain.ts',
  'server/src/appointments/appointment.ts',
  'server/src/pricing/price.ts',
  'server/src/promos/promo.ts',
  'server/src/packages/package.ts',
  'server/src/clients/client.ts',
  'server/src/wallets/wallet.ts',
  'sdk/src/contract/bot-actions.ts',
  'bot/src/dialogue/step.ts',
  'bot/src/dialogue/format.ts',
  'bot/src/dialogue/understand/read-wish.ts',
  'server/src/notifications/plan.ts',
  'server/src/notifications/facts.ts',
  'server/src/notifications/texts/render.ts',
  'server/src/notifications/texts/example.ts',
]

export function isTest(file: string): boolean {
  // Beside the numbered migrations lies only what tests them.
  const ofMigrations = file.startsWith('migrations/') && !/^\d/.test(path.basename(file))
  return file.endsWith('.test.ts') || file.includes('/test/') || ofMigrations
}

/** Why the edge is not allowed; undefined when it is. */
export function objection({ from, to }: Import): string | undefined {
  const home = from.split('/')[0] ?? ''
  const ours = folders.some((folder) => to.startsWith(`${folder}/`))
  if (!ours) return undefined
  if (!isTest(from) && isTest(to) && home !== 'tools') return 'only tests import tests'
  if (!to.startsWith(`${home}/`)) {
    const table = packages[home]
    const prefixes = [...(table?.code ?? []), ...(isTest(from) ? (table?.tests ?? []) : [])]
    return prefixes.some((prefix) => to.startsWith(prefix))
      ? undefined
      : `${home} must not import it`
  }
  return home === 'server' && !isTest(from) ? objectionInServer(from, to) : undefined
}

function objectionInServer(from: string, to: string): string | undefined {
  const [room, target] = [roomOf(from), roomOf(to)]
  if (room === target) return undefined
  const toNoun = !commonRooms.includes(target)
  if (['http', 'db', 'redis'].includes(room) && toNoun) return `${room}/ knows no noun`
  if (['db', 'redis'].includes(room) && target === 'http') return `${room}/ does not know http/`
  if (commonRooms.includes(room)) return undefined
  if (target === 'http' && !filesForNouns.includes(to)) {
    return `a noun knows only ${filesForNouns.join(' and ')}`
  }
  if (toNoun && to.endsWith('/handlers.ts')) {
    return 'another noun is reached through its pure file, its rows or its reads, never its handlers'
  }
  return undefined
}

/** The pure files with all that they load. */
export function pureSources(sources: Source[]): Source[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const found = new Set<Source>()
  const add = (file: string) => {
    const source = byPath.get(file)
    if (!source || found.has(source)) return
    found.add(source)
    for (const { to, typeOnly } of source.imports) if (!typeOnly) add(to)
  }
  pureFiles.forEach(add)
  return [...found]
}

/** I/O, clocks and chance in a file that is to be pure, `12: Date.now()`. */
export function impurities({ tree, imports }: Source): string[] {
  const found = imports
    .filter(({ to, typeOnly }) => !(typeOnly && filesForNouns.includes(to)))
    .filter(({ to }) => /^(node:|pg$|knex$|koa$|ioredis$|server\/src\/(db|redis|http)\/)/.test(to))
    .map(({ line, to }) => `${line}: ${to}`)
  walk(tree, (node) => {
    const text = impurity(node)
    if (!text) return
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${line + 1}: ${text}`)
  })
  return found
}

/** `http`, `appointments`, …; '' for the files directly in server/src. */
function roomOf(file: string): string {
  return /^server\/src\/([^/]+)\//.exec(file)?.[1] ?? ''
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) {
    const bare = node.expression.getText() === 'Date' && !node.arguments?.length
    return bare ? 'new Date()' : undefined
  }
  if (!ts.isCallExpression(node)) return undefined
  const callee = node.expression.getText()
  const impure = /^(Date|Date\.now|performance\.now|Math\.random|crypto\..*|Temporal\.Now\..*)$/
  return impure.test(callee) ? `${callee}()` : undefined
}

/** The first cycle of runtime imports, as a path that ends where it began. */
export function findCycle(sources: Source[]): string[] | undefined {
  const edges = new Map(
    sources.map((source) => [source.path, source.imports.filter((edge) => !edge.typeOnly)]),
  )
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (file: string): string[] | undefined => {
    const at = trail.indexOf(file)
    if (at >= 0) return [...trail.slice(at), file]
    if (done.has(file)) return undefined
    trail.push(file)
    for (const { to } of edges.get(file) ?? []) {
      const cycle = visit(to)
      if (cycle) return cycle
    }
    trail.pop()
    done.add(file)
    return undefined
  }
  for (const source of sources) {
    const cycle = visit(source.path)
    if (cycle) return cycle
  }
  return undefined
}

/** Suites of a test file that are declared and never run. */
export function suitesNotRun(source: Source): string[] {
  const declared = new Set<string>()
  const run = new Set<string>()
  walk(source.tree, (node) => {
    if (ts.isImportSpecifier(node) && node.name.text === 'test') declared.add('test')
    if (ts.isVariableDeclaration(node) && /^suite\b/.test(node.initializer?.getText() ?? '')) {
      declared.add(node.name.getText())
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression
      if (name.text === 'run') run.add(expression.getText())
    }
  })
  if (declared.size === 0) return ['no test of uvu']
  return [...declared].filter((name) => !run.has(name))
}
