/**
 * `npm run bot:console`: the bot's dialogue on the command line, against a running server. A button is chosen by its
 * number; `phone +79161234567` shares a phone. `BOT_LOCALE=en` speaks English.
 */
import { createInterface } from 'node:readline/promises'
import { botTokenOf } from '@zapis/sdk/contract'
import { createVisitor } from './clinics/visitor.ts'
import { openSite } from './clinics/site.ts'
import { readConfig, SettingError } from './config.ts'
import { answer } from './dialogue/answer.ts'
import type { Choice, Input, Reply } from './dialogue/reply.ts'
import { keyOf } from './key.ts'

const account = { id: 1, firstName: process.env['USER'] ?? 'Гость', lastName: '', language: '' }
const locale = process.env['BOT_LOCALE'] === 'en' ? 'en' : 'ru'

async function main(): Promise<void> {
  const config = readConfig(process.env, { lenient: true })
  const sites = await Promise.all(config.apiKeys.map((key) => openSite(key, config)))
  const clinics = sites.map((site) => {
    // Without the token that the server has too, one looks around as a guest.
    const token = botTokenOf(config.telegram, site.organization.slug) ?? ''
    const messenger = { token, name: 'telegram', source: 'api', appUrl: () => null } as const
    return createVisitor(site, messenger, account, locale)
  })
  const memory = { organizationId: null, held: null, pending: null }
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  let choices: Choice[] = []
  let said: Input = { kind: 'start', payload: '' }
  for (let turn = Date.now(); ; turn++) {
    const talk = {
      ...{ clinics, memory, now: new Date() },
      person: { firstName: account.firstName, locale } as const,
      key: keyOf('console', turn),
      ownKey: keyOf('console', account.id),
    }
    const reply = await answer(talk, said)
    choices = show(reply)
    process.stdout.write('\n> ')
    const line = await lines.next()
    if (line.done === true) return
    said = inputOf(line.value.trim(), choices)
  }
}

/** Numbered as they are read. */
function show({ text, choices, notice, askContact, file }: Reply): Choice[] {
  const all = choices.flat()
  const rows = choices.map((row) =>
    row.map((choice) => `[${all.indexOf(choice) + 1}] ${labelOf(choice)}`).join('   '),
  )
  const contact = askContact === undefined ? [] : [`${askContact}: phone +79161234567`]
  const lines = [notice && `(${notice})`, '', text, '', ...rows, ...contact, file?.content]
  process.stdout.write(`${lines.filter((line) => line !== undefined).join('\n')}\n`)
  return all
}

function labelOf(choice: Choice): string {
  if ('data' in choice) return choice.text
  return `${choice.text} (${'app' in choice ? choice.app : choice.url})`
}

function inputOf(line: string, choices: readonly Choice[]): Input {
  const phone = /^phone (\S+)$/.exec(line)?.[1]
  if (phone !== undefined) return { kind: 'contact', phone }
  const choice = /^\d+$/.test(line) ? choices[Number(line) - 1] : undefined
  if (choice && 'data' in choice) return { kind: 'choice', data: choice.data }
  const command = /^\/(\w+) ?(.*)$/.exec(line)
  if (command?.[1] === 'start') return { kind: 'start', payload: command[2] ?? '' }
  if (command) return { kind: 'command', name: command[1] ?? '' }
  return { kind: 'text', text: line }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const isExpected = error instanceof SettingError
    process.stderr.write(`${isExpected ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
