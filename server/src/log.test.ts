import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { errorLine } from './log.ts'

test('an error is logged without the rows and the connection that it quotes', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'clients_phone_key',
    detail: 'Key (phone)=(+79160000001) already exists.',
    client: { password: 'hidden' },
  })
  const line = JSON.stringify(errorLine(new Error('outside', { cause: error })))
  assert.match(line, /clients_phone_key/)
  assert.not.match(line, /79160000001|hidden/)
})

test.run()
