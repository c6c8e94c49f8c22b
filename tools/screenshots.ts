/** `npm run screenshots -- <folder>`: every step of the elements and every page of the site, on a phone and a desktop, light and dark, in both languages. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setStage, type Stage } from '../widget/src/test/stage.ts'
import { accountScenes } from './screenshots/account-scenes.ts'
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

async function shoot(stage: Stage, scene: Scene, { device, theme, lang }: Looks): Promise<void> {
  const name = `${scene.name}-${device}-${theme}-${lang}`
  if (!wanted.test(name)) return
  const { page, close } = await stage.open(scene.body?.(stage) ?? '', {
    lang,
    locale: lang === 'ru' ? 'ru-RU' : 'en-GB',
    colorScheme: theme,
    viewport: device === 'phone' ? { width: 390, height: 844 } : { width: 1280, height: 860 },
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
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
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
    for (const scene of [...scenes, ...troubleScenes, ...accountScenes, ...siteScenes])
      for (const look of looks) await shoot(stage, scene, look)
  } finally {
    await stage.close()
  }
} finally {
  await stores.stop()
}
