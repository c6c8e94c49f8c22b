/** Who imports whom among our own sources, read from the syntax tree. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const root = fileURLToPath(new URL('..', import.meta.url))

export interface Import {
  from: string
  /** A path from the root for our own files, otherwise the specifier. */
  to: string
  /** Erased by the compiler. */
  typeOnly: boolean
  line: number
}

export interface Source {
  path: string
  imports: Import[]
  tree: ts.SourceFile
}

export function readSources(folders: string[]): Source[] {
  return folders.flatMap((folder) => listFiles(folder)).map(readSource)
}

function listFiles(folder: string): string[] {
  const absolute = path.join(root, folder)
  return readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => file.endsWith('.ts') && !/(^|\/)(node_modules|dist|\.tsc)\//.test(file))
    .sort()
}

function readSource(file: string): Source {
  return parseSource(file, readFileSync(path.join(root, file), 'utf8'))
}

export function parseSource(file: string, text: string): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const imports: Import[] = []
  walk(tree, (node) => {
    const found = importOf(node)
    if (!found) return
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    imports.push({ from: file, to: resolve(file, found.specifier), typeOnly: found.typeOnly, line })
  })
  return { path: file, imports, tree }
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

function importOf(node: ts.Node): { specifier: string; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node)) {
    // `import { type A }` is a runtime edge: verbatimModuleSyntax leaves `import {}`.
    return literal(
      node.moduleSpecifier,
      node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
    )
  }
  if (ts.isExportDeclaration(node)) return literal(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return literal(node.argument.literal, true)
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return literal(node.arguments[0], false)
  }
  return undefined
}

function literal(node: ts.Node | undefined, typeOnly: boolean) {
  return node && ts.isStringLiteral(node) ? { specifier: node.text, typeOnly } : undefined
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.join(path.dirname(from), specifier)
  const ours = /^@zapis\/([a-z]+)(\/.*)?$/.exec(specifier)
  if (!ours) return specifier
  const folder = ours[1] ?? ''
  return path.join(folder, entryOf(folder, `.${ours[2] ?? ''}`))
}

interface Manifest {
  exports?: Record<string, { source?: string } | string>
}

const manifests = new Map<string, Manifest>()

function entryOf(folder: string, subpath: string): string {
  let manifest = manifests.get(folder)
  if (!manifest) {
    manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest
    manifests.set(folder, manifest)
  }
  const entry = manifest.exports?.[subpath]
  return (typeof entry === 'object' ? entry.source : entry) ?? subpath
}
