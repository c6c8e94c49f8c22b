import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../../../widget/src/test/axe.ts'
import { inBrowser } from '../../../widget/src/test/browser.ts'
import { until } from '../test/day-clinic.ts'
import { setPanel } from '../test/panel-stage.ts'
import { settled } from '../test/typed.ts'

const stage = await setPanel()
test.after(() => stage?.close())

const named = (last_name: string, rest: object = {}) =>
  stage?.clinic.admin.clients.create({ first_name: 'Анна', last_name, ...rest })

inBrowser(
  'clients are chosen by conditions, the choice is in the address and survives a reload',
  async () => {
    if (!stage) return
    await named('Ежова', { tags: ['vip'], birth_date: '1990-05-17' })
    await named('Зимина', { tags: ['vip'], birth_date: '1990-06-17' })
    await named('Исаева', { birth_date: '1990-05-01' })
    const { page, complaints, close } = await stage.enter('reception', { path: 'clients' })
    const rows = page.locator('data-table tbody tr')
    await rows.filter({ hasText: 'Исаева' }).waitFor()

    await page.getByRole('button', { name: 'Фильтр' }).click()
    const add = page.getByLabel('Добавить условие')
    await add.selectOption('tag')
    await page.locator('[data-name="tag"] input').fill('vip')
    await page.locator('[data-name="tag"] input').press('Enter')
    await add.selectOption('birthMonth')
    await page.locator('[data-name="birthMonth"] select').selectOption('5')
    await page.waitForURL(/tag=vip.*birth_month=5/)
    await rows.filter({ hasText: 'Зимина' }).waitFor({ state: 'detached' })
    assert.is(await rows.count(), 1)

    await page.reload()
    await rows.filter({ hasText: 'Ежова' }).waitFor()
    assert.is(await rows.count(), 1)

    await page.getByLabel('Убрать условие: Месяц рождения').click()
    await rows.filter({ hasText: 'Зимина' }).waitFor()
    await page.goBack()
    assert.equal(complaints, [])
    await close()
  },
)

inBrowser('somebody is found while their name is typed, and Enter opens their card', async () => {
  if (!stage) return
  await named('Кириллова', { phone: '+79161234567' })
  const { page, close } = await stage.enter('reception', { path: 'clients' })
  await page.getByLabel('Имя, телефон или почта').fill('кирил')
  const row = page.locator('data-table tbody tr').filter({ hasText: 'Кириллова' })
  await row.waitFor()
  await row.press('Enter')
  await page.getByRole('heading', { name: 'Кириллова Анна' }).waitFor()
  await page.getByRole('link', { name: '+79161234567' }).waitFor()
  await close()
})

inBrowser('a duplicate is merged: what stays is shown first, and stays', async () => {
  if (!stage) return
  const { admin } = stage.clinic
  const kept = await named('Лапина', { phone: '+79160000001', tags: ['vip'] })
  await named('Лапина', { email: 'lapina@example.com', tags: ['спорт'] })
  const { page, close } = await stage.enter('owner', { path: `clients/${kept?.id}` })
  await page.getByRole('button', { name: 'Ещё' }).first().click()
  await page.getByRole('button', { name: 'Объединить с дублем' }).click()
  await page.locator('merge-dialog li button').click()
  await page.locator('merge-dialog td strong', { hasText: 'lapina@example.com' }).waitFor()
  await page.getByRole('button', { name: 'Объединить', exact: true }).click()
  await page.locator('confirm-dialog').getByRole('button', { name: 'Объединить' }).click()
  await page.getByText('Дубль объединён').waitFor()
  const merged = await admin.clients.get(kept?.id ?? 0)
  assert.equal(
    [merged.email, merged.phone, [...merged.tags].sort()],
    ['lapina@example.com', '+79160000001', ['vip', 'спорт']],
  )
  const known = await admin.clients.list({ search: 'lapina' })
  assert.equal(
    known.data.map(({ id }) => id),
    [kept?.id],
  )
  await close()
})

