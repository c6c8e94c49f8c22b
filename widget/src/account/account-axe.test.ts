import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openAccount } from '../test/account-stage.ts'
import { barriers } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { setStage } from '../test/stage.ts'

const stage = await setStage()
test.after(() => stage?.close())

const looks = [
  { lang: 'ru', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { lang: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const

async function lookedAt(look: (typeof looks)[number]): Promise<void> {
  if (!stage) return
  const account = await openAccount(stage, {
    ...look,
    balance: 50_000,
    times: ['10:00', '12:00'],
  })
  const { page, part, clinic, complaints, close } = account
  const { admin } = clinic
  await admin.consentTexts.create({
    kind: 'marketing',
    version: '1',
    locale: 'ru',
    text: 'Текст',
  })
  const found: string[] = []
  const check = async (at: string) => {
    for (const barrier of await barriers(page, 'booking-account')) found.push(`${at}: ${barrier}`)
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    if (isWide) found.push(`${at}: wider than the screen`)
  }
  await part('visit').nth(1).waitFor()
  await check('visits')
  await part('move').first().click()
  await part('slot').first().click()
  await part('submit').waitFor()
  await check('move')
  await part('back').click()
  await part('cancel').first().click()
  await check('cancel')
  await part('submit').click()
  await part('past-visit').waitFor()
  await check('cancelled')
  await part('pay').click()
  await check('pay')
  await part('back').click()
  await part('top-up').click()
  await part('submit').click()
  await part('error').waitFor()
  await check('top-up')
  await part('back').click()
  for (const [at, shows] of ['past-visit', 'transaction', 'empty', 'consent'].entries()) {
    await part('tab').nth(at).click()
    await part(shows).first().waitFor()
    await check(`tab ${at}`)
  }
  await part('erase').click()
  await part('submit').click()
  await check('erase')
  await part('sign-out').click()
  await part('sign-in').waitFor()
  await check('signed out')
  assert.equal(found, [])
  assert.equal(complaints, [])
  await close()
}

// Both at once: most of the time one waits for the other's machine.
inBrowser(
  'axe finds nothing to mend in the account, by day in Russian and by night in English',
  async () => {
    await Promise.all(looks.map(lookedAt))
  },
)

test.run()
