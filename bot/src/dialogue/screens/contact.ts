import type { Reply } from '../reply.ts'
import type { TextKey } from '../../texts/say.ts'
import type { Screen, Step } from '../step.ts'
import { button, homeButton, type Turn } from '../turn.ts'

const reasons: Partial<Record<Screen, TextKey>> = {
  hold: 'contactToBook',
  settings: 'contactToSet',
  quiet: 'contactToSet',
}

/** Asks who the person is; what they were about to do is remembered, and lies in the button as well. */
export function askContact(turn: Turn, step: Step): Reply {
  const { say, memory, clinic } = turn
  memory.pending = { organizationId: clinic.id, step }
  return {
    text: say(reasons[step.screen] ?? 'contactToSee'),
    choices: [[button(turn, say('contactSent'), step)], [homeButton(turn)]],
    askContact: say('shareContact'),
  }
}
