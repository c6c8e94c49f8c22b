import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openAccount } from '../test/account-stage.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { enlargeText, unseen } from '../test/sight.ts'
import { setStage } from '../test/stage.ts'

const stage = await setStage()
test.after(() => stage?.close())

const looks = [
  { lang: 'ru', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { lang: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  { lang: 'ar', dir: 'rtl', forcedColors: 'active', viewport: { width: 320, height: 640 } },
] as const

async function lookedAt(look: (typeof looks)[number]): Promise<void> {
  if (!stage) return
  const account = await openAccount(stage, {
    ...look,
    head: '<style>body { margin: 0 }</style>',
    balance: 50_000,
    times: ['10:00', '12:00'],
  })
  const { page, part, clinic, complaints, close } = account
  const { admin } = clinic
  if ('dir' in look) await enlargeText(page)
  await admin.consentTexts.create({
    kind: 'marketing',
    version: '1',
    locale: 'ru',
    text: 'Текст',
  })
  const found: string[] = []
  const check = async (at: string) => {
    const seen = await hindrances(page, 'booking-account')
    // Pictures of every control take time: where there are the most kinds of them.
    if ('dir' in look && /^(cancelled|move|tab 3)$/.test(at))
      seen.push(...(await unseen(page, 'booking-account')))
    for (const each of seen) found.push(`${look.lang}, ${at}: ${each}`)
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
  await page.locator('#sign-in-contact').fill('nobody@clients.test')
  await part('submit').click()
  await page.locator('#sign-in-code').waitFor()
  await part('submit').click()
  await part('error').waitFor()
  await check('code')
  assert.equal(found, [])
  assert.equal(complaints, [])
  await close()
}

// All at once: most of the time one waits for the other's machine.
inBrowser(
  'nothing keeps anybody out of the account: by day, by night on a phone, from right to left in forced colours and letters twice as large',
  async () => {
    await Promise.all(looks.map(lookedAt))
  },
)

test.run()
