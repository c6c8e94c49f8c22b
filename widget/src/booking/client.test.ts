import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { openMailbox } from '../../../server/src/identity/test/mailbox.ts'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { hindrances } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { setStage } from '../test/stage.ts'
import { walk } from '../test/walk.ts'

const mailbox = await openMailbox()
const stage = await setStage({ SMTP_URL: mailbox.url, MAIL_FROM: 'clinic@clinic.test' })
const clinic = stage ? await makeClinic(stage.server, { specialists: 2, workplaces: 2 }) : null
const email = 'olga@clients.test'
if (stage && clinic) {
  const { admin } = clinic
  const { id } = await admin.clients.create({ first_name: 'Ольга', last_name: 'Белова', email })
  await admin.clients.addDiscount(id, { discount_percent: 10, reason: 'Постоянный клиент' })
  await admin.clients.addTransaction(id, { type: 'deposit', amount: 1_000_000 })
  const kind = await admin.servicePackages.create({
    ...{ name: '5 массажей', service_id: clinic.serviceId, visits: 5, price: 900_000 },
  })
  await admin.clients.sellPackage(id, { package_id: kind.id, payment: { method: 'on_site' } })
  await admin.promoCodes.create({ code: 'SPRING', discount_percent: 20 })
}
test.after(async () => {
  await stage?.close()
  await mailbox.close()
})

inBrowser(
  'who signs in on the way sees their price, and pays from their package or balance',
  async () => {
    if (!stage || !clinic) return
    const { page, complaints, close } = await stage.open(stage.snippet(clinic.publishable), {
      expected: /Failed to load resource.*(401|422)/,
    })
    const { part, pickSpecialist, pickTime, held, submit, booked, widget } = walk(page)
    await pickSpecialist(1)
    await pickTime(0)
    await held()
    await part('sign-in-offer').locator('button').click()
    await widget.locator('#sign-in-contact').fill(email)
    await part('sign-in').locator('[part~="submit"]').click()
    await widget.locator('#sign-in-code').waitFor()
    assert.equal(await hindrances(page), [])
    await widget.locator('#sign-in-code').fill(await codeSent())
    await part('sign-in').locator('[part~="submit"]').click()
    await part('signed-in').waitFor()
    await submit()
    await part('method').nth(3).waitFor()
    assert.equal(
      await part('method')
        .locator('input')
        .evaluateAll((all) => all.map(({ id }) => id)),
      ['method-package', 'method-wallet', 'method-on_site', 'method-card'],
    )
    await widget.locator('#method-wallet').check()
    assert.match(await part('discount').innerText(), /10 %[^]*250/)
    await widget.locator('button[part="promo"]').click()
    await widget.locator('#promo').fill('nothing')
    await widget.locator('#promo').press('Enter')
    await part('error').waitFor()
    assert.equal(await hindrances(page), [])
    await widget.locator('#promo').fill('spring')
    await widget.locator('#promo').press('Enter')
    await part('discount').nth(1).waitFor()
    assert.match(await part('total').innerText(), /1\s800/)
    assert.equal(await hindrances(page), [])
    await submit()
    await booked()
    assert.match(await part('ticket').innerText(), /Оплачено 1\s800/)
    await part('another').click()
    await pickSpecialist(1)
    await pickTime(0)
    await held()
    await submit()
    await widget.locator('#method-package').check()
    await submit()
    await booked()
    assert.match(await part('ticket').innerText(), /пакет/)
    assert.equal(complaints, [])
    await close()
  },
)

async function codeSent(): Promise<string> {
  const { text } = await mailbox.next()
  return /\b\d{6}\b/.exec(text)?.[0] ?? ''
}

test.run()
