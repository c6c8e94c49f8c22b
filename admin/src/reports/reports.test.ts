import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { secretKey, signIns } from '../../../server/src/demo/sign-ins.ts'
import { inBrowser, visit, type VisitOptions } from '../../../widget/src/test/browser.ts'
import { setStage } from '../../../widget/src/test/stage.ts'
import { dateIn } from '../../../widget/src/texts/calendar.ts'
import { signIn } from '../test/panel-stage.ts'
import { comparedWith, periodOf, type Period } from './period.ts'

const stage = await setStage({ SEED_DEMO: '1' })
test.after(() => stage?.close())

/** The demo’s owner at a report. */
async function open(path: string, options: Partial<VisitOptions> = {}) {
  if (!stage) throw new Error('no browser')
  const { server, browser } = stage
  const opened = await visit(browser, {
    viewport: { width: 1440, height: 900 },
    ...options,
    hosts: [new URL(server.url).host],
  })
  // A busy machine is slow, not wrong.
  opened.page.setDefaultTimeout(25_000)
  await opened.page.goto(`${server.url}/admin/${path}`)
  const [owner] = signIns
  if (owner) await signIn(opened.page, owner)
  await opened.page.locator('report-view').waitFor()
  return opened
}

/** The visits that begin in a period, each by the clock of its branch: added up by hand. */
async function booked({ from, to }: Period) {
  if (!stage) throw new Error('no browser')
  const api = stage.server.as(secretKey)
  const zones = new Map(
    (await api.locations.list({ archived: true }).toArray()).map((each) => [
      each.id,
      each.time_zone,
    ]),
  )
  const visits = await api.appointments.list({ limit: 100 }).toArray()
  const within = visits.filter(({ starts_at, location_id }) => {
    const date = dateIn(starts_at, zones.get(location_id) ?? 'UTC')
    return date >= from && date <= to
  })
  const sum = (of: typeof visits) => of.reduce((total, each) => total + each.total.amount, 0)
  const of = (...statuses: string[]) => within.filter(({ status }) => statuses.includes(status))
  return {
    sold: sum(of('pending', 'confirmed', 'arrived', 'completed', 'no_show')),
    given: sum(of('completed')),
    noShow: of('no_show').length,
  }
}

const figure = async (page: Page, name: string) =>
  Number(
    (await page.locator(`[data-figure="${name}"]`).innerText())
      .replace(/[^\d,-]/g, '')
      .replace(',', '.'),
  )

inBrowser('a report says what the visits add up to, and what they did before', async () => {
  const period = periodOf('lastMonth', dateIn(Date.now(), 'Europe/Moscow'))
  const now = await booked(period)
  const before = await booked(comparedWith(period, 'before'))
  assert.ok(now.sold > 0 && before.sold > 0)
  const { page, complaints, close } = await open('reports/revenue?period=lastMonth&compare=before')
  assert.is((await figure(page, 'sold')) * 100, now.sold)
  assert.is((await figure(page, 'given')) * 100, now.given)
  const said = await page.locator('report-view dl > div', { hasText: 'Продано' }).innerText()
  const was = /было ([\d\s,]+)/.exec(said)?.[1]?.replace(/\s/g, '').replace(',', '.')
  assert.is(Math.round(Number(was) * 100), before.sold)
  await page.locator('figures-chart canvas').waitFor()

  await page.getByRole('combobox', { name: 'По', exact: true }).selectOption('location')
  await page.locator('report-view').getByRole('cell', { name: 'Осанка' }).first().waitFor()
  const [net = [], sold = []] = await page.locator('figures-chart').evaluate(columnsOfTones)
  assert.ok(net.length > 0 && sold.length > 0)
  assert.equal(
    net.filter((column) => sold.includes(column)),
    [],
    'bars one behind another',
  )

  await page.getByRole('tab', { name: 'Отмены и неявки' }).click()
  await page.locator('[data-figure="no_show"]').waitFor()
  assert.is(await figure(page, 'no_show'), now.noShow)
  assert.equal(complaints, [])
  await close()
})

/** In which columns of its picture the chart has the colour of each figure, as its legend shows it. */
function columnsOfTones({ shadowRoot }: Element): number[][] {
  const canvas = shadowRoot?.querySelector('canvas')
  const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  const brush = document.createElement('canvas').getContext('2d')
  if (!pixels || !brush) throw new Error('no picture')
  const seen = new Uint32Array(pixels.data.buffer)
  return [...(shadowRoot?.querySelectorAll('li i') ?? [])].map((mark) => {
    brush.fillStyle = getComputedStyle(mark).borderTopColor
    brush.fillRect(0, 0, 1, 1)
    const [tone] = new Uint32Array(brush.getImageData(0, 0, 1, 1).data.buffer)
    const columns = new Set<number>()
    seen.forEach((each, at) => {
      if (each === tone) columns.add(at % pixels.width)
    })
    return [...columns]
  })
}

inBrowser('the table is had as a file, money in major units', async () => {
  const { page, close } = await open('reports/revenue?period=lastMonth&group=month')
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать CSV' }).first().click(),
  ])
  const lines = (await readFile(await saved.path(), 'utf8')).replaceAll('\ufeff', '').trim()
  const [head = '', row = ''] = lines.split('\r\n')
  const sold = row.split(',')[head.split(',').findIndex((name) => /Продано/.test(name))]
  assert.is(Number(sold), await figure(page, 'sold'))
  await close()
})

inBrowser('what is compared stands beside in the table and in the file', async () => {
  const { page, close } = await open('reports/revenue?period=lastMonth&group=month&compare=before')
  await page.locator('report-view tbody').getByText('было').first().waitFor()
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать CSV' }).first().click(),
  ])
  const text = await readFile(await saved.path(), 'utf8')
  const [head = '', first = ''] = text.split('\r\n')
  assert.match(head, /Получено,"Получено, раньше"/)
  assert.is(first.split(',').length, head.split(/,(?! )/).length)
  await close()
})

inBrowser('the busiest hour is the darkest, and every hour says its share', async () => {
  const { page, close } = await open('reports/utilization?period=quarter')
  const cells = page.locator('heat-map td[class^="shade"]')
  const darkest = page.locator('heat-map td.shade10').first()
  const share = (text: string) => Number(text.replace(/[^\d,]/g, '').replace(',', '.'))
  const shares = (await cells.allInnerTexts()).map(share)
  assert.is(share(await darkest.innerText()), Math.max(...shares))

  await page
    .getByRole('combobox', { name: 'По', exact: true })
    .selectOption('workplace_weekday_hour')
  const rooms = await stage?.server.as(secretKey).workplaces.list({ limit: 1 })
  const name = rooms?.data[0]?.name
  assert.ok(name)
  const ofRoom = page.locator('heat-map tbody').filter({ hasText: name }).first()
  await ofRoom.waitFor()
  assert.is(await ofRoom.locator('tr').count(), 8)
  assert.ok((await ofRoom.locator('td[class^="shade"]').count()) > 0)
  await close()
})

test.run()
