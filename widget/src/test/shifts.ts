import type { Page } from 'playwright-core'

/** Remembers every shift of the layout that no visitor caused. For the head of a page, or its first script. */
export const watchShifts = `globalThis.shifts=[];new PerformanceObserver(list=>{for(const{hadRecentInput,value,sources}of list.getEntries())if(!hadRecentInput)shifts.push(value.toFixed(4)+' '+sources.map(({node})=>node?.outerHTML?.slice(0,80)??node?.textContent))}).observe({type:'layout-shift',buffered:true})`

/** What has moved until now, once everything is painted; empty is good. */
export function shiftsOf(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve(Reflect.get(globalThis, 'shifts') as string[])),
        ),
      ),
  )
}

/** As over a slow line: the module comes when the page has been painted without it. */
export async function lateModule(page: Page): Promise<void> {
  await page.addInitScript(watchShifts)
  await page.route('**/widget/booking-widget.js', async (route) => {
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length)
    await route.continue()
  })
}
