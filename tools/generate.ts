/** Writes what derives from the contract, the elements and the languages; with --check only compares. */
import { readFile, writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { customElements } from './generate/elements.ts'
import { languageList } from './generate/languages.ts'
import { sdkResources } from './generate/resources.ts'
import { sdkTypes } from './generate/types.ts'

const root = new URL('../', import.meta.url)

const outputs: { path: string; text: () => Promise<string> }[] = [
  { path: 'sdk/src/types.ts', text: sdkTypes },
  { path: 'sdk/src/resources.ts', text: sdkResources },
  { path: 'widget/custom-elements.json', text: customElements },
  {
    path: 'widget/src/texts/booking-languages.ts',
    text: languageList('booking', 'Texts'),
  },
  {
    path: 'widget/src/texts/account-languages.ts',
    text: languageList('account', 'AccountTexts'),
  },
]

async function main(): Promise<void> {
  const check = process.argv.includes('--check')
  const stale: string[] = []
  for (const { path, text } of outputs) {
    const file = new URL(path, root)
    const config = await resolveConfig(file)
    const wanted = await format(await text(), { ...config, filepath: path })
    const present = await readFile(file, 'utf8').catch(() => '')
    if (present === wanted) continue
    if (check) stale.push(path)
    else await writeFile(file, wanted)
  }
  if (stale.length > 0) {
    console.error(`Not up to date (npm run generate): ${stale.join(', ')}`)
    process.exitCode = 1
  }
}

await main()
