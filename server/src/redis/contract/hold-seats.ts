import * as assert from 'uvu/assert'
import type { HoldCandidate } from '../ephemeral.ts'
import { anOrganization, candidate, request, shortMs } from './store.ts'
import type { Contract } from './store.ts'

const overlap = { refused: 'overlap' }

/** A seat of the session of specialist 1 at ten. */
function seat(free: number, ...workplaceIds: number[]): HoldCandidate {
  return {
    ...candidate('10:00', '11:00', 1, ...workplaceIds),
    seat: { session: '5.1.1.600', free },
  }
}

export const holdSeatsContract: Contract = {
  'as many hold seats of a session as it has free, and no more': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const first = request(org, [seat(3, 7)])
    assert.ok('taken' in (await holds.take(first)))
    for (let n = 0; n < 2; n++) assert.ok('taken' in (await holds.take(request(org, [seat(3, 7)]))))
    assert.equal(await holds.take(request(org, [seat(3, 7)])), overlap)
    assert.is(await holds.release(org, first.holdId), true)
    assert.ok('taken' in (await holds.take(request(org, [seat(3, 7)]))))
    // Somebody has become a visit since: fewer are free.
    await holds.release(org, (await holds.touching(org, [1], []))[0]?.holdId ?? '')
    assert.equal(await holds.take(request(org, [seat(2, 7)])), overlap)
  },

  'of 200 who want the three seats of a session at the same moment three get one': async ({
    ephemeral,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, () => holds.take(request(org, [seat(3, 7)]))),
    )
    assert.is(outcomes.filter((outcome) => 'taken' in outcome).length, 3)
    assert.is((await holds.touching(org, [1], [7])).length, 3)
  },

  'a held seat bars whoever wants the specialist or the room for anything else': async ({
    ephemeral,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    await holds.take(request(org, [seat(3, 7)]))
    const other = { session: '6.1.1.600', free: 9 }
    const later = { session: '5.1.1.630', free: 9 }
    const refused: HoldCandidate[] = [
      candidate('10:00', '11:00', 1, 7),
      candidate('10:30', '11:30', 1),
      candidate('10:00', '11:00', 2, 7),
      { ...seat(3, 7), seat: other },
      { ...candidate('10:30', '11:30', 1, 8), seat: later },
      { ...candidate('10:00', '11:00', 2, 7), seat: { session: '5.1.2.600', free: 3 } },
    ]
    for (const wanted of refused)
      assert.equal(await holds.take(request(org, [wanted])), overlap, JSON.stringify(wanted))
    assert.ok('taken' in (await holds.take(request(org, [candidate('11:00', '12:00', 1, 7)]))))
    assert.ok('taken' in (await holds.take(request(org, [candidate('10:00', '11:00', 2, 8)]))))
  },

  'any other hold of the specialist or of the room bars a seat': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    for (const other of [candidate('10:30', '11:30', 1), candidate('10:30', '11:30', 2, 7)]) {
      const org = anOrganization()
      await holds.take(request(org, [other]))
      assert.equal(await holds.take(request(org, [seat(3, 7)])), overlap)
    }
  },

  'seats of one session are in one room, if it can be there': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    await holds.take(request(org, [candidate('10:00', '11:00', 9, 7)]))
    const rooms: (number | null | false)[] = []
    for (const ids of [[7, 8], [6, 8], [9]]) {
      const outcome = await holds.take(request(org, [seat(5, ...ids)]))
      rooms.push('taken' in outcome && outcome.workplaceId)
    }
    assert.equal(rooms, [8, 8, 9])
    const nowhere = await holds.take(request(anOrganization(), [seat(5)]))
    assert.is('taken' in nowhere && nowhere.workplaceId, null)
  },

  'a full session is passed over for the next who is free': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    await holds.take(request(org, [seat(1, 7)]))
    const second = candidate('10:00', '11:00', 2, 7, 8)
    const outcome = await holds.take(request(org, [seat(1, 7), second]))
    assert.equal(
      ['taken' in outcome && outcome.taken, 'taken' in outcome && outcome.workplaceId],
      [1, 8],
    )
  },

  'changing one’s mind within a full session keeps the seat': async ({ ephemeral }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const mine = request(org, [seat(1, 7)], { holder: 'client:12', limit: 1 })
    await holds.take(mine)
    const again = { holder: 'client:12', limit: 1, replaces: mine.holdId }
    assert.ok('taken' in (await holds.take(request(org, [seat(1, 7)], again))))
    assert.is((await holds.touching(org, [1], [])).length, 1)
  },

  'who asks for live holds is told whose seat each one is, until it ends': async ({
    ephemeral,
    elapse,
  }) => {
    const { holds } = ephemeral()
    const org = anOrganization()
    const hold = request(org, [seat(3, 7)], { lifeMs: shortMs })
    await holds.take(hold)
    const [found] = await holds.touching(org, [], [7])
    assert.equal([found?.holdId, found?.session], [hold.holdId, '5.1.1.600'])
    await elapse(shortMs + 20)
    assert.equal(await holds.touching(org, [1], [7]), [])
    for (let n = 0; n < 3; n++) assert.ok('taken' in (await holds.take(request(org, [seat(3, 7)]))))
  },
}
