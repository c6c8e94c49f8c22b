import type { Page } from 'playwright-core'

/** The steps of a booking as a visitor passes them, by what they read on the buttons. In Russian or English. */
export function walk(page: Page, host = 'booking-widget') {
  const widget = page.locator(host)
  const part = (name: string) => widget.locator(`[part~="${name}"]`)
  return {
    widget,
    part,
    /** One of the nearest times of the first view. */
    async pickNearest(): Promise<void> {
      await part('service').locator('[part~="slot"]').first().click()
      await part('form').waitFor()
    },
    async openService(at = 0): Promise<void> {
      await part('service-name').nth(at).click()
      await part('heading').waitFor()
    },
    async pickSpecialist(at = 0): Promise<void> {
      await part('specialist').nth(at).click()
      await part('slot').first().waitFor()
    },
    /** Of today little may be left. At the end of a month the next one has the days. */
    async anotherDay(at = 0): Promise<void> {
      const days = widget.locator('[data-date][aria-disabled="false"][aria-pressed="false"]')
      await days.or(part('turn')).first().waitFor()
      if ((await days.count()) <= at) {
        await part('turn').last().click()
        await days.nth(at).waitFor()
      }
      await days.nth(at).click()
    },
    async pickTime(at = 0): Promise<void> {
      await part('slot').nth(at).click()
      await part('form').waitFor()
    },
    async fill(phone = '+7 916 123-45-67'): Promise<void> {
      await widget.locator('#firstName').fill('Анна')
      await widget.locator('#phone').fill(phone)
      for (const consent of await part('consent').locator('input[required]').all())
        await consent.check()
    },
    async submit(): Promise<void> {
      await part('submit').last().click()
    },
    async held(): Promise<void> {
      await part('hold').locator('p').waitFor()
    },
    async booked(): Promise<void> {
      await part('ticket').waitFor()
    },
  }
}
