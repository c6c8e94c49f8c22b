import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { lockFolder } from './folder-lock.ts'

let folder: string
test.before.each(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'zapis-lock-'))
})
test.after.each(() => fs.rm(folder, { recursive: true, force: true }))

async function refusal(directory: string): Promise<string> {
  try {
    await lockFolder(directory)
  } catch (error) {
    return String(error)
  }
  return 'none'
}

test('a folder has one owner, and the second is told which', async () => {
  const lock = await lockFolder(folder)
  assert.is(
    await refusal(folder),
    `StartupError: Another Zapis (pid ${process.pid}) uses ${folder}. Stop it, or set DATA_DIR to another folder.`,
  )
  await lock.release()
  await (await lockFolder(folder)).release()
})

test('of many that start together after a crash one wins', async () => {
  for (let round = 0; round < 10; round++) {
    const starts = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
    const won = starts.filter((start) => start.status === 'fulfilled')
    assert.is(won.length, 1, `round ${round}`)
    await won[0]?.value.release()
  }
  assert.is((await fs.readdir(folder)).length, 1)
})

test('a folder with a long name can be locked', async () => {
  const deep = path.join(folder, 'd'.repeat(60), 'e'.repeat(60))
  await fs.mkdir(deep, { recursive: true })
  const lock = await lockFolder(deep)
  assert.match(await refusal(deep), 'Another Zapis')
  await lock.release()
})

test.run()
