import { fileURLToPath } from 'node:url'
import { cli } from '@custom-elements-manifest/analyzer/cli.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Described {
  privacy?: string
  name: string
  description?: string
}

interface Declaration {
  customElement?: boolean
  tagName?: string
  members?: Described[]
  attributes?: (Described & { fieldName?: string })[]
  events?: Described[]
}

interface Manifest {
  modules: { path: string; declarations: Declaration[]; exports?: object[] }[]
}

/** custom-elements.json: what editors and documentation know of the elements. */
export async function customElements(): Promise<string> {
  const globs = ['widget/src/element/*.ts', 'widget/src/*/booking-*.ts', '!**/*.test.ts']
  const manifest = await analyze([
    ...['analyze', '--litelement', '--quiet'],
    ...globs.flatMap((glob) => ['--globs', glob]),
  ])
  const modules = manifest.modules
    .map(({ declarations, ...module }) => ({
      ...module,
      path: 'dist/booking-widget.js',
      declarations: declarations.filter(({ tagName }) => tagName).map(publicPart),
      exports: [],
    }))
    .filter(({ declarations }) => declarations.length > 0)
    // A folder's order is the file system's.
    .sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'en'))
  return JSON.stringify({ ...manifest, modules })
}

function nameOf({ declarations: [first] }: Manifest['modules'][number]): string {
  return first?.tagName ?? ''
}

/** What is for others is described; the rest is `@internal`, private or a detail. */
function publicPart(declaration: Declaration): Declaration {
  const described = <Part extends Described>(parts?: Part[]) =>
    parts?.filter(({ description, privacy = 'public' }) => description && privacy === 'public')
  const { members, attributes, events } = declaration
  return {
    ...declaration,
    members: described(members),
    attributes: described(attributes),
    events: described(events),
  }
}

async function analyze(argv: string[]): Promise<Manifest> {
  return (await cli({ argv, cwd: root, noWrite: true })) as Manifest
}
