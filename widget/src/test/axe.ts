import axe from 'axe-core'
import type { Page } from 'playwright-core'

/**
 * What keeps people out of an element, as it stands now; empty is good. Not by @axe-core/playwright, which opens one more page for every look
 * and takes ten times as long.
 */
export async function barriers(page: Page, element = 'html', exceptRules: string[] = []) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const rules = Object.fromEntries(exceptRules.map((rule) => [rule, { enabled: false }]))
  const found = await page.evaluate(
    async ({ include, rules }) => {
      const { axe: here } = globalThis as unknown as { axe: typeof axe }
      const { violations } = await here.run(
        { include: [include] },
        { rules, resultTypes: ['violations'] },
      )
      return violations.map(({ id, nodes }) => ({ id, html: nodes.map(({ html }) => html) }))
    },
    { include: element, rules },
  )
  return found.flatMap(({ id, html }) => html.map((each) => `${id}: ${each}`))
}
