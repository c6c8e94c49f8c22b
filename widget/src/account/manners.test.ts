import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { openAccount, partOf, tagOf } from '../test/account-stage.ts'
import { inBrowser } from '../test/browser.ts'
import { shiftsOf, watchShifts } from '../test/shifts.ts'
import { setStage } from '../test/stage.ts'

const stage = await setStage()
test.after(() => stage?.close())

inBrowser('nothing around the account is pushed, whoever is signed in', async () => {
  if (!stage) return
  for (const viewport of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    const { page, part, close } = await openAccount(stage, {
      viewport,
      times: ['10:00', '11:30', '13:00'],
      head: `<script>${watchShifts}</script>
      <style>booking-account { display: block; min-height: clamp(640px, 100svh, 1000px) }</style>`,
      around: '<p>Text</p>',
    })
    await part('visit').nth(2).waitFor()
    assert.equal(await shiftsOf(page), [])
    await close()
  }
})

inBrowser(
  'the tabs go by the keys of their pattern, and a step moves the focus to its heading',
  async () => {
    if (!stage) return
    const { page, part, close } = await openAccount(stage)
    const focused = () =>
      page.evaluate(() => {
        const inside = document.querySelector('booking-account')?.shadowRoot?.activeElement
        return inside?.id || inside?.localName
      })
    await part('tab').first().focus()
    await page.keyboard.press('ArrowLeft')
    await part('consent').or(part('export')).first().waitFor()
    assert.is(await focused(), 'tab-profile')
    await page.keyboard.press('Home')
    await part('visit').waitFor()
    assert.is(await focused(), 'tab-visits')
    await part('cancel').focus()
    await page.keyboard.press('Enter')
    await part('terms').waitFor()
    assert.is(await focused(), 'h2')
    await close()
  },
)

inBrowser('without the network it says so, and goes on when it is back', async () => {
  if (!stage) return
  const { page, part, close } = await openAccount(stage, { expected: /ERR_FAILED|Failed to load/ })
  await page.route('**/v1/**', (route) => route.abort())
  await part('tab').nth(1).click()
  await part('retry').waitFor({ timeout: 20_000 })
  assert.match(await part('notice').innerText(), 'Нет связи')
  await page.unroute('**/v1/**')
  await part('retry').click()
  await part('empty').waitFor()
  await close()
})

inBrowser(
  'under the published policy, Trusted Types in it and nothing else allowed, nothing is refused to any element',
  async () => {
    if (!stage) return
    const { contentPolicy } = await import('../content-policy.ts')
    const { origin } = new URL(stage.server.url)
    // Of the page's own: where this site has the module, and its icon.
    const policy = `default-src 'none'; ${contentPolicy(origin)}`
      .replace('script-src', `script-src ${stage.site}`)
      .replace('img-src', `img-src data: ${stage.site}`)
    const { publishable } = await makeClinic(stage.server)
    const body = ['account', 'packages', 'button']
      .map((name) => tagOf(stage, `booking-${name}`, publishable))
      .join('')
    const { page, complaints, close } = await stage.open(body, { policy })
    await partOf(page, 'booking-account')('sign-in').waitFor()
    await partOf(page, 'booking-packages')('empty').waitFor()
    await partOf(page, 'booking-button')('button').click()
    await partOf(page, 'booking-button')('slot').first().waitFor()
    assert.equal(complaints, [])
    await close()
  },
)

test.run()
