import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../server/src/test/clinic.ts'
import { startServer } from '../../server/src/test/server.ts'
import { until } from './test/chat.ts'
import { token } from './test/stage.ts'

const server = await startServer({ TELEGRAM_BOT_TOKEN: token })
test.after(() => server.close())
const clinic = await makeClinic(server)

/** `npm run bot:console`, and somebody who types. */
function talk(environment: Record<string, string>) {
  const program = fileURLToPath(new URL('console.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program], {
    env: {
      PATH: process.env['PATH'],
      API_URL: server.url,
      BOT_API_KEYS: clinic.publishable,
      TELEGRAM_BOT_TOKEN: token,
      ...environment,
    },
  })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  child.stderr.on('data', (chunk) => (complaint += String(chunk)))
  const ended = once(child, 'close')
  const answer = async () => {
    await until(() => output.endsWith('> ') || child.exitCode !== null, 'nothing was said', 60_000)
    const said = output
    output = ''
    return said
  }
  const says = async (line: string) => {
    child.stdin.write(`${line}\n`)
    return answer()
  }
  return {
    answer,
    says,
    /** Chooses a button by the number that stands before its words. */
    async taps(said: string, words: RegExp) {
      const choice = [...said.matchAll(/\[(\d+)\] (.+?)(?= {3}\[|\n|$)/g)].find(([, , name = '']) =>
        words.test(name),
      )
      if (choice?.[1] === undefined) throw new Error(`no ${words} in ${said}`)
      return says(choice[1])
    },
    async leaves() {
      child.stdin.end()
      const [code] = (await ended) as [number]
      return { code, complaint }
    },
  }
}

test('the same dialogue books on the command line', async () => {
  const console = talk({ BOT_LOCALE: 'en', USER: 'John' })
  assert.match(await console.answer(), /Клиника: online booking\n\nHello, John!/)
  const times = await console.says('массаж tomorrow')
  const asked = await console.taps(times, /^10:00/)
  assert.match(asked, /One thing is left: who you are/)
  const held = await console.says('phone +79160050001')
  assert.match(held, /^[^]*Массаж\n[^]*We keep this time for you/)
  assert.match(await console.taps(held, /pay on site/), /You are booked!/)
  assert.match(await console.says('/visits'), /You have 1 visit:/)
  assert.equal(await console.leaves(), { code: 0, complaint: '' })
  const { data } = await clinic.admin.appointments.list({})
  assert.equal(
    data.map(({ status, source }) => [status, source]),
    [['confirmed', 'api']],
  )
})

test('without anybody to speak with it says in one line what is wrong', async () => {
  const console = talk({ BOT_API_KEYS: 'sk_secret' })
  const { code, complaint } = await console.leaves()
  assert.is(code, 1)
  assert.match(complaint, /^BOT_API_KEYS must be publishable keys[^\n]*\n$/)
})

test.run()
