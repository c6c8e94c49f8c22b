import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { testDatabase } from '../server/src/test/database.ts'

const database = await testDatabase()
test.after(() => database.drop())

test('schema.sql is what the migrations add up to (else: node … tools/schema.ts)', async () => {
  const tool = fileURLToPath(new URL('../tools/schema.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', tool, database.url],
    { maxBuffer: 10_000_000 },
  )
  const dump = await readFile(new URL('schema.sql', import.meta.url), 'utf8')
  assert.fixture(stdout, dump)
})

test.run()
