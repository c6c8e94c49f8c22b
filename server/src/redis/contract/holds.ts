import * as assert from 'uvu/assert'
import { anOrganization, candidate, request, shortMs } from './store.ts'
import type { Contract } from './store.ts'

const overlap = { refused: 'overlap' }

export const holdsContract: Contract = {
  'a hold bars every interval that overlaps it, not only its own start': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const first = await holds.take(request(org, [candidate('10:00', '11:00')]))
    assert.is('taken' in first && first.taken, 0)
    for (const [from, to] of [
      ['10:00', '11:00'],
      ['10:30', '11:30'],
      ['09:30', '10:01'],
      ['10:15', '10:30'],
      ['09:00', '12:00'],
    ] as const) {
      assert.equal(await holds.take(request(org, [candidate(from, to)])), overlap, `${from}-${to}`)
    }
  },

  'intervals that only touch do not overlap': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    for (const [from, to] of [
      ['10:00', '11:00'],
      ['11:00', '12:00'],
      ['09:00', '10:00'],
    ] as const) {
      const outcome = await holds.take(request(org, [candidate(from, to, 1, 7)]))
      assert.ok('taken' in outcome, `${from}-${to}`)
    }
  },

  'a specialist is held in every place at once, another specialist is not': async ({
    ephemeral,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    await holds.take(request(org, [candidate('10:00', '11:00', 1, 7)]))
    const elsewhere = request(org, [candidate('10:30', '11:30', 1, 8)])
    assert.equal(await holds.take(elsewhere), overlap)
    const another = await holds.take(request(org, [candidate('10:30', '11:30', 2, 8)]))
    assert.is('taken' in another && another.workplaceId, 8)
  },

  'a workplace is held for one specialist at a time': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    await holds.take(request(org, [candidate('10:00', '11:00', 1, 7)]))
    assert.equal(await holds.take(request(org, [candidate('10:30', '11:30', 2, 7)])), overlap)
  },

  'the first workplace that is free is taken': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const workplaces: (number | null | false)[] = []
    for (const specialistId of [1, 2, 3]) {
      const outcome = await holds.take(
        request(org, [candidate('10:00', '11:00', specialistId, 8, 7)]),
      )
      workplaces.push('taken' in outcome && outcome.workplaceId)
    }
    assert.equal(workplaces, [8, 7, false])
  },

  'the first candidate whose specialist and a workplace are free is taken': async ({
    ephemeral,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    await holds.take(request(org, [candidate('10:00', '11:00', 1)]))
    await holds.take(request(org, [candidate('10:00', '11:00', 9, 7)]))
    const wanted = [1, 2, 3].map((id) => candidate('10:00', '11:00', id, ...(id === 2 ? [7] : [8])))
    const outcome = await holds.take(request(org, wanted))
    assert.is('taken' in outcome && outcome.taken, 2)
    assert.is('taken' in outcome && outcome.workplaceId, 8)
  },

  'organizations do not bar each other, and no candidate is no hold': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const first = await holds.take(request(anOrganization(), [candidate('10:00', '11:00')]))
    const second = await holds.take(request(anOrganization(), [candidate('10:00', '11:00')]))
    assert.ok('taken' in first && 'taken' in second)
    assert.equal(await holds.take(request(anOrganization(), [])), overlap)
  },

  'of 200 who want one time at the same moment one gets it': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () =>
        holds.take(request(org, [candidate('10:00', '11:00', 1, 7)])),
      ),
    )
    assert.is(outcomes.filter((outcome) => 'taken' in outcome).length, 1)
    assert.is((await holds.touching(org, [1], [7])).length, 1)
  },

  'a holder has no more live holds than the limit, others are not counted': async ({
    ephemeral,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const mine = { holder: 'client:12', limit: 2 }
    const first = request(org, [candidate('08:00', '09:00')], mine)
    await holds.take(first)
    await holds.take(request(org, [candidate('09:00', '10:00')], mine))
    const third = () => holds.take(request(org, [candidate('10:00', '11:00')], mine))
    assert.equal(await third(), { refused: 'too_many' })
    assert.ok(
      'taken' in (await holds.take(request(org, [candidate('11:00', '12:00')], { limit: 2 }))),
    )
    await holds.release(org, first.holdId)
    assert.ok('taken' in (await third()))
  },

  'an expired hold bars nobody, is not counted and is lost': async ({ ephemeral, elapse }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const mine = { holder: 'client:12', limit: 1 }
    const short = request(org, [candidate('10:00', '11:00', 1, 7)], { ...mine, lifeMs: shortMs })
    await holds.take(short)
    await elapse(shortMs + 20)
    assert.is(await holds.state(org, short.holdId), 'lost')
    assert.equal(await holds.touching(org, [1], [7]), [])
    assert.is(await holds.release(org, short.holdId), false)
    assert.ok(
      'taken' in (await holds.take(request(org, [candidate('10:30', '11:30', 1, 7)], mine))),
    )
  },
}
