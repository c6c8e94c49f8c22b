import type { Page } from 'playwright-core'
import { makeClinic, type Clinic, type ClinicOptions } from '../../../server/src/test/clinic.ts'
import { visit, type Visit, type VisitOptions } from '../../../widget/src/test/browser.ts'
import { setStage, type Stage } from '../../../widget/src/test/stage.ts'

export type Role = 'owner' | 'admin' | 'reception' | 'specialist'

export interface PanelStage extends Stage {
  clinic: Clinic
  /** Somebody of this role, made when first asked for. */
  member(role: Role, specialistId?: number): Promise<{ email: string; password: string }>
  /** Opens the panel in a browser of its own, signed in as this role; without one at the door. */
  enter(role: Role | null, options?: EnterOptions): Promise<Visit>
}

export interface EnterOptions extends Partial<VisitOptions> {
  /** Where to, `clients`. */
  path?: string
  specialistId?: number
}

const password = 'a long password of staff'

/** The panel of a clinic of its own; null where there is no browser. */
export async function setPanel(
  options: ClinicOptions = { specialists: 2, workplaces: 2 },
  environment: Record<string, string> = {},
): Promise<PanelStage | null> {
  // The worker tells of what happens: without it nothing is live.
  const stage = await setStage({ ROLE: 'all', ...environment })
  if (!stage) return null
  const { server, browser } = stage
  const clinic = await makeClinic(server, options)
  const owner = server.as(clinic.owner)
  const made = new Map<string, Promise<unknown>>()

  async function member(role: Role, specialistId?: number) {
    const email = `${role}${specialistId ?? ''}@panel.test`
    const make = () =>
      owner.staff.create({
        email,
        password,
        role,
        name: `Сотрудник ${role}`,
        specialist_id: specialistId ?? null,
      })
    if (!made.has(email)) made.set(email, make())
    await made.get(email)
    return { email, password }
  }

  /** What a browser keeps of somebody who has signed in. */
  async function signedIn(role: Role, specialistId?: number) {
    const tokens = await server.as().auth.staff({
      organization: clinic.slug,
      ...(await member(role, specialistId)),
    })
    const localStorage = [{ name: 'zapis:staff', value: JSON.stringify(tokens) }]
    return { cookies: [], origins: [{ origin: new URL(server.url).origin, localStorage }] }
  }

  return {
    ...stage,
    clinic,
    member,
    async enter(role, { path = '', specialistId, ...given } = {}) {
      const opened = await visit(browser, {
        viewport: { width: 1440, height: 900 },
        ...(role ? { storageState: await signedIn(role, specialistId) } : {}),
        ...given,
        hosts: [new URL(server.url).host],
      })
      const { page } = opened
      // A busy machine is slow, not wrong.
      page.setDefaultTimeout(25_000)
      // What tsx compiles calls a helper that the page does not have.
      await page.addInitScript({ content: 'globalThis.__name ??= (made) => made' })
      const address = new URL(`/admin${path && `/${path}`}`, server.url)
      address.searchParams.set('clinic', clinic.slug)
      await page.goto(address.href)
      if (role) await page.locator('panel-frame main').waitFor()
      return opened
    },
  }
}

export async function signIn(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.locator('sign-in-form #email').fill(email)
  await page.locator('sign-in-form #password').fill(password)
  await page.locator('sign-in-form button.main').click()
}

/** Ends the session on the server, as an administrator or time would: the next call is refused. */
export async function endSession(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const kept = JSON.parse(localStorage.getItem('zapis:staff') ?? '{}') as Record<string, string>
    await fetch('/v1/auth/logout', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ refresh_token: kept['refresh_token'] }),
    })
    localStorage.setItem('zapis:staff', JSON.stringify({ ...kept, access_token: 'ended' }))
  })
}
