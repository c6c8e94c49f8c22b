import { endedMarkMs, type Sessions } from './ephemeral.ts'
import { lifeMap } from './life-map.ts'

/** Every method is one step: nothing is awaited inside. */
export function memorySessions(clock: () => number): { sessions: Sessions; sweep(): void } {
  const families = lifeMap<{ subject: string; generation: number }>(clock)
  const marks = lifeMap<'ended' | 'reused'>(clock)
  const finish = (sessionId: string, mark: 'ended' | 'reused') => {
    families.delete(sessionId)
    marks.set(sessionId, mark, clock() + endedMarkMs)
  }
  const sessions: Sessions = {
    begin: async (sessionId, subject, lifeMs) => {
      if (marks.get(sessionId)) return
      families.set(sessionId, { subject, generation: 1 }, clock() + lifeMs)
    },
    rotate: async (sessionId, generation, lifeMs) => {
      const mark = marks.get(sessionId)
      if (mark) return mark === 'reused' ? 'reused' : 'gone'
      const family = families.get(sessionId)
      if (!family) return 'gone'
      if (family.generation !== generation) {
        finish(sessionId, 'reused')
        return 'reused'
      }
      const next = generation + 1
      families.set(sessionId, { ...family, generation: next }, clock() + lifeMs)
      return next
    },
    end: async (sessionId) => finish(sessionId, 'ended'),
    endAll: async (subject) => {
      for (const [sessionId, family] of families.entries()) {
        if (family.subject === subject) finish(sessionId, 'ended')
      }
    },
    ended: async (sessionId) => marks.get(sessionId) !== undefined,
  }
  const sweep = () => {
    families.sweep()
    marks.sweep()
  }
  return { sessions, sweep }
}
