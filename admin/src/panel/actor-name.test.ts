import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { actorName } from './actor-name.ts'

test('who did it is said in words, in both languages, and what is not known stays', () => {
  for (const [actor, ru, en] of [
    ['staff:3', 'Сотрудник № 3', 'Staff no. 3'],
    ['client:7', 'Сам клиент', 'The client'],
    ['key:2', 'Программа, ключ № 2', 'A program, key no. 2'],
    ['system', 'Система', 'The system'],
    ['anyone', 'anyone', 'anyone'],
  ] as const) {
    assert.is(actorName('ru', actor), ru)
    assert.is(actorName('en', actor), en)
  }
})

test.run()
