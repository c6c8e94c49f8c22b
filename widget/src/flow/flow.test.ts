import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import type { Appointment, Hold } from '@zapis/sdk'
import * as flow from './flow.ts'
import type { Facts, Flow } from './flow.ts'

const money = { amount: 250_000, currency: 'RUB' }
const able = [1, 2, 3]
const facts: Facts = { choices: 10, able, methods: null }

function timeAt(hour: number): flow.Wanted {
  const starts_at = `2027-01-11T${String(hour).padStart(2, '0')}:00:00+03:00`
  return { starts_at, ends_at: starts_at, specialist_ids: [1], price: money }
}

function holdOf({ wanted, serviceId, specialistId }: Flow): Hold {
  return {
    ...{ hold: `hold_${wanted?.starts_at ?? ''}`, expires_at: '2027-01-01T00:00:00Z' },
    ...{ location_id: 1, service_id: serviceId ?? 1, specialist_id: specialistId || 1 },
    ...{ workplace_id: null, starts_at: wanted?.starts_at ?? '', ends_at: '', price: money },
  }
}

/** Everything that can happen to a booking, in any order. */
const moves: Record<string, (state: Flow, n: number) => Flow> = {
  place: (state, n) => flow.choosePlace(state, (n % 2) + 1),
  service: (state, n) => flow.chooseService(state, (n % 3) + 1, able),
  onlyOne: (state) => flow.chooseService(state, 4, [2]),
  specialist: (state, n) => flow.chooseSpecialist(state, n % 4),
  time: (state, n) => flow.chooseTime(state, timeAt(9 + (n % 9))),
  nearest: (state, n) => flow.chooseTime(state, timeAt(9 + (n % 9)), (n % 3) + 1),
  held: (state) => (state.wanted ? flow.hold(state, holdOf(state)) : state),
  taken: (state) => flow.loseTime(state, []),
  over: (state) => flow.endHold(state),
  pay: (state) => (state.step === 'contacts' ? flow.goToPayment(state) : state),
  back: (state) => {
    const step = flow.before(state, facts)
    return step ? flow.goTo(state, step) : state
  },
}

const history = fc.array(fc.tuple(fc.constantFrom(...Object.keys(moves)), fc.nat(50)), {
  maxLength: 40,
})

function play(happened: [string, number][], from: Flow): Flow {
  return happened.reduce((state, [name, n]) => moves[name]?.(state, n) ?? state, from)
}

test('whatever happens, what was typed stays', () => {
  fc.assert(
    fc.property(history, fc.string(), (happened, firstName) => {
      const typed = flow.type(flow.begin({}), { firstName, consents: ['personal_data'] }).typed
      assert.equal(play(happened, flow.begin({}, typed)).typed, typed)
    }),
  )
})

test('a held time is the wanted one, or one that was wanted before; a trouble ends with the next choice', () => {
  fc.assert(
    fc.property(history, (happened) => {
      const state = play(happened, flow.begin({ locationId: 1 }))
      if (state.trouble?.kind === 'taken') assert.is(state.wanted, null)
      const next = flow.chooseTime(state, timeAt(9), 1)
      assert.equal([next.trouble, next.wanted, next.held], [null, timeAt(9), state.held])
    }),
  )
})

test('what the page has chosen is never unchosen', () => {
  fc.assert(
    fc.property(history, (happened) => {
      // Its step is not shown on such a page.
      const possible = happened.filter(([name]) => name !== 'specialist')
      const state = play(possible, flow.begin({ specialistId: 2 }))
      assert.is(state.specialistId, 2)
    }),
  )
})

test('going back comes to the first step and stays there', () => {
  fc.assert(
    fc.property(history, (happened) => {
      let state = play(happened, flow.begin({}))
      for (let at = 0; at < 6; at++) state = moves.back?.(state, 0) ?? state
      assert.is(state.step, 'service')
    }),
  )
})

test('a step with one choice is skipped', () => {
  const one = flow.chooseService(flow.begin({ locationId: 1 }), 1, [7])
  assert.equal([one.step, one.specialistId], ['time', 7])
  const given = flow.chooseService(flow.begin({ specialistId: 2 }), 1, able)
  assert.equal([given.step, given.specialistId], ['time', 2])
  const facts = { choices: 1, able: [7], methods: ['on_site'] }
  assert.equal(flow.stepsOf(one, facts), ['time', 'contacts'])
  assert.is(flow.before(one, facts), null)
})

test('one of the nearest times goes straight to the contacts, with whoever is free', () => {
  const state = flow.chooseTime(flow.begin({}), timeAt(10), 3)
  assert.equal([state.step, state.serviceId, state.specialistId], ['contacts', 3, flow.ANYBODY])
})

test('the own held time is held until another is wanted, and does not get lost with another’s refusal', () => {
  const first = flow.chooseTime(flow.chooseService(flow.begin({}), 1, [1]), timeAt(10))
  const held = flow.hold(first, holdOf(first))
  assert.ok(flow.isHeld(held))
  const other = flow.chooseTime(held, timeAt(12))
  assert.not(flow.isHeld(other))
  const refused = flow.loseTime(other, [])
  assert.is(refused.held?.starts_at, timeAt(10).starts_at)
  assert.is(refused.trouble?.kind, 'taken')
  assert.is(flow.loseTime(held, []).held, null)
})

test('an ended hold keeps the wanted time, to be asked for again', () => {
  const first = flow.chooseTime(flow.chooseService(flow.begin({}), 1, [1]), timeAt(10))
  const over = flow.endHold(flow.hold(first, holdOf(first)))
  assert.equal([over.held, over.wanted?.starts_at], [null, timeAt(10).starts_at])
  assert.is(over.trouble?.kind, 'over')
})

test('who lost a time while paying goes on paying with another', () => {
  const paying = flow.goToPayment(
    flow.chooseTime(flow.chooseService(flow.begin({}), 1, [1]), timeAt(10)),
  )
  const lost = flow.loseTime(paying, [])
  assert.is(flow.chooseTime(lost, timeAt(11)).step, 'payment')
})

test('another booking remembers who it is, and not what it was for', () => {
  const typed = { firstName: 'Анна', note: 'Впервые', promo: 'SPRING' }
  const visit = { id: 1 } as unknown as Appointment
  const again = flow.startAgain(flow.finish(flow.type(flow.begin({}), typed), visit))
  assert.equal(
    [again.step, again.typed.firstName, again.typed.note, again.typed.promo, again.visit],
    ['service', 'Анна', '', '', null],
  )
})

test.run()
