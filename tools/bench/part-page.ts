import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { launch } from '../../widget/src/test/browser.ts'
import { buildBrowser } from '../build.ts'
import type { Options } from './options.ts'
import type { Program } from './programs.ts'
import { median } from './rounds.ts'

const STATIC =
  '<!doctype html><html lang="ru"><meta charset="utf-8"><title>.</title><p class="pill">10:00</p>'

/** From the navigation to the first free time on the clinic's site, by a browser that was never there, beside a page that is nothing but text. */
export async function measurePage(product: Program, options: Options): Promise<void> {
  const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
  if (!existsSync(chromium)) {
    console.log('\nThere is no Chromium: the first time shown is not measured.')
    return
  }
  await buildBrowser()
  const plain = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html').end(STATIC)
  }).listen(0, '127.0.0.1')
  const browser = await launch()
  try {
    const { port } = plain.address() as AddressInfo
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (let round = 0; round <= options.rounds; round++) {
      const pair = [await shown(browser, product.port), await shown(browser, port)]
      // The first of each warms the browser and the server.
      if (round === 0) continue
      ours.push(pair[0] ?? NaN)
      theirs.push(pair[1] ?? NaN)
    }
    console.log('\nThe first free time on the site, a new visitor, median')
    console.log(`${'the clinic’s site'.padEnd(46)}${median(ours).toFixed(0)} ms`)
    console.log(`${'a static page'.padEnd(46)}${median(theirs).toFixed(0)} ms`)
    const ratios = ours.map((each, round) => each / (theirs[round] ?? NaN))
    console.log(`${'ratio'.padEnd(46)}${median(ratios).toFixed(2)}`)
  } finally {
    await browser.close()
    plain.close()
  }
}

async function shown(browser: Browser, port: number): Promise<number> {
  const context = await browser.newContext({ locale: 'ru-RU', timezoneId: 'Europe/Moscow' })
  try {
    const page = await context.newPage()
    const begun = performance.now()
    await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' })
    await page.locator('.pill').first().waitFor()
    return performance.now() - begun
  } finally {
    await context.close()
  }
}
