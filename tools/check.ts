/** `npm run check`: everything that is wrong without running the product. Goes on after a failure; the exit status is the sum. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './imports.ts'

const node = [process.execPath, '--conditions=source', '--import', 'tsx']

const steps: { name: string; commands: string[][] }[] = [
  { name: 'format', commands: [['prettier', '--check', '--log-level', 'warn', '.']] },
  { name: 'types', commands: [['tsc', '-b']] },
  {
    name: 'examples',
    commands: [
      ['tsc', '-p', 'examples/react'],
      ['vue-tsc', '-p', 'examples/vue'],
    ],
  },
  { name: 'lint', commands: [['eslint', '.']] },
  { name: 'dead code', commands: [['knip', '--no-progress']] },
  { name: 'layering', commands: [[...node, 'tools/test.ts', '^tools/layering']] },
  { name: 'generated files', commands: [[...node, 'tools/generate.ts', '--check']] },
  { name: 'sizes', commands: [[...node, 'tools/sizes.ts']] },
  {
    name: 'published package',
    commands: [
      ['rollup', '-c', '--silent'],
      ['publint', '--strict', 'sdk'],
      ['attw', '--pack', 'sdk', '--profile', 'node16'],
    ],
  },
]

async function succeeds([file = '', ...args]: string[]): Promise<boolean> {
  const child = spawn(file, args, {
    cwd: root,
    stdio: 'inherit',
    // As npm does, so that the steps are the same when this file is started by hand.
    env: { ...process.env, PATH: `${root}node_modules/.bin:${process.env.PATH}` },
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code === 0
}

const wanted = new RegExp(process.argv.slice(2).join('|'))
const failed: string[] = []
for (const { name, commands } of steps.filter((step) => wanted.test(step.name))) {
  console.log(`\n== ${name}`)
  for (const command of commands) {
    if (await succeeds(command)) continue
    failed.push(name)
    break
  }
}
console.log(failed.length > 0 ? `\ncheck failed: ${failed.join(', ')}` : '\ncheck passed')
process.exitCode = failed.length > 0 ? 1 : 0
