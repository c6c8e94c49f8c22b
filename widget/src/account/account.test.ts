import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Clinic } from '../../../server/src/test/clinic.ts'
import { openAccount, partOf, tagOf } from '../test/account-stage.ts'
import { inBrowser } from '../test/browser.ts'
import { setStage } from '../test/stage.ts'

const stage = await setStage({ SEED_DEMO: '1' })
test.after(() => stage?.close())

/** The clinic's day is some weeks ahead. */
async function openDay(page: Page, { day }: Clinic): Promise<void> {
  const date = page.locator(`booking-account [data-date="${day}"][aria-disabled="false"]`)
  const part = partOf(page, 'booking-account')
  await part('slot').first().waitFor()
  const months = Number(day.slice(5, 7)) - new Date().getMonth() - 1
  for (let turned = 0; turned < (months + 12) % 12; turned++) await part('turn').last().click()
  await date.click()
}

inBrowser('a client signs in by code, and out again', async () => {
  if (!stage) return
  const { page, complaints, close } = await stage.open(tagOf(stage, 'booking-account', 'pk_demo'))
  const part = partOf(page, 'booking-account')
  await page.locator('#sign-in-contact').fill('+7 916 555-00-01')
  await part('submit').click()
  await page.locator('#sign-in-code').waitFor()
  const shown = await part('sign-in').locator('[role=status]').innerText()
  await page.locator('#sign-in-code').fill(/\b\d{6}$/m.exec(shown)?.[0] ?? '')
  await part('submit').click()
  await part('empty').waitFor()
  assert.match(await part('balance').innerText(), /^0/)
  await part('sign-out').click()
  await part('sign-in').waitFor()
  assert.is(await part('notice').innerText(), 'Вы вышли.')
  assert.equal(complaints, [])
  await close()
})

inBrowser('a visit is moved to another time of the same service', async () => {
  if (!stage) return
  const { page, part, clinic, sdk, complaints, close } = await openAccount(stage)
  await part('move').click()
  await openDay(page, clinic)
  await part('slot').filter({ hasText: '15:30' }).click()
  await part('submit').click()
  await part('visit-time').filter({ hasText: '15:30' }).waitFor()
  assert.match(await part('notice').innerText(), '15:30')
  const [visit] = (await sdk.appointments.list({})).data
  assert.is(Date.parse(visit?.starts_at ?? ''), Date.parse(clinic.at('15:30')))
  assert.equal(complaints, [])
  await close()
})

inBrowser('a visit that was changed elsewhere is not moved over it', async () => {
  if (!stage) return
  const { page, part, clinic, sdk, close } = await openAccount(stage, { expected: /412/ })
  await part('move').click()
  await openDay(page, clinic)
  await part('slot').filter({ hasText: '15:30' }).click()
  const [visit] = (await sdk.appointments.list({})).data
  await sdk.appointments.reschedule(visit?.id ?? 0, { starts_at: clinic.at('12:00') })
  await part('submit').click()
  await part('notice').waitFor()
  assert.match(await part('notice').innerText(), 'только что изменили')
  assert.match(await part('page').innerText(), '12:00')
  const [now] = (await sdk.appointments.list({})).data
  assert.is(Date.parse(now?.starts_at ?? ''), Date.parse(clinic.at('12:00')))
  await close()
})

inBrowser('cancelling in time says that it is free, and is asked once', async () => {
  if (!stage) return
  const { part, sdk, complaints, close } = await openAccount(stage)
  await part('cancel').click()
  assert.match(await part('terms').innerText(), 'Отмена бесплатная до')
  await part('keep').click()
  assert.is((await sdk.appointments.list({})).data[0]?.status, 'confirmed')
  await part('cancel').click()
  await part('submit').click()
  await part('empty').waitFor()
  assert.match(await part('past-visit').innerText(), 'Отменён')
  assert.is((await sdk.appointments.list({})).data[0]?.status, 'cancelled')
  assert.equal(complaints, [])
  await close()
})

inBrowser('cancelling late says what is kept and what comes back, and so it is', async () => {
  if (!stage) return
  const { part, sdk, close } = await openAccount(stage, {
    balance: 300_000,
    policies: { cancel_before_min: 100_000, late_cancel: 'fee', late_cancel_fee_percent: 40 },
  })
  await part('pay').click()
  await part('pay-wallet').click()
  await part('notice').waitFor()
  assert.match(await part('balance').innerText(), /500/)
  await part('cancel').click()
  const terms = await part('terms').innerText()
  assert.match(terms, /удержит 1\s000/)
  assert.match(terms, /1\s500\s₽ вернём на баланс/)
  await part('submit').click()
  await part('empty').waitFor()
  assert.is((await sdk.me.wallet()).balance.amount, 50_000 + 150_000)
  assert.match(await part('balance').innerText(), /2\s000/)
  await close()
})

inBrowser('the ledger comes in pages, newest first', async () => {
  if (!stage) return
  const { part, clinic, person, close } = await openAccount(stage, { times: [] })
  for (let nth = 1; nth <= 12; nth++)
    await clinic.admin.clients.addTransaction(person.id, { type: 'deposit', amount: nth * 100 })
  await part('tab').nth(1).click()
  await part('transaction').nth(9).waitFor()
  assert.match(await part('transaction').first().innerText(), '+12')
  assert.is(await part('transaction').count(), 10)
  await part('more').click()
  await part('transaction').nth(11).waitFor()
  assert.match(await part('transaction').last().innerText(), '+1')
  await close()
})

inBrowser(
  'a balance is topped up by card, and what became of it is told on the way back',
  async () => {
    if (!stage) return
    const { page, part, close } = await openAccount(stage, { times: [] })
    await part('top-up').click()
    await part('submit').click()
    assert.match(await part('error').innerText(), 'больше нуля')
    await page.locator('#sum').fill('1 500,50')
    await part('submit').click()
    await page.locator('button[value="pay"]').click()
    await part('notice').waitFor()
    assert.match(await part('notice').innerText(), /пополнен на 1\s500,50/)
    assert.match(await part('balance').innerText(), /1\s500,50/)
    await part('top-up').click()
    await page.locator('#sum').fill('100')
    await part('submit').click()
    await page.locator('button[value="decline"]').click()
    await part('notice').waitFor()
    assert.match(await part('notice').innerText(), 'не прошла')
    await close()
  },
)

test.run()
