import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What keeps people out of an element, as it stands now; empty is good. */
export async function barriers(page: Page, element: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).include(element).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
