import * as assert from 'uvu/assert'
import { anId, longMs, shortMs } from './store.ts'
import type { Contract } from './store.ts'

export const sessionsContract: Contract = {
  'a session rotates from generation to generation': async ({ ephemeral }) => {
    const { sessions } = ephemeral()
    const id = anId()
    await sessions.begin(id, 'staff:3', longMs)
    assert.is(await sessions.rotate(id, 1, longMs), 2)
    assert.is(await sessions.rotate(id, 2, longMs), 3)
    assert.is(await sessions.ended(id), false)
  },

  'a generation used twice ends the whole family': async ({ ephemeral }) => {
    const { sessions } = ephemeral()
    const id = anId()
    await sessions.begin(id, 'staff:3', longMs)
    assert.is(await sessions.rotate(id, 1, longMs), 2)
    assert.is(await sessions.rotate(id, 1, longMs), 'reused')
    assert.is(await sessions.ended(id), true)
    assert.not.type(await sessions.rotate(id, 2, longMs), 'number')
  },

  'of 10 who rotate one generation at the same moment one succeeds, and the family ends': async ({
    ephemeral,
  }) => {
    const { sessions } = ephemeral()
    const id = anId()
    await sessions.begin(id, 'client:12', longMs)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => sessions.rotate(id, 1, longMs)),
    )
    assert.is(answers.filter((answer) => answer === 2).length, 1)
    assert.is(answers.filter((answer) => answer === 'reused').length, 9)
    assert.is(await sessions.ended(id), true)
  },

  'an unknown session cannot rotate, but counts as not ended': async ({ ephemeral }) => {
    const { sessions } = ephemeral()
    assert.is(await sessions.rotate(anId(), 1, longMs), 'gone')
    assert.is(await sessions.ended(anId()), false)
  },

  'an ended session is known as ended, and neither rotates nor begins again': async ({
    ephemeral,
  }) => {
    const { sessions } = ephemeral()
    const id = anId()
    await sessions.begin(id, 'staff:3', longMs)
    await sessions.end(id)
    assert.is(await sessions.ended(id), true)
    assert.is(await sessions.rotate(id, 1, longMs), 'gone')
    await sessions.begin(id, 'staff:3', longMs)
    assert.is(await sessions.rotate(id, 1, longMs), 'gone')
  },

  'a session of which the store has not heard can be ended': async ({ ephemeral }) => {
    const { sessions } = ephemeral()
    const id = anId()
    await sessions.end(id)
    assert.is(await sessions.ended(id), true)
  },

  "every session of a subject ends together, rotated ones too, nobody else's": async ({
    ephemeral,
  }) => {
    const { sessions } = ephemeral()
    const [subject, mine, rotated, others] = [`staff:${anId()}`, anId(), anId(), anId()]
    await sessions.begin(mine, subject, longMs)
    await sessions.begin(rotated, subject, longMs)
    await sessions.rotate(rotated, 1, longMs)
    await sessions.begin(others, `staff:${anId()}`, longMs)
    await sessions.endAll(subject)
    await sessions.endAll(`staff:${anId()}`)
    const ended = [mine, rotated, others].map((id) => sessions.ended(id))
    assert.equal(await Promise.all(ended), [true, true, false])
    assert.is(await sessions.rotate(others, 1, longMs), 2)
  },

  'a session ends with its life, and each rotation gives it another': async ({
    ephemeral,
    elapse,
  }) => {
    const { sessions } = ephemeral()
    const [kept, left, subject] = [anId(), anId(), `client:${anId()}`]
    await sessions.begin(kept, subject, shortMs)
    await sessions.begin(left, subject, shortMs)
    await sessions.rotate(kept, 1, longMs)
    await elapse(shortMs + 20)
    assert.is(await sessions.rotate(left, 1, longMs), 'gone')
    assert.is(await sessions.rotate(kept, 2, longMs), 3)
    await sessions.endAll(subject)
    assert.is(await sessions.ended(kept), true)
  },
}
