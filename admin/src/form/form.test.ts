import { operations } from '@zapis/sdk/contract'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { changesOf, wrongWith } from './check.ts'
import { isNullable, isRequired, kindOf, schemaOf } from './field-plan.ts'

const service = operations.services.create.body
const member = operations.staff.create.body

test('the contract says what a field is', () => {
  const kinds = ['name', 'description', 'duration_min', 'online_bookable', 'workplace_ids'].map(
    (name) => kindOf({}, schemaOf(service, name)),
  )
  assert.equal(kinds, ['text', 'long', 'integer', 'flag', 'multi'])
  assert.is(kindOf({}, schemaOf(member, 'role')), 'select')
  assert.is(kindOf({ as: 'money' }, schemaOf(service, 'price')), 'money')
  assert.ok(isNullable(member.properties['specialist_id'] ?? {}))
  assert.equal([isRequired(service, 'name'), isRequired(service, 'category')], [true, false])
})

test('what breaks a limit of the contract is found before it is sent', () => {
  assert.is(wrongWith(service, 'name', '')?.key, 'fillIn')
  assert.is(wrongWith(service, 'category', ''), undefined)
  assert.is(wrongWith(service, 'duration_min', 0)?.key, 'tooSmall')
  assert.is(wrongWith(service, 'duration_min', Number.NaN)?.key, 'notANumber')
  assert.is(wrongWith(member, 'password', 'short')?.key, 'tooShort')
  assert.is(wrongWith(service, 'name', 'я'.repeat(1000))?.key, 'tooLong')
  assert.is(wrongWith(service, 'name', 'Массаж'), undefined)
})

test('only what is different is sent', () => {
  const before = { name: 'a', ids: [1, 2], translations: { en: { name: 'x' } }, note: '' }
  const now = { name: 'b', ids: [1, 2], translations: { en: { name: 'y' } }, note: '' }
  assert.equal(changesOf(before, now), { name: 'b', translations: { en: { name: 'y' } } })
})

test.run()
