import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { until } from '../test/chat.ts'
import { openStage, signedIn } from '../test/stage.ts'

// With the worker: it is the server that finds the bot blocked.
const stage = await openStage({ specialists: 2, workplaces: 2 }, { ROLE: 'all' })
test.after(stage.close)
const { api, clinic } = stage
await stage.start()

test('who had blocked the bot and presses /start is written to in Telegram again', async () => {
  const anna = await signedIn(stage)
  const { data } = await clinic.admin.clients.list({ limit: 100 })
  const { id } = data.find(({ telegram_id }) => telegram_id === String(anna.id))!
  const told = async (time: string) => {
    const visit = await clinic.admin.appointments.create({
      location_id: clinic.locationId,
      service_id: clinic.serviceId,
      starts_at: clinic.at(time),
      client: { id },
    })
    let log: { template: string; status: string; channel: string }[] = []
    const isOver = () =>
      log.some(({ channel }) => channel !== 'telegram') ||
      log.some((one) => one.template === 'confirmed' && /^(sent|skipped)$/.test(one.status))
    for (let tries = 0; tries < 300 && !isOver(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50))
      log = (await clinic.admin.notifications.list({ appointment_id: visit.id })).data
    }
    return log.find(({ template }) => template === 'confirmed')?.status ?? 'nobody'
  }
  api.refuse = ({ method, body }) =>
    method === 'sendMessage' && Number(body['chat_id']) === anna.id
      ? { error_code: 403, description: 'Forbidden: bot was blocked by the user' }
      : undefined
  assert.is(await told('10:00'), 'skipped')
  api.refuse = null
  assert.is(await told('11:00'), 'nobody')
  await anna.says('/start')
  assert.is(await told('12:00'), 'sent')
  await until(
    () => anna.all().some(({ text }) => text.includes('Запись подтверждена')),
    'nothing was said',
  )
})

test.run()
