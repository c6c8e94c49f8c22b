import { listOperations } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { validatorsOf } from './validate.ts'

test('every schema of the contract compiles as the server compiles it: no caller meets one that does not', () => {
  for (const { id, operation } of listOperations()) {
    const compiled = validatorsOf(operation)
    for (const part of ['params', 'query', 'body', 'reply'] as const) {
      const schema = part === 'reply' && operation.media ? null : operation[part]
      assert.is(Boolean(compiled[part]), Boolean(schema), `${id} ${part}`)
    }
  }
})

test.run()
