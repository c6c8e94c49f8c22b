import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { csvCell, csvFigure, csvFile } from './csv.ts'

test('what a spreadsheet would run becomes text', () => {
  for (const text of ['=1+2', '+cmd', '-cmd', '@SUM(A1)', '＝1', '＋1', '－1', '＠A'])
    assert.is(csvCell(text), `'${text}`)
  assert.is(csvCell('\t=1'), "'\t=1")
  assert.is(csvCell('\r=1'), `"'\r=1"`)
  assert.is(csvCell('=HYPERLINK("http://x","y")'), `"'=HYPERLINK(""http://x"",""y"")"`)
})

test('a number stays one, whatever its sign', () => {
  for (const text of ['-12.50', '+7', '0', '33.33']) assert.is(csvCell(text), text)
  assert.is(csvCell('-1-2'), "'-1-2")
})

test('quotes, commas and line ends are inside quotes', () => {
  assert.is(csvCell('Ли, Анна'), '"Ли, Анна"')
  assert.is(csvCell('«"х"»'), '"«""х""»"')
  assert.is(
    csvFile([
      ['a', 'b\nc'],
      ['', '1'],
    ]),
    '\uFEFFa,"b\nc"\r\n,1\r\n',
  )
})

test('money is in major units of its currency', () => {
  assert.is(csvFigure(250_033, 'money', 'RUB'), '2500.33')
  assert.is(csvFigure(-5, 'money', 'RUB'), '-0.05')
  assert.is(csvFigure(0, 'money', 'EUR'), '0.00')
  assert.is(csvFigure(1500, 'money', 'JPY'), '1500')
  assert.is(csvFigure(1500, 'money', 'KWD'), '1.500')
  assert.is(csvFigure(90, 'minutes', 'RUB'), '90')
  assert.is(csvFigure(33.33, 'percent', 'RUB'), '33.33')
  assert.is(csvFigure(null, 'percent', 'RUB'), '')
})

test.run()
