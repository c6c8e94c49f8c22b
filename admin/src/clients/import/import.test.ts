import { readFile } from 'node:fs/promises'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../../widget/src/test/browser.ts'
import { setPanel } from '../../test/panel-stage.ts'

const stage = await setPanel()
test.after(() => stage?.close())

const file = `ФИО;Телефон;Почта;Дата рождения;Скидка
Петрова Анна Ивановна;8 (916) 111-22-33;petrova@example.com;17.05.1990;5
Сидоров Иван;не телефон;;;0
Ким Ольга;;kim@example.com;не дата;0
Орлов Пётр;+7 916 444-55-66;;;10
`

inBrowser(
  'a file is tried first: every bad line says what is wrong, the good ones come over, the bad come back as a file',
  async () => {
    if (!stage) return
    const { admin } = stage.clinic
    await admin.clients.create({ first_name: 'Пётр', phone: '+79164445566' })
    const { page, complaints, close } = await stage.enter('owner', { path: 'clients/import' })
    await page.locator('input[type="file"]').setInputFiles({
      name: 'clients.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(file),
    })
    const meaning = (column: string) => page.getByLabel(`Это: ${column}`).inputValue()
    assert.is(await meaning('ФИО'), 'lastFirst')
    assert.is(await meaning('Дата рождения'), 'birth_date')
    assert.is(await meaning('Скидка'), '')
    assert.equal(await barriers(page, 'panel-app'), [])

    await page.getByRole('button', { name: 'Проверить' }).click()
    await page.getByText('Новых: 1').waitFor()
    await page.getByText('Пропущено: 1').waitFor()
    await page.getByText('С ошибками: 2').waitFor()
    const line = (text: string) => page.locator('data-table tbody tr').filter({ hasText: text })
    await line('Сидоров').filter({ hasText: 'Телефон:' }).waitFor()
    await line('Ким').filter({ hasText: 'День рождения:' }).waitFor()
    assert.is((await admin.clients.list({ search: 'Петрова' })).data.length, 0)

    await page.getByRole('button', { name: 'Перенести 1' }).click()
    await page.getByRole('heading', { name: 'Готово' }).waitFor()
    const [taken] = (await admin.clients.list({ search: 'Петрова' })).data
    assert.equal(
      [taken?.phone, taken?.birth_date, taken?.iname],
      ['+79161112233', '1990-05-17', 'Ивановна'],
    )

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Скачать строки с ошибками' }).click(),
    ])
    const bad = (await readFile(await saved.path(), 'utf8')).trim().split('\r\n')
    assert.is(bad.length, 3)
    assert.match(bad[1] ?? '', /^Сидоров Иван,не телефон,.*Телефон/)
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('a file of Excel’s own in Russian is read as it was written', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('owner', { path: 'clients/import' })
  const letters = Array.from('Имя;Телефон\nЮлия;+7 916 777-88-99\n', (letter) => {
    const code = letter.charCodeAt(0)
    return code >= 0x410 ? code - 0x410 + 0xc0 : code
  })
  await page.locator('input[type="file"]').setInputFiles({
    name: 'excel.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(letters),
  })
  await page.getByRole('rowheader', { name: 'Имя' }).waitFor()
  await page.getByRole('cell', { name: 'Юлия' }).waitFor()
  await close()
})

test.run()
