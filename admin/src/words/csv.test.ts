import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { csvOf } from './csv.ts'

test('a cell with a comma, a quote or a line is quoted', () => {
  assert.is(
    csvOf([
      ['a', 'b,c'],
      ['d"e', 'f\ng'],
    ]),
    'a,"b,c"\r\n"d""e","f\ng"\r\n',
  )
})

test('a name that begins like a formula stays a name', () => {
  assert.is(
    csvOf([['=HYPERLINK("x")', '+7 916', '-250', '@a']]),
    `"'=HYPERLINK(""x"")",'+7 916,-250,'@a\r\n`,
  )
})

test.run()
