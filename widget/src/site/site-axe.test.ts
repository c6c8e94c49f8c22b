import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { barriers } from '../test/axe.ts'
import { inBrowser } from '../test/browser.ts'
import { setSite } from '../test/site-stage.ts'

const stage = await setSite()
test.after(() => stage?.close())
const phone = { viewport: { width: 390, height: 844 } }
const paths = ['/', '/?lang=en', '/offline', '/?clinic=nobody', '/docs/widget']

for (const colorScheme of ['light', 'dark'] as const)
  inBrowser(`axe finds nothing to mend on any page of ours, ${colorScheme}`, async () => {
    if (!stage) return
    const { page, close } = await stage.go('/', { colorScheme, ...phone, expected: /./ })
    const found: string[] = []
    for (const path of paths) {
      await page.goto(`${stage.server.url}${path}`)
      if (path === '/' || path.includes('lang'))
        await page.locator('booking-widget .pill').first().waitFor()
      for (const barrier of await barriers(page)) found.push(`${path} ${barrier}`)
    }
    assert.equal(found, [])
    await close()
  })

test.run()
