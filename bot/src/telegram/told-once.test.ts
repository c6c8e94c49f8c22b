import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Chat } from '../test/chat.ts'
import { openLiveStage } from '../test/live-stage.ts'
import { signedIn } from '../test/stage.ts'

// With the worker: it is the server that writes of what has happened, by the same bot.
const stage = await openLiveStage()
test.after(() => stage.close())
const { api, clinic, owner } = stage

/** Everything that has happened is told. */
async function allTold(): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ left: number }>(
      `select ((select count(*) from events where published_at is null)
         + (select count(*) from notifications where status = 'sending' or (status = 'pending' and template not like 'reminder%')))::integer as left`,
    )
    if (rows[0]?.left === 0) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** How often the chat was told so, in a message of its own or in place of one. */
const times = (chat: Chat, words: RegExp) =>
  api.calls.filter(
    ({ method, body }) =>
      /^(sendMessage|editMessageText)$/.test(method) &&
      Number(body['chat_id']) === chat.id &&
      words.test(String(body['text'])),
  ).length

test('who books, moves or cancels in the chat is told of it once each', async () => {
  const anna = await signedIn(stage)
  await anna.says('массаж послезавтра в 10')
  await anna.taps('10:00')
  await anna.taps(/оплата на месте/)
  await allTold()
  assert.is(times(anna, /Вы записаны|Запись подтверждена/), 1)
  await anna.taps(/Перенести/)
  // Today little may be left.
  await anna.taps(/^Завтра/)
  await anna.taps('12:00')
  await anna.taps(/Да, перенести/)
  await allTold()
  assert.is(times(anna, /Запись перенесена/), 1)
  await anna.taps(/Отменить/)
  await anna.taps(/Да, отменить/)
  await allTold()
  const [visit] = (await clinic.admin.appointments.list({ sort: '-id', limit: 1 })).data
  assert.is(visit?.status, 'cancelled')
  assert.is(times(anna, /Запись отменена/), 1)
  const { data } = await clinic.admin.notifications.list({ appointment_id: visit!.id })
  const said = data.filter(({ client_id, template }) => client_id && !/^reminder/.test(template))
  assert.equal(said, [])
})

test('what is booked elsewhere, or cancelled by the desk, is told in the chat as before', async () => {
  const anna = await signedIn(stage)
  const { data } = await clinic.admin.clients.list({ limit: 100 })
  const { id } = data.find(({ telegram_id }) => telegram_id === String(anna.id))!
  const visit = await clinic.admin.appointments.create({
    location_id: clinic.locationId,
    service_id: clinic.serviceId,
    starts_at: clinic.at('15:00'),
    client: { id },
  })
  await allTold()
  assert.is(times(anna, /Запись подтверждена/), 1)
  // Only the client says that they have been told.
  await clinic.admin.appointments.cancel(visit.id, { told_by: 'telegram' })
  await allTold()
  assert.is(times(anna, /Запись отменена/), 1)
})

test.run()
