import type { Page } from 'playwright-core'
import { makeClinic, type Clinic } from '../../../server/src/test/clinic.ts'
import { setStage, type Stage } from './stage.ts'
import { visit, type Visit, type VisitOptions } from './browser.ts'

export interface SiteStage extends Omit<Stage, 'open'> {
  clinic: Clinic
  /** Opens a page of the server's own. */
  go(
    path: string,
    options?: Partial<VisitOptions> & { before?: (page: Page) => Promise<unknown> },
  ): Promise<Visit>
}

/** The client site of a clinic with two services; null where there is no browser. */
export async function setSite(environment: Record<string, string> = {}): Promise<SiteStage | null> {
  const stage = await setStage(environment)
  if (!stage) return null
  const { server, browser } = stage
  const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
  await clinic.admin.organization.update({
    name: 'Клиника «Осанка»',
    branding: { about: 'Массаж и реабилитация', color: '#8a3324' },
  })
  await clinic.admin.locations.update(clinic.locationId, {
    city: 'Москва',
    address: 'ул. Арбат, 10',
    phone: '+74955550101',
  })
  await clinic.admin.services.create({
    name: 'Приём невролога',
    duration_min: 30,
    price: 350_000,
    workplace_ids: clinic.workplaceIds,
    specialists: clinic.specialistIds.map((specialist_id) => ({ specialist_id })),
  })
  return {
    ...stage,
    clinic,
    async go(path, { before, ...options } = {}) {
      const made = await visit(browser, { ...options, hosts: [new URL(server.url).host] })
      // What tsx compiles calls a helper that the page does not have.
      await made.page.addInitScript({ content: 'globalThis.__name ??= (made) => made' })
      await before?.(made.page)
      await made.page.goto(server.url + path)
      return made
    },
  }
}

/** From the first time on the page to the ticket, as a guest. */
export async function bookFirst(page: Page, phone = '+7 916 000-00-01'): Promise<void> {
  await page.locator('booking-widget .pill').first().click()
  await page.locator('booking-widget [name="firstName"]').fill('Мария')
  await page.locator('booking-widget [name="phone"]').fill(phone)
  await page.locator('booking-widget [part~="submit"]').click()
  // How to pay is asked next: on the spot is chosen already.
  await page.locator('booking-widget [name="method"]').first().waitFor()
  await page.locator('booking-widget [part~="submit"]').click()
  await page.locator('booking-widget [part~="ticket"]').waitFor()
}
