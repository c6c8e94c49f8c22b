import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../../widget/src/test/browser.ts'
import { setPanel } from '../../test/panel-stage.ts'
import { segmentOf } from './segment.ts'

// Nobody answers there: messages wait, and can be stopped.
const stage = await setPanel(undefined, { SMTP_URL: 'smtp://127.0.0.1:9' })
test.after(() => stage?.close())

test('a broadcast is for whom the list shows; consent and blocks are its own to see to', () => {
  const query = new URLSearchParams(
    'tag=vip&visits_from=3&marketing=true&blocked=false&search=Иван',
  )
  assert.equal(segmentOf(query), { tag: 'vip', visits_from: 3 })
})

inBrowser(
  'clients chosen in the list are written to, once it is said how many they are, and it can be stopped',
  async () => {
    if (!stage) return
    const { admin } = stage.clinic
    await admin.consentTexts.create({
      kind: 'marketing',
      version: '1',
      locale: 'ru',
      text: 'Пишите',
    })
    for (const [first_name, tags, granted] of [
      ['Анна', ['vip'], true],
      ['Вера', ['vip'], false],
      ['Глеб', [], true],
    ] as const) {
      const email = `${tags.length}${String(granted)}@client.test`
      const { id } = await admin.clients.create({ first_name, email, tags: [...tags] })
      await admin.clients.addConsent(id, { kind: 'marketing', granted })
    }
    const { page, complaints, close } = await stage.enter('owner', { path: 'clients?tag=vip' })
    await page.locator('data-table tbody tr', { hasText: 'Вера' }).waitFor()
    await page.getByRole('link', { name: 'Рассылки' }).click()
    await page.getByText('Рассылок ещё не было').waitFor()
    await page.getByRole('button', { name: 'Новая рассылка' }).click()
    await page.getByText('Согласны на рассылку: 1. Получат: 1.').waitFor()
    await page.getByText('выбранным фильтром списка').waitFor()
    assert.equal(await barriers(page, 'panel-app'), [])

    assert.is(await page.getByText('Поиск по имени').count(), 0)
    await page.getByRole('button', { name: 'Отправить' }).click()
    assert.is(await page.locator('entity-form [aria-invalid="true"]').count(), 2)
    await page.locator('entity-form #title').fill('Массаж со скидкой')
    await page.locator('entity-form #body').fill('Только до пятницы.')
    await page.getByRole('button', { name: 'Отправить' }).click()
    const sure = page.locator('confirm-dialog')
    await sure.getByText('Её получат 1.').waitFor()
    await Promise.all([
      page.getByText('Рассылка начата').waitFor(),
      sure.getByRole('button', { name: 'Отправить' }).click(),
    ])
    const row = page.locator('data-table tbody tr', { hasText: 'Массаж со скидкой' })
    await row.waitFor()
    const [made] = await admin.broadcasts.list().toArray()
    assert.equal([made?.total, made?.segment], [1, { tag: 'vip' }])

    await row.click()
    await page.locator('side-panel').getByText('Только до пятницы.').waitFor()
    assert.equal(await barriers(page, 'panel-app'), [])
    await page.getByRole('button', { name: 'Остановить' }).click()
    // Watched from before: what is said in passing goes away by itself.
    await Promise.all([
      page.getByText('Рассылка остановлена').waitFor(),
      sure.getByRole('button', { name: 'Остановить' }).click(),
    ])
    await page.locator('data-table tbody .tag', { hasText: 'остановлена' }).waitFor()
    assert.is((await admin.broadcasts.list().toArray())[0]?.status, 'stopped')
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser(
  'where nobody would get it nothing is sent, and a search is said not to count',
  async () => {
    if (!stage) return
    const { admin } = stage.clinic
    const before = await admin.broadcasts.list().toArray()
    const { page, close } = await stage.enter('owner', {
      path: 'clients/broadcasts?tag=nobody&search=Анна',
    })
    await page.getByRole('button', { name: 'Новая рассылка' }).click()
    await page.getByText('Поиск по имени и телефону для рассылки не действует.').waitFor()
    await page.locator('entity-form #title').fill('Никому')
    await page.locator('entity-form #body').fill('Ничего')
    await page.getByRole('button', { name: 'Отправить' }).click()
    await page.locator('toast-stack').getByText('Никто из выбранных').waitFor()
    assert.is((await admin.broadcasts.list().toArray()).length, before.length)
    await close()
  },
)

inBrowser('reception writes to nobody by the hundred', async () => {
  if (!stage) return
  const { page, close } = await stage.enter('reception', { path: 'clients' })
  await page.getByRole('button', { name: 'Новый клиент' }).waitFor()
  assert.is(await page.getByRole('link', { name: 'Рассылки' }).count(), 0)
  await close()
})

test.run()
