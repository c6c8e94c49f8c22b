import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { makeClinic } from '../../../server/src/test/clinic.ts'
import { inBrowser } from '../test/browser.ts'
import { cutOff } from '../test/sight.ts'
import { setStage } from '../test/stage.ts'
import { walk } from '../test/walk.ts'

const stage = await setStage()
test.after(() => stage?.close())

/** Markup, a word without a place to break it, writing that turns the rest around. */
const markup =
  '<img src=x onerror="window.broken=1">"><script>window.broken=1</script>${7*7}{{7*7}}'
const unbroken = 'Рентгеноэлектрокардиографического'.repeat(2)
const turned = '\u202Eтелефон\u202C \u2067עברית 12\u2069'

inBrowser(
  'names with markup, without a break, and turned around get through a booking as text',
  async () => {
    if (!stage) return
    const clinic = await makeClinic(stage.server, { specialists: 2, workplaces: 2 })
    const { admin, locationId, serviceId, specialistIds } = clinic
    await admin.locations.update(locationId, { name: unbroken, city: markup, address: turned })
    await admin.services.update(serviceId, {
      name: `${unbroken} ${markup}`.slice(0, 200),
      category: turned,
      description: markup,
      preparation: `${markup} ${unbroken}`,
    })
    for (const [at, name] of [unbroken, turned].entries())
      await admin.specialists.update(specialistIds[at] ?? 0, {
        first_name: name,
        last_name: markup.slice(0, 100),
        title: markup,
        bio: markup,
      })
    await admin.services.create({
      ...{ name: turned, category: markup, duration_min: 30, price: 100_000 },
      specialists: specialistIds.map((specialist_id) => ({ specialist_id })),
    })
    const { page, complaints, close } = await stage.open(stage.snippet(clinic.publishable), {
      viewport: { width: 320, height: 700 },
    })
    const { part, widget, pickSpecialist, pickTime, held, fill, submit, booked } = walk(page)
    const look = async (step: string) => {
      const seen = await page.evaluate(() => ({
        made: document
          .querySelector('booking-widget')
          ?.shadowRoot?.querySelectorAll('[onerror], script, [src="x"]').length,
        broken: 'broken' in globalThis,
      }))
      assert.equal(seen, { made: 0, broken: false }, step)
      assert.equal(await cutOff(page, 'booking-widget'), [], step)
    }
    await part('slot').first().waitFor()
    await look('services')
    const service = part('service-name').filter({ hasText: unbroken.slice(0, 30) })
    assert.match(await service.innerText(), '<img src=x')
    await service.click()
    await part('specialist').nth(2).waitFor()
    await look('specialists')
    await pickSpecialist(1)
    await look('times')
    await pickTime()
    await held()
    await fill()
    await widget.locator('#firstName').fill(turned.slice(0, 80))
    await look('contacts')
    await submit()
    await part('method').first().waitFor()
    await look('payment')
    await submit()
    await booked()
    await look('ticket')
    assert.equal(complaints, [])
    await close()
  },
)

test.run()
