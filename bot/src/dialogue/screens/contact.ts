import type { Reply } from '../reply.ts'
import type { Step } from '../step.ts'
import { button, homeButton, type Turn } from '../turn.ts'

/** Asks who the person is; what they were about to do is remembered, and lies in the button as well. */
export function askContact(turn: Turn, step: Step): Reply {
  const { say, memory, clinic } = turn
  memory.pending = { organizationId: clinic.id, step }
  return {
    text: say(step.screen === 'hold' ? 'contactToBook' : 'contactToSee'),
    choices: [[button(turn, say('contactSent'), step)], [homeButton(turn)]],
    askContact: say('shareContact'),
  }
}
