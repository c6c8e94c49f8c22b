import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { readConfig } from './config.ts'

const read = (environment: Record<string, string>) =>
  readConfig({ DATABASE_URL: 'postgres://x/y', ...environment }).max

test('MAX is there when its bot has a token, at MAX’s own address or a stand-in’s', () => {
  assert.is(read({}), null)
  assert.equal(read({ MAX_BOT_TOKEN: 'token' }), {
    token: 'token',
    apiRoot: 'https://platform-api2.max.ru',
  })
  const root = { MAX_BOT_TOKEN: 'token', MAX_API_ROOT: 'http://127.0.0.1:1/' }
  assert.is(read(root)?.apiRoot, 'http://127.0.0.1:1')
  assert.throws(() => read({ ...root, MAX_API_ROOT: 'max' }), /^MAX_API_ROOT must be/)
})

test.run()
