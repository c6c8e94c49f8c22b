import type { Page } from 'playwright-core'

const SLOT = 36
const SLOT_MINUTES = 30

/** Where a time of a column is on the screen, of a calendar that begins at nine. */
export async function pointOf(page: Page, column: number, time: string) {
  const days = page.locator('day-calendar .ec-body .ec-day')
  await days.first().waitFor()
  const box = await days.nth(column).boundingBox()
  if (!box) throw new Error('no such column')
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const y = box.y + (((hours - 9) * 60 + minutes) / SLOT_MINUTES) * SLOT
  return { x: box.x + box.width / 2, y: y + 6 }
}

/** A visit’s block, with the point by which it is taken. */
export const visitBlock = (page: Page, id: number) => page.locator(`day-calendar .visit-${id}`)

/** Takes a visit by its head and drops its head at a time of a column. */
export async function drag(page: Page, id: number, column: number, time: string): Promise<void> {
  const block = visitBlock(page, id)
  await block.waitFor()
  const box = await block.boundingBox()
  if (!box) throw new Error('the visit is not shown')
  const to = await pointOf(page, column, time)
  await page.mouse.move(box.x + box.width / 2, box.y + 6)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + 16, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

/** Takes a visit by its lower edge and lets it go at a time of its column. */
export async function stretch(page: Page, id: number, column: number, time: string): Promise<void> {
  const block = visitBlock(page, id)
  await block.waitFor()
  const box = await block.boundingBox()
  if (!box) throw new Error('the visit is not shown')
  const to = await pointOf(page, column, time)
  const edge = box.y + box.height - 3
  await page.mouse.move(to.x, edge)
  await page.mouse.down()
  await page.mouse.move(to.x, edge + 8, { steps: 3 })
  await page.mouse.move(to.x, to.y - 8, { steps: 8 })
  await page.mouse.up()
}
