import { randomUUID } from 'node:crypto'
import {
  versionFieldsMax,
  versionsLifeMs,
  type Ephemeral,
  type Notes,
  type Versions,
} from './ephemeral.ts'
import { lifeMap } from './life-map.ts'
import { memoryHolds } from './memory-holds.ts'
import { memorySessions } from './memory-sessions.ts'

const sweepMs = 30_000

/** For one process: what another process keeps is not seen. */
export function memoryEphemeral(clock: () => number = Date.now): Ephemeral {
  const { holds, sweep: sweepHolds } = memoryHolds(clock)
  const { sessions, sweep: sweepSessions } = memorySessions(clock)
  const { versions, sweep: sweepVersions } = memoryVersions(clock)
  const { notes, sweep: sweepNotes } = memoryNotes(clock)
  const sweeps = [sweepHolds, sweepSessions, sweepVersions, sweepNotes]
  const timer = setInterval(() => sweeps.forEach((sweep) => sweep()), sweepMs).unref()
  return {
    kind: 'memory',
    ready: async () => true,
    holds,
    sessions,
    versions,
    notes,
    ...memoryChannels(),
    close: async () => clearInterval(timer),
  }
}

function memoryVersions(clock: () => number): { versions: Versions; sweep(): void } {
  const organizations = lifeMap<{ epoch: string; fields: Map<string, string> }>(clock)
  const renew = (key: string, fields: Map<string, string>, epoch: string) => {
    const kept = { epoch, fields }
    organizations.set(key, kept, clock() + versionsLifeMs)
    return kept
  }
  const versions: Versions = {
    read: async (organizationId, names) => {
      const key = String(organizationId)
      const known = organizations.get(key)
      const { epoch, fields } = known ?? renew(key, new Map<string, string>(), randomUUID())
      return [epoch, ...names.map((name) => fields.get(name) ?? '0')]
    },
    bump: async (organizationId, names) => {
      const key = String(organizationId)
      const known = organizations.get(key)
      const kept = known && known.fields.size <= versionFieldsMax ? known : undefined
      const { epoch, fields } = kept ?? { epoch: randomUUID(), fields: new Map<string, string>() }
      renew(key, fields, epoch)
      for (const name of names) fields.set(name, randomUUID())
    },
  }
  return { versions, sweep: organizations.sweep }
}

function memoryNotes(clock: () => number): { notes: Notes; sweep(): void } {
  const kept = lifeMap<string>(clock)
  const notes: Notes = {
    get: async (key) => kept.get(key) ?? null,
    setIfAbsent: async (key, value, lifeMs) => {
      if (kept.get(key) !== undefined) return false
      kept.set(key, value, clock() + lifeMs)
      return true
    },
    set: async (key, value, lifeMs) => kept.set(key, value, clock() + lifeMs),
    delete: async (key) => void kept.delete(key),
  }
  return { notes, sweep: kept.sweep }
}

function memoryChannels(): Pick<Ephemeral, 'publish' | 'subscribe'> {
  const channels = new Map<string, Set<{ listener: (message: string) => void }>>()
  return {
    publish: async (channel, message) => {
      // As over a wire: the publisher neither waits for a listener nor meets what it throws.
      for (const entry of channels.get(channel) ?? []) setImmediate(entry.listener, message)
    },
    subscribe: async (channel, listener) => {
      const entry = { listener }
      const entries = channels.get(channel) ?? new Set()
      channels.set(channel, entries.add(entry))
      return async () => {
        entries.delete(entry)
        if (entries.size === 0 && channels.get(channel) === entries) channels.delete(channel)
      }
    },
  }
}
