import type { Clinic } from '../dialogue/clinic.ts'
import type { Memory } from '../dialogue/turn.ts'
import type { Site } from './site.ts'
import { createVisitor, type Messenger } from './visitor.ts'
import type { Account } from './vouch.ts'

export interface Known {
  clinics: Clinic[]
  memory: Memory
}

/** Who wrote lately. Whom it forgets loses a held time at most: everything else is in the buttons and at the server. */
const MOST = 5000

export function createPeople(sites: readonly Site[], messenger: Messenger) {
  const people = new Map<string, Known>()
  return {
    of(account: Account, locale: 'ru' | 'en'): Known {
      const name = `${account.id} ${locale}`
      const known = people.get(name) ?? {
        clinics: sites.map((site) => createVisitor(site, messenger, account, locale)),
        memory: { organizationId: null, held: null, pending: null },
      }
      // The latest is last, so the first is the one to forget.
      people.delete(name)
      people.set(name, known)
      const [oldest] = people.keys()
      if (people.size > MOST && oldest !== undefined) people.delete(oldest)
      return known
    },
  }
}
