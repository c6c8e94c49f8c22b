import type { Page } from 'playwright-core'

type Said = [string, Record<string, unknown>][]

/** A messenger's phone app around the page: what its page tells it is kept. `proxy` is the name under which the page finds it. */
export async function appAround(page: Page, proxy: 'TelegramWebviewProxy' | 'WebViewHandler') {
  await page.addInitScript((name) => {
    const sent: Said = []
    const postEvent = (type: string, payload: string) =>
      void sent.push([type, JSON.parse(payload) as Record<string, unknown>])
    Object.assign(window, { sent, [name]: { postEvent } })
  }, proxy)
}

/** The last of what the page has told the app of this kind. */
export const lastTold = (page: Page, type: string) =>
  page.evaluate(
    (wanted) =>
      (Reflect.get(window, 'sent') as Said).filter(([each]) => each === wanted).at(-1)?.[1],
    type,
  )

/** As soon as it is told. */
export async function told(page: Page, type: string): Promise<Record<string, unknown>> {
  await page.waitForFunction(
    (wanted) => (Reflect.get(window, 'sent') as Said).some(([each]) => each === wanted),
    type,
  )
  return (await lastTold(page, type)) ?? {}
}