inBrowser('the desk says at a client’s word how to tell them', async () => {
  if (!stage) return
  const { admin } = stage.clinic
  const id = (await named('Мартынова', { email: 'martynova@example.com' }))?.id ?? 0
  await admin.clients.updateNotificationPreferences(id, { reminders: false })
  const { page, complaints, close } = await stage.enter('reception', {
    path: `clients/${id}?tab=messages`,
    expected: /412/,
  })
  const card = page.locator('telling-card')
  await card.getByText('как во всей клинике').waitFor()
  assert.is(await card.getByLabel('Напоминать').isChecked(), false)
  await card.getByLabel('Пуш').uncheck()
  await page.locator('toast-stack').getByText('Сохранено').last().waitFor()
  const [from, to] = [card.getByLabel('Не беспокоить с'), card.getByLabel('до', { exact: true })]
  await from.fill('20:00')
  await to.fill('10:00')
  await to.blur()
  await card.getByRole('button', { name: 'Как во всей клинике' }).waitFor()
  // Each key is a change of the time, and the last of them counts.
  await from.pressSequentially('0915AM')
  const [saved] = await Promise.all([
    page.waitForResponse((each) => each.request().method() === 'PATCH'),
    from.blur(),
  ])
  assert.is(saved.status(), 200)
  const set = await admin.clients.notificationPreferences(id)
  assert.equal([set.quiet_from, set.quiet_to], ['09:15', '10:00'])
  assert.equal(
    set.channels.find(({ channel }) => channel === 'webpush'),
    { channel: 'webpush', enabled: false },
  )
  await card.getByRole('button', { name: 'Как во всей клинике' }).click()
  await card.getByText('как во всей клинике').waitFor()
  // The card shows what was asked for before the server has it.
  await until(async () => (await admin.clients.notificationPreferences(id)).quiet_from === null)
  // Two before the first is answered: the second is over what the first one made.
  let answer = () => {}
  const both = new Promise<void>((done) => (answer = done))
  await page.route('**/notification-preferences', async (route) => {
    await both
    await route.continue()
  })
  await card.getByLabel('Напоминать').check()
  await card.getByLabel('Пуш').check()
  answer()
  await until(async () => {
    const { reminders, channels } = await admin.clients.notificationPreferences(id)
    return reminders && channels.every(({ channel, enabled }) => channel !== 'webpush' || enabled)
  })
  assert.equal(complaints, [])
  await admin.clients.updateNotificationPreferences(id, { reminders: false })
  await card.getByLabel('Пуш').uncheck()
  await until(async () => card.getByLabel('Пуш').isChecked())
  assert.is(await card.getByLabel('Напоминать').isChecked(), false, 'what holds is shown')
  await close()
})

inBrowser('personal data is erased only after the name is typed', async () => {
  if (!stage) return
  const { admin } = stage.clinic
  const client = await named('Миронова', { phone: '+79160000002' })
  const { page, close } = await stage.enter('owner', { path: `clients/${client?.id}` })
  await page.getByRole('button', { name: 'Ещё' }).first().click()
  await page.getByRole('button', { name: 'Стереть данные' }).click()
  const word = page.locator('erase-dialog #word')
  await word.fill('Миронов')
  await word.press('Enter')
  assert.is((await admin.clients.get(client?.id ?? 0)).erased_at, null)
  await word.fill('миронова анна')
  await word.press('Enter')
  await page.getByText('Личные данные удалены').waitFor()
  const erased = await admin.clients.get(client?.id ?? 0)
  assert.ok(erased.erased_at)
  assert.is(erased.phone, null)
  await close()
})

inBrowser('a specialist sees no money and no deeds that are not theirs', async () => {
  if (!stage) return
  const specialist = stage.clinic.specialistIds[0]
  const { page, close } = await stage.enter('specialist', {
    path: 'clients',
    ...(specialist === undefined ? {} : { specialistId: specialist }),
  })
  await page.getByRole('heading', { name: 'Клиенты' }).waitFor()
  assert.is(await page.getByRole('link', { name: 'Деньги' }).count(), 0)
  assert.is(await page.getByRole('link', { name: 'Импорт' }).count(), 0)
  await close()
})

for (const colorScheme of ['light', 'dark'] as const)
  inBrowser(`axe finds nothing to mend in the list and on the card, ${colorScheme}`, async () => {
    if (!stage) return
    const client = await named('Носова', { tags: ['vip'], notes: 'Любит тишину' })
    const { page, close } = await stage.enter('owner', {
      colorScheme,
      path: 'clients?tag=vip&visits_from=0',
    })
    await page.locator('data-table tbody tr.pressable').first().waitFor()
    assert.equal(await barriers(page, 'panel-app'), [])
    for (const tab of ['visits', 'wallet', 'packages', 'discounts', 'consents', 'messages']) {
      await page.goto(`${stage.server.url}/admin/clients/${client?.id}?tab=${tab}`)
      await page.locator(`[role="tab"][aria-selected="true"]`).waitFor()
      await settled(page)
      assert.equal(await barriers(page, 'panel-app'), [], tab)
    }
    await close()
  })

test.run()
