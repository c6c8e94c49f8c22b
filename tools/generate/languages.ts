import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../widget/src/texts/languages', import.meta.url))

/** The list of the widget's languages, of a part of their lines: what is in the folder is a language. */
export const languageList = (part: 'booking' | 'account', type: string) => async () => {
  const files = (await readdir(folder)).sort()
  const lines = files.map(
    (file) =>
      `${file.replace('.ts', '')}: async () => (await import('./languages/${file}')).${part},`,
  )
  return `// Generated from the files of languages/: do not edit, run \`npm run generate\`.
import type { ${type} } from './texts.ts'

export const ${part}Languages: Readonly<Record<string, () => Promise<${type}>>> = {
  ${lines.join('\n  ')}
}
`
}
