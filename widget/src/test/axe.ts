import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { cutOff, smallTargets } from './sight.ts'

/**
 * What keeps people out of an element, as it stands now; empty is good. Not by @axe-core/playwright, which opens one more page for every look
 * and takes ten times as long.
 */
export async function barriers(page: Page, element = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(async (include) => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe }
    const { violations } = await here.run({ include: [include] }, { resultTypes: ['violations'] })
    return violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }))
  }, element)
  return found.flatMap(({ id, html }) => html.map((each) => `${id}: ${each}`))
}

/** And what keeps them out that axe does not look for: targets under 44 px, what is cut off. */
export async function hindrances(page: Page, element = 'booking-widget'): Promise<string[]> {
  return [
    ...(await barriers(page, element.split(' ')[0])),
    ...(await smallTargets(page, element)),
    ...(await cutOff(page, element)),
  ]
}
