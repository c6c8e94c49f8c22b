import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { compileScript, parse } from 'vue/compiler-sfc'
import { makeClinic } from '../server/src/test/clinic.ts'
import { inBrowser } from '../widget/src/test/browser.ts'
import { setStage } from '../widget/src/test/stage.ts'
import { walk } from '../widget/src/test/walk.ts'

const stage = await setStage()
test.after(() => stage?.close())

/** What @vitejs/plugin-vue does for this one file. */
const vue: Plugin = {
  name: 'vue',
  setup({ onLoad }) {
    onLoad({ filter: /\.vue$/ }, async ({ path }) => {
      const { descriptor } = parse(await readFile(path, 'utf8'))
      const { content } = compileScript(descriptor, {
        id: path,
        inlineTemplate: true,
        templateOptions: {
          compilerOptions: { isCustomElement: (tag) => tag.startsWith('booking-') },
        },
      })
      return { contents: content, loader: 'ts' }
    })
  },
}

/** A page of somebody's own, as their tools would build it. */
async function bundle(source: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: source,
      loader: 'tsx',
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    },
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [vue],
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

/** `set` changes what the component is given. */
const sources = {
  react: `import { createRoot } from 'react-dom/client'
    import { Booking } from './react/booking.tsx'
    const root = createRoot(document.querySelector('#app'))
    globalThis.set = (props) => root.render(<Booking {...props} />)`,
  vue: `import { createApp, h, shallowRef } from 'vue'
    import Booking from './vue/Booking.vue'
    const props = shallowRef(null)
    createApp({ render: () => props.value && h(Booking, props.value) }).mount('#app')
    globalThis.set = (given) => (props.value = given)`,
}

const set = (page: Page, props: object) =>
  page.evaluate(
    (given) => (Reflect.get(globalThis, 'set') as (props: object) => void)(given),
    props,
  )

for (const [name, source] of Object.entries(sources))
  inBrowser(`the ${name} example books, hears of it, and passes on what changes`, async () => {
    if (!stage) return
    const { server } = stage
    const clinic = await makeClinic(server, { specialists: 2, workplaces: 2 })
    const { id: other } = await clinic.admin.services.create({
      name: 'Приём невролога',
      duration_min: 30,
      price: 350_000,
      workplace_ids: clinic.workplaceIds,
      specialists: [{ specialist_id: clinic.specialistIds[0] ?? 0 }],
    })
    const head = `<script type="module">${await bundle(source)}</script>`
    const { page, complaints, close } = await stage.open('<div id="app"></div>', { head })
    const given = { server: server.url, apiKey: clinic.publishable }
    await set(page, given)
    const { part, widget, pickNearest, fill, submit, booked } = walk(page)
    await part('service').nth(1).waitFor()
    assert.is(await widget.locator('p[slot="header"]').innerText(), 'Запишитесь, мы ждём вас')
    await set(page, { ...given, service: other })
    await part('service').waitFor({ state: 'detached' })
    await set(page, given)
    await part('service').nth(1).waitFor()
    await pickNearest()
    await fill()
    await submit()
    await part('method').first().waitFor()
    await submit()
    await booked()
    const [visited] = (await clinic.admin.appointments.list({})).data
    await page.getByText(`Запись № ${visited?.id} принята`).waitFor()
    assert.equal(complaints, [])
    await close()
  })

test.run()
