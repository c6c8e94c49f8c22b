/** Draws the PNG icons of the client site from its SVG: `node --conditions=source --import tsx tools/icons.ts`. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { launch } from '../widget/src/test/browser.ts'

const folder = new URL('../widget/static/', import.meta.url)
const file = (name: string) => fileURLToPath(new URL(name, folder))
/** A mask may cut away everything outside of a circle of 80 %, and the corners are its own. */
const maskable = (svg: string) =>
  svg
    .replace('rx="116"', 'rx="0"')
    .replace('<path', '<g transform="translate(256 256) scale(.82) translate(-256 -256)"><path')
    .replace('</svg>', '</g></svg>')

const square = (svg: string) => svg.replace('rx="116"', 'rx="0"')

const svg = await readFile(file('icon.svg'), 'utf8')
const icons: [string, number, string][] = [
  ['icon-192.png', 192, svg],
  ['icon-512.png', 512, svg],
  ['icon-maskable-512.png', 512, maskable(svg)],
  ['apple-touch-icon.png', 180, square(svg)],
]
const browser = await launch()
for (const [name, size, drawing] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  )
  await page.screenshot({ path: file(name), omitBackground: true })
  await page.close()
}
await browser.close()
