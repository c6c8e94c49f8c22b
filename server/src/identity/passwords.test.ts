import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { hashPassword, passwordMatches } from './passwords.ts'

test('a password is kept as argon2id with OWASP’s cost, differently each time', async () => {
  const [one, two] = [await hashPassword('correct horse'), await hashPassword('correct horse')]
  assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.is.not(one, two)
  assert.ok(await passwordMatches(one, 'correct horse'))
  assert.not.ok(await passwordMatches(one, 'correct horse '))
})

test('how a keyboard composes a letter does not matter', async () => {
  assert.ok(await passwordMatches(await hashPassword('caf\u00e9 au lait'), 'cafe\u0301 au lait'))
})

test('nobody’s password is never right, not even the decoy’s', async () => {
  assert.not.ok(await passwordMatches(null, 'nobody has this password'))
})

test.run()
