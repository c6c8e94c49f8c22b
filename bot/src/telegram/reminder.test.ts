import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { until } from '../test/chat.ts'
import { openLiveStage } from '../test/live-stage.ts'
import { signedIn } from '../test/stage.ts'

const stage = await openLiveStage()
test.after(() => stage.close())
const { clinic, owner } = stage

const inMonth = new Date(Date.now() + 30 * 86_400_000)
const dayIn = (locale: string) =>
  inMonth.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: clinic.timeZone,
  })

for (const [language, words] of [
  [
    'ru',
    {
      book: `массаж ${dayIn('ru-RU')} в 10`,
      pay: /оплата на месте/,
      said: /Вы подтвердили, что придёте/,
    },
  ],
  [
    'en',
    {
      book: `массаж ${dayIn('en-GB')} at 12`,
      pay: /pay on site/,
      said: /You said that you are coming/,
    },
  ],
] as const)
  test(`${language}: from the wish to the reminder, whose button says that one is coming`, async () => {
    const chat = await signedIn(stage, language)
    await clinic.admin.locations.update(clinic.locationId, { policies: { horizon_days: 365 } })
    await chat.says(words.book)
    await chat.taps(/^1\d:/)
    await chat.taps(words.pay)
    const { data } = await clinic.admin.appointments.list({ sort: '-id', limit: 1 })
    const [visit] = data
    // Whatever the hour is.
    await clinic.admin.clients.updateNotificationPreferences(visit!.client_id!, {
      ...{ quiet_from: '00:00', quiet_to: '00:00' },
    })
    const due = async () => {
      const { rowCount } = await owner.query(
        `update notifications set send_at = now() where appointment_id = $1 and template = 'reminder_day'`,
        [visit!.id],
      )
      return rowCount ?? 0
    }
    for (let tries = 0; (await due()) === 0; tries++) {
      assert.ok(tries < 200, 'no reminder was planned')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    const reminder = () =>
      chat
        .all()
        .find(({ buttons }) =>
          buttons
            .flat()
            .some(({ callback_data }) => callback_data?.endsWith(`${visit!.id}:coming`)),
        )
    await until(() => reminder() !== undefined, 'nobody was reminded', 40_000)
    const { message_id, buttons } = reminder()!
    const coming = buttons.flat().find(({ callback_data }) => callback_data?.endsWith(':coming'))
    await chat.sends(coming?.callback_data ?? '', { messageId: message_id })
    const shown = chat.all().find((each) => each.message_id === message_id)
    assert.match(shown?.text ?? '', words.said)
    assert.ok((await clinic.admin.appointments.get(visit!.id)).acknowledged_at)
  })

test.run()
