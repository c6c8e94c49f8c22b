/** `npm run screenshots -- <folder>`: every step of the elements, every page of the site and of the panel, on a phone and a desktop, light and dark, in both languages. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { setStage, type Stage } from '../widget/src/test/stage.ts'
import { accountScenes } from './screenshots/account-scenes.ts'
import { panelScenes, staffState } from './screenshots/panel-scenes.ts'
import { scenes, type Scene } from './screenshots/scenes.ts'
import { siteScenes } from './screenshots/site-scenes.ts'
import { troubleScenes } from './screenshots/trouble-scenes.ts'
import { startStores } from './test-stores.ts'

const folder = path.resolve(process.argv[2] ?? 'screenshots')
const wanted = new RegExp(process.argv[3] ?? '')

interface Looks {
  device: 'phone' | 'desktop'
  theme: 'light' | 'dark'
  lang: 'ru' | 'en'
}

const looks: Looks[] = (['desktop', 'phone'] as const).flatMap((device) =>
  (['light', 'dark'] as const).flatMap((theme) =>
    (['ru', 'en'] as const).map((lang) => ({ device, theme, lang })),
  ),
)

/** Whoever works at a desk has a wider screen than who comes by. */
function viewportOf({ name }: Scene, device: Looks['device']) {
  if (device === 'phone') return { width: 390, height: 844 }
  return name.startsWith('panel-') ? { width: 1440, height: 900 } : { width: 1280, height: 860 }
}

/** In the panel it is not the document that is scrolled. */
async function heightOf(page: Page): Promise<number> {
  const hidden = await page
    .locator('panel-frame main')
    .evaluateAll(([main]) => (main ? main.scrollHeight - main.clientHeight : 0))
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  return height + hidden
}

async function shoot(stage: Stage, scene: Scene, { device, theme, lang }: Looks): Promise<void> {
  const name = `${scene.name}-${device}-${theme}-${lang}`
  if (!wanted.test(name)) return
  const { page, close } = await stage.open(scene.body?.(stage) ?? '', {
    lang,
    locale: lang === 'ru' ? 'ru-RU' : 'en-GB',
    colorScheme: theme,
    viewport: viewportOf(scene, device),
    ...(scene.isStaff ? { storageState: await staffState(stage) } : {}),
    head: `<link rel="stylesheet" href="/frame.css">`,
    clock: scene.clock ?? false,
  })
  try {
    if (scene.path) {
      const url = new URL(await scene.path(stage), stage.server.url)
      url.searchParams.set('lang', lang)
      await page.goto(url.href)
    }
    await scene.act(page, stage)
    // Letters and photos are there; nothing moves, as these visitors want it.
    await page.evaluate(() => document.fonts.ready)
    // What sticks to an edge of the screen stands at the end of the picture.
    const height = await heightOf(page)
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height })
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
    console.log(name)
  } catch (error) {
    await page.screenshot({ path: path.join(folder, `${name}-FAILED.png`), fullPage: true })
    console.error(`${name}: ${String(error)}`)
    process.exitCode = 1
  } finally {
    // Whoever leaves the page gives their time back: nobody may hold more than three.
    await page.unrouteAll()
    await page.goto('about:blank')
    await close()
  }
}

await mkdir(folder, { recursive: true })
const stores = await startStores()
Object.assign(process.env, stores.environment)
try {
  const stage = await setStage({ SEED_DEMO: '1' })
  if (!stage) throw new Error('There is no chromium: set CHROMIUM to its path.')
  try {
    for (const scene of [
      ...scenes,
      ...troubleScenes,
      ...accountScenes,
      ...siteScenes,
      ...panelScenes,
    ])
      for (const look of looks) await shoot(stage, scene, look)
  } finally {
    await stage.close()
  }
} finally {
  await stores.stop()
}
