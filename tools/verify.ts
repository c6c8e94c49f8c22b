/**
 * `npm run verify -- --database URL`: whether what is stored is right by itself: the ledger adds up, nothing overlaps, no
 * more was given back than paid. Reads only; a line for each rule, with the rows that break it, and LOOK at what may be meant. Exit status 1 when any is
 * broken, 2 when it could not be looked at.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { checkRules, type Checked } from '../server/src/test/invariants.ts'

const SHOWN = 20

/** All rules look at one and the same moment. */
async function verify(databaseUrl: string): Promise<Checked[]> {
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    await owner.query('begin isolation level repeatable read, read only')
    await mustSeeAll(owner)
    return await checkRules(owner, SHOWN)
  } finally {
    await owner.end()
  }
}

/** Whom row-level security binds sees nothing, and nothing breaks no rule. */
async function mustSeeAll(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ all: boolean }>(
    'select rolsuper or rolbypassrls as all from pg_roles where rolname = current_user',
  )
  if (rows[0]?.all !== true)
    throw new Error(
      'row-level security hides rows from this role: use a superuser or one with BYPASSRLS',
    )
}

function brokenOf(checked: readonly Checked[]): number {
  return checked.filter(({ rows, isNotice }) => rows.length > 0 && !isNotice).length
}

function report(checked: readonly Checked[]): string {
  // What is worth a look is not a rule: it is said only when there is something to look at.
  const shown = checked.filter(({ rows, isNotice }) => !isNotice || rows.length > 0)
  const lines = shown.flatMap(({ rule, rows, isNotice }) => [
    `${rows.length === 0 ? 'ok    ' : isNotice ? 'LOOK  ' : 'BROKEN'} ${rule}`,
    ...rows.map((row) => `         ${JSON.stringify(row)}`),
  ])
  const [rules, broken] = [checked.filter(({ isNotice }) => !isNotice).length, brokenOf(checked)]
  return [...lines, `${rules - broken} rules hold, ${broken} are broken`].join('\n')
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { database: { type: 'string' } } })
  const url = values.database ?? process.env.DATABASE_URL
  if (url === undefined) {
    console.error('npm run verify -- --database postgres://…')
    return 2
  }
  try {
    const checked = await verify(url)
    console.log(report(checked))
    return brokenOf(checked) > 0 ? 1 : 0
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 2
  }
}

if (path.resolve(process.argv[1] ?? '') === fileURLToPath(import.meta.url))
  process.exitCode = await main()
