import type { Page } from 'playwright-core'
import { barriers } from '../../../widget/src/test/axe.ts'
import type { PanelStage } from './panel-stage.ts'
import { settled } from './typed.ts'

/** In both themes: the page stays, only its colours change. */
export async function look(page: Page, place: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const each of await barriers(page, 'panel-app'))
      found.push(`${place}, ${colorScheme}: ${each}`)
  }
  return found
}

/** What keeps people out of these pages, which an owner opens one after another. */
export async function barriersOf(stage: PanelStage, places: readonly string[]): Promise<string[]> {
  const { page, close } = await stage.enter('owner', { path: places[0] ?? '' })
  const found: string[] = []
  for (const place of places) {
    await page.goto(`${stage.server.url}/admin/${place}`)
    await page.locator('main h1').first().waitFor()
    await settled(page)
    found.push(...(await look(page, place)))
  }
  await close()
  return found
}
