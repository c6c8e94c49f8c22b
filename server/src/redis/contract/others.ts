import { once, EventEmitter } from 'node:events'
import * as assert from 'uvu/assert'
import { versionFieldsMax } from '../ephemeral.ts'
import { anId, anOrganization, longMs, shortMs } from './store.ts'
import type { Contract } from './store.ts'

export const versionsContract: Contract = {
  'a bump changes the named fields of its organization, nothing else': async ({ ephemeral }) => {
    const { versions } = ephemeral()
    const org = anOrganization()
    const [epoch, ...before] = await versions.read(org, ['1:2027-01-11', '1:2027-01-12'])
    assert.equal(before, ['0', '0'])
    await versions.bump(org, ['1:2027-01-11', 'catalogue'])
    const [again, changed, same] = await versions.read(org, ['1:2027-01-11', '1:2027-01-12'])
    assert.is(again, epoch)
    assert.not.equal(changed, '0')
    assert.is(same, '0')
    await versions.bump(org, ['1:2027-01-11'])
    assert.not.equal((await versions.read(org, ['1:2027-01-11']))[1], changed)
    assert.equal((await versions.read(anOrganization(), ['catalogue']))[1], '0')
  },

  'all first readers see one epoch': async ({ ephemeral }) => {
    const { versions } = ephemeral()
    const org = anOrganization()
    const answers = await Promise.all(Array.from({ length: 10 }, () => versions.read(org, ['a'])))
    assert.is(new Set(answers.map(([epoch]) => epoch)).size, 1)
    assert.ok(answers[0]?.[0])
  },

  'a lost store begins a new epoch, so that no version of before matches': async ({
    ephemeral,
    lose,
  }) => {
    const org = anOrganization()
    await ephemeral().versions.bump(org, ['a'])
    const before = await ephemeral().versions.read(org, ['a'])
    await lose(org)
    await ephemeral().versions.bump(org, ['a'])
    const after = await ephemeral().versions.read(org, ['a'])
    assert.not.equal(after[0], before[0])
    assert.not.equal(after[1], before[1])
  },

  'an organization that would keep too many fields begins a new epoch': async ({ ephemeral }) => {
    const { versions } = ephemeral()
    const org = anOrganization()
    const [before] = await versions.read(org, [])
    await versions.bump(
      org,
      Array.from({ length: versionFieldsMax + 1 }, (_, index) => `${index}`),
    )
    await versions.bump(org, ['a'])
    const [after, first, last] = await versions.read(org, ['0', 'a'])
    assert.not.equal(after, before)
    assert.is(first, '0')
    assert.not.equal(last, '0')
  },
}

export const notesContract: Contract = {
  'a note is kept for its life, and the first of two stays': async ({ ephemeral, elapse }) => {
    const { notes } = ephemeral()
    const key = anId()
    assert.is(await notes.get(key), null)
    assert.is(await notes.setIfAbsent(key, 'first', shortMs), true)
    assert.is(await notes.setIfAbsent(key, 'second', longMs), false)
    assert.is(await notes.get(key), 'first')
    await elapse(shortMs + 20)
    assert.is(await notes.get(key), null)
    assert.is(await notes.setIfAbsent(key, 'second', longMs), true)
  },

  'a note can be overwritten and deleted': async ({ ephemeral }) => {
    const { notes } = ephemeral()
    const key = anId()
    await notes.set(key, 'first', longMs)
    await notes.set(key, '', longMs)
    assert.is(await notes.get(key), '')
    await notes.delete(key)
    assert.is(await notes.get(key), null)
  },
}

export const channelsContract: Contract = {
  'every subscriber of a channel hears its messages in order, until it leaves': async ({
    ephemeral,
  }) => {
    const store = ephemeral()
    const [channel, heard, left] = [anId(), new EventEmitter(), [] as string[]]
    const all: string[] = []
    const stop = await store.subscribe(channel, (message) => {
      all.push(message)
      heard.emit(message)
    })
    const leave = await store.subscribe(channel, (message) => left.push(message))
    const second = once(heard, '2')
    await store.publish(channel, '1')
    await store.publish(anId(), 'another channel')
    await store.publish(channel, '2')
    await second
    await leave()
    await leave()
    const third = once(heard, '3')
    await store.publish(channel, '3')
    await third
    await stop()
    assert.equal(all, ['1', '2', '3'])
    assert.equal(left, ['1', '2'])
  },

  'a channel that everybody left can be subscribed to again': async ({ ephemeral }) => {
    const store = ephemeral()
    const [channel, heard] = [anId(), new EventEmitter()]
    const leave = await store.subscribe(channel, () => undefined)
    const left = leave()
    const stop = await store.subscribe(channel, (message) => heard.emit(message))
    await left
    const answer = once(heard, 'hello')
    await store.publish(channel, 'hello')
    await answer
    await stop()
  },

  'the store is ready': async ({ ephemeral }) => {
    assert.is(await ephemeral().ready(), true)
  },
}
