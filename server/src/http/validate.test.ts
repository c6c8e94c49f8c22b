import { listOperations } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { validatorsOf } from './validate.ts'

test('every schema of the contract compiles as the server compiles it: no caller meets one that does not', () => {
  for (const { id, operation } of listOperations()) {
    const { params, query, body, reply } = validatorsOf(operation)
    const [has, wanted] = [
      [params, query, body, reply],
      [operation.params, operation.query, operation.body, operation.media ? null : operation.reply],
    ].map((list) => list?.map(Boolean))
    assert.equal(has, wanted, id)
  }
})

test.run()
