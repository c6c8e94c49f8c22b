import * as assert from 'uvu/assert'
import { anId, anOrganization, at, candidate, request, shortMs } from './store.ts'
import type { Contract } from './store.ts'

const overlap = { refused: 'overlap' }

export const holdEndsContract: Contract = {
  'a released hold frees its time, is known as released until its end, then lost': async ({
    ephemeral,
    elapse,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const hold = request(org, [candidate('10:00', '11:00', 1, 7)], { lifeMs: shortMs })
    await holds.take(hold)
    assert.is(await holds.state(org, hold.holdId), 'live')
    assert.is(await holds.release(org, hold.holdId), true)
    assert.is(await holds.release(org, hold.holdId), false)
    assert.is(await holds.state(org, hold.holdId), 'released')
    assert.equal(await holds.take(hold), overlap, 'given up, it is never taken again')
    assert.ok('taken' in (await holds.take(request(org, [candidate('10:00', '11:00', 1, 7)]))))
    await elapse(shortMs + 20)
    assert.is(await holds.state(org, hold.holdId), 'lost')
  },

  'a dropped hold frees its time and leaves no mark': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const hold = request(org, [candidate('10:00', '11:00', 1, 7)])
    await holds.take(hold)
    await holds.drop(org, hold.holdId)
    await holds.drop(org, anId())
    assert.is(await holds.state(org, hold.holdId), 'lost')
    assert.equal(await holds.touching(org, [1], [7]), [])
  },

  'a hold that nobody took is lost, and its release says so': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    assert.is(await holds.state(org, anId()), 'lost')
    assert.is(await holds.release(org, anId()), false)
  },

  'choosing another time gives the first one up in the same step, within the limit': async ({
    ephemeral,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const mine = { holder: 'client:12', limit: 1 }
    const first = request(org, [candidate('10:00', '11:00', 1, 7)], mine)
    await holds.take(first)
    const second = request(org, [candidate('10:30', '11:30', 1, 7)], {
      ...mine,
      replaces: first.holdId,
    })
    assert.ok('taken' in (await holds.take(second)))
    assert.is(await holds.state(org, first.holdId), 'released')
    const live = await holds.touching(org, [1], [])
    assert.equal(
      live.map((hold) => hold.holdId),
      [second.holdId],
    )
    assert.is(await holds.release(org, second.holdId), true)
    assert.ok('taken' in (await holds.take(request(org, [candidate('12:00', '13:00')], mine))))
  },

  'a refused change of time leaves the first hold as it was': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const first = request(org, [candidate('10:00', '11:00', 1)])
    await holds.take(first)
    await holds.take(request(org, [candidate('12:00', '13:00', 1)]))
    const change = { replaces: first.holdId }
    assert.equal(await holds.take(request(org, [candidate('12:30', '13:30', 1)], change)), overlap)
    assert.is(await holds.state(org, first.holdId), 'live')
    assert.equal(await holds.take(request(org, [candidate('10:30', '11:30', 1)])), overlap)
  },

  'a take asked again answers the same while it is live': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    await holds.take(request(org, [candidate('10:00', '11:00', 1)]))
    const hold = request(org, [candidate('10:00', '11:00', 1), candidate('10:00', '11:00', 2, 7)])
    const outcome = await holds.take(hold)
    assert.is('taken' in outcome && outcome.taken, 1)
    assert.equal(await holds.take(hold), outcome)
  },

  'who asks for the holds of some resources gets each live one once, with its facts': async ({
    ephemeral,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const both = request(org, [candidate('10:00', '11:00', 1, 7)], { holdId: `a:b:${anId()}` })
    const alone = request(org, [candidate('10:00', '11:00', 2)])
    const outcome = await holds.take(both)
    await holds.take(alone)
    await holds.take(request(org, [candidate('10:00', '11:00', 3, 9)]))
    const expiresAt = 'taken' in outcome ? outcome.expiresAt : 0
    const facts = { from: at('10:00'), to: at('11:00'), specialistId: 1, workplaceId: 7, expiresAt }
    assert.equal(await holds.touching(org, [1], [7]), [{ holdId: both.holdId, ...facts }])
    assert.equal(await holds.touching(org, [], [7]), [{ holdId: both.holdId, ...facts }])
    const [second] = await holds.touching(org, [2], [])
    assert.is(second?.holdId, alone.holdId)
    assert.is(second?.workplaceId, null)
    assert.equal(await holds.touching(org, [], []), [])
    assert.equal(await holds.touching(anOrganization(), [1, 2], [7]), [])
  },
}
