import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { visitAt } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { setPanel } from '../test/panel-stage.ts'
import { submit, typeSum } from '../test/typed.ts'

const stage = await setPanel()
test.after(() => stage?.close())

const say = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

async function someone(): Promise<number> {
  if (!stage) return 0
  const { id } = await stage.clinic.admin.clients.create({ first_name: 'Анна', last_name: 'Ким' })
  return id
}

inBrowser(
  'money goes in, pays a visit, comes back and is corrected: every line stands in the wallet',
  async () => {
    if (!stage) return
    const { admin } = stage.clinic
    const client = await someone()
    await admin.appointments.create({
      ...visitAt(stage.clinic, '10:00'),
      client: { id: client },
    })
    const { page, complaints, close } = await stage.enter('owner', {
      path: `clients/${client}?tab=wallet`,
    })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()

    await press('Пополнить')
    await typeSum(page, '5000')
    await submit(page)
    await say(page, /Пополнение: 5\s000/)

    await press('Списать за визит')
    await submit(page)
    await say(page, /Оплата: -2\s500/)

    await press('Вернуть')
    await say(page, /Осталось вернуть 2\s500/)
    await typeSum(page, '1000')
    await submit(page)
    await say(page, /Возврат: 1\s000/)

    await press('Исправить')
    await typeSum(page, '-300')
    await submit(page)
    await say(page, 'Заполните поле')
    await page.locator('entity-form #reason').fill('Ошибка кассы')
    await submit(page)
    await say(page, /Исправление: -300/)

    const lines = await admin.clients.transactions(client).toArray()
    assert.equal(
      lines.map(({ type, amount }) => [type, amount.amount]),
      [
        ['correction', -30_000],
        ['refund', 100_000],
        ['payment', -250_000],
        ['deposit', 500_000],
      ],
    )
    assert.is((await admin.clients.wallet(client)).balance.amount, 320_000)
    await page.locator('wallet-tab .balance', { hasText: /3\s200/ }).waitFor()
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('more than there is cannot be taken out, and what was typed stays', async () => {
  if (!stage) return
  const client = await someone()
  const { page, close } = await stage.enter('owner', {
    path: `clients/${client}?tab=wallet`,
    expected: /402/,
  })
  await page.getByRole('button', { name: 'Вывести' }).click()
  await typeSum(page, '100')
  await page.locator('entity-form #reason').fill('Просит наличными')
  await submit(page)
  await page.locator('entity-form [role="alert"]').waitFor()
  assert.is(await page.locator('entity-form #reason').inputValue(), 'Просит наличными')
  await close()
})

inBrowser('reception puts money in and does nothing else with it', async () => {
  if (!stage) return
  const client = await someone()
  const { page, close } = await stage.enter('reception', { path: `clients/${client}?tab=wallet` })
  await page.getByRole('button', { name: 'Пополнить' }).waitFor()
  assert.is(await page.getByRole('button', { name: 'Вывести' }).count(), 0)
  assert.is(await page.getByRole('button', { name: 'Исправить' }).count(), 0)
  await close()
})

test.run()
