import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createPeople } from './clinics/people.ts'
import type { Site } from './clinics/site.ts'
import type { Messenger } from './clinics/visitor.ts'
import type { Account } from './clinics/vouch.ts'
import { answer } from './dialogue/answer.ts'
import type { Input, Person, Reply } from './dialogue/reply.ts'
import { keyOf } from './key.ts'
import { createLanes } from './lanes.ts'
import { createSeen } from './seen.ts'
import { sayIn } from './texts/say.ts'

/** A message of a person, whichever messenger brought it. */
export interface Heard {
  account: Account
  person: Person
  input: Input
  /** What names this message for ever. */
  name: (string | number)[]
}

/** How a messenger is spoken to. */
export interface Mouth {
  deliver(reply: Reply): Promise<void>
  /** What could not be answered. */
  fail(text: string): Promise<void>
}

/** The next messages are not kept waiting longer than this by one that is slow. */
const PATIENCE_MS = 5_000

/** Messages in, answers out: one person's in their order, different people's at the same time, each of them once. */
export function createConversation({
  sites,
  messenger,
  complain,
  log,
}: {
  sites: readonly Site[]
  messenger: Messenger
  /** Of what the messenger did not take. */
  complain(error: unknown): void
  log: Logger
}) {
  const people = createPeople(sites, messenger)
  const lanes = createLanes()
  const isSeen = createSeen()

  async function respond(bot: string, heard: Heard, mouth: Mouth): Promise<void> {
    const { account, person, input, name } = heard
    let reply: Reply
    try {
      const keys = { key: keyOf(bot, ...name), ownKey: keyOf(bot, account.id) }
      const known = people.of(account, person.locale)
      reply = await answer({ ...known, ...keys, person, now: new Date() }, input)
    } catch (error) {
      log.error({ err: error }, 'a message was not answered')
      await mouth.fail(sayIn(person.locale)('failed'))
      return
    }
    await mouth.deliver(reply)
  }

  return {
    /** `bot` is whose keys are used: two bots may hear of the same message number. */
    async hear(bot: string, updateId: string, heard: Heard, mouth: Mouth): Promise<void> {
      if (isSeen(updateId)) return
      const done = lanes
        .run(String(heard.account.id), () => respond(bot, heard, mouth))
        .catch(complain)
      const patience = new AbortController()
      const slow = sleep(PATIENCE_MS, undefined, { signal: patience.signal })
      await Promise.race([done, slow.catch(() => undefined)])
      patience.abort()
    },
    /** When nothing is under way any more. */
    idle: () => lanes.idle(),
  }
}
