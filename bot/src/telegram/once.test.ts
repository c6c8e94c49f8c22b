import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { encode } from '../dialogue/step.ts'
import { until, type Chat } from '../test/chat.ts'
import { openStage, signedIn } from '../test/stage.ts'

const stage = await openStage({ specialists: 2, workplaces: 2 })
test.after(stage.close)
const { api, clinic } = stage
await stage.start()

const fromOf = ({ id }: Chat) => ({ id, is_bot: false, first_name: 'Анна', language_code: 'ru' })
const pressOf = (chat: Chat, id: string, data: string) => ({
  callback_query: {
    ...{ id, data, from: fromOf(chat), chat_instance: '1' },
    message: {
      ...{ message_id: chat.last().message_id, date: 1 },
      chat: { id: chat.id, type: 'private' },
    },
  },
})
const sentTo = ({ id }: Chat) =>
  api.calls.filter(({ method, body }) => method === 'sendMessage' && Number(body['chat_id']) === id)
const answersTo = (callbackId: string) =>
  api.calls.filter(
    ({ method, body }) =>
      method === 'answerCallbackQuery' && body['callback_query_id'] === callbackId,
  )

/** One person's updates are answered in their order: when this is, those before it are. */
async function allAnswered(chat: Chat): Promise<void> {
  const before = sentTo(chat).length
  await chat.says('/help')
  await until(() => sentTo(chat).length > before, 'the help was not sent')
}

test('a /start that is delivered ten times at once is answered once', async () => {
  const anna = stage.person()
  const update = {
    update_id: api.nextId(),
    message: {
      ...{ message_id: api.nextId(), date: 1, text: '/start', from: fromOf(anna) },
      chat: { id: anna.id, type: 'private' },
    },
  }
  for (let times = 0; times < 10; times++) api.push(update)
  await until(() => anna.all().length > 0, 'nothing was said')
  await allAnswered(anna)
  const greetings = sentTo(anna).filter(({ body }) => String(body['text']).includes('Здравствуйте'))
  assert.equal([greetings.length, sentTo(anna).length], [1, 2])
})

test('a pressed button that is delivered ten times at once is answered once', async () => {
  const anna = stage.person()
  await anna.says('/start')
  const data = anna.last().buttons.flat()[0]?.callback_data ?? ''
  const update = { update_id: api.nextId(), ...pressOf(anna, 'ten-presses', data) }
  for (let times = 0; times < 10; times++) api.push(update)
  await until(() => answersTo('ten-presses').length > 0, 'the button was not answered')
  await allAnswered(anna)
  assert.is(answersTo('ten-presses').length, 1)
})

test('one press of “buy” in ten updates, with money for ten, is one package and one debit', async () => {
  const price = 100_000
  const { id: packageId } = await clinic.admin.servicePackages.create({
    ...{ name: 'Пять массажей', service_id: clinic.serviceId, visits: 5, price },
  })
  const anna = await signedIn(stage)
  const { data } = await clinic.admin.clients.list({ limit: 100 })
  const { id } = data.find(({ telegram_id }) => telegram_id === String(anna.id))!
  await clinic.admin.clients.addTransaction(id, {
    ...{ type: 'deposit', amount: 10 * price, reason: 'Касса' },
  })
  const buy = encode({
    organizationId: clinic.organizationId,
    step: { screen: 'buy', id: packageId, method: 1, total: price },
  })
  for (let times = 0; times < 10; times++) api.push(pressOf(anna, 'one-purchase', buy))
  await until(() => answersTo('one-purchase').length >= 10, 'the button was not answered')
  await allAnswered(anna)
  assert.is((await clinic.admin.clients.packages(id)).data.length, 1)
  const { data: lines } = await clinic.admin.clients.transactions(id)
  assert.equal(
    lines.filter(({ type }) => type === 'payment').map(({ amount }) => amount.amount),
    [-price],
  )
})

test.run()
