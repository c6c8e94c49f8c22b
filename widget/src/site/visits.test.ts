import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { isNews, messageOf } from './told.ts'
import { forgetVisit, forgetVisits, keepVisit, keptVisits, type KeptVisit } from './visits.ts'

const now = Date.parse('2027-01-11T12:00:00Z')
const visit = (code: string, day: string): KeptVisit => ({
  code,
  starts_at: `2027-01-${day}T10:00:00+03:00`,
  ends_at: `2027-01-${day}T11:00:00+03:00`,
  time_zone: 'Europe/Moscow',
  place: 'Клиника',
  address: 'ул. Арбат, 10',
  phone: null,
  service: 'Массаж',
})

function storage(text: string | null = null) {
  let kept = text
  return { getItem: () => kept, setItem: (_: string, value: string) => void (kept = value) }
}

test('the next visit comes first, and what is over is not shown', () => {
  const store = storage()
  for (const [code, day] of [
    ['c', '20'],
    ['a', '10'],
    ['b', '12'],
  ] as const)
    keepVisit(store, visit(code, day), now)
  assert.equal(
    keptVisits(store, now).map(({ code }) => code),
    ['b', 'c'],
  )
})

test('a visit that was moved is kept once, as it is now', () => {
  const store = storage()
  keepVisit(store, visit('a', '12'), now)
  keepVisit(store, visit('a', '15'), now)
  assert.equal(
    keptVisits(store, now).map(({ starts_at }) => starts_at.slice(8, 10)),
    ['15'],
  )
  forgetVisit(store, 'a')
  assert.equal(keptVisits(store, now), [])
})

test('who signs out leaves no visits behind', () => {
  const store = storage()
  keepVisit(store, visit('a', '12'), now)
  forgetVisits(store)
  assert.equal(keptVisits(store, now), [])
})

test('what somebody else has written there breaks nothing', () => {
  const odd = { ...visit('a', '12'), time_zone: 'Mars/Olympus' }
  for (const text of ['{', 'null', '{"a":1}', '[1,null,{}]', JSON.stringify([odd])])
    assert.equal(keptVisits(storage(text), now), [], text)
})

test('a push that comes twice is news once', async () => {
  let kept: Response | undefined
  const cache = {
    match: async () => kept?.clone(),
    put: async (_: unknown, response: Response) => void (kept = response),
  }
  assert.equal(
    [await isNews(cache, '1-7'), await isNews(cache, '1-8'), await isNews(cache, '1-7')],
    [true, true, false],
  )
})

test('a message is read as the server writes it, and anything else is none', () => {
  const text = JSON.stringify({
    web_push: 8030,
    notification: {
      title: 'Запись подтверждена',
      body: 'вт, 12 января',
      lang: 'ru',
      tag: 'visit-1-7',
      navigate: 'https://zapis.example/manage/abc',
      data: { event: '1-7' },
    },
  })
  assert.equal(messageOf(text), {
    title: 'Запись подтверждена',
    body: 'вт, 12 января',
    lang: 'ru',
    tag: 'visit-1-7',
    navigate: 'https://zapis.example/manage/abc',
    event: '1-7',
  })
  for (const none of ['', 'hello', '{}', '{"notification":{"title":1}}', '[]'])
    assert.is(messageOf(none), null)
})

test.run()
