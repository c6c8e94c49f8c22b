import type { Panel } from '../panel/panel.ts'
import { shellTexts } from '../shell/texts/texts.ts'

/** Asks before a card with something typed in it is closed. */
export function mayLose(panel: Panel): Promise<boolean> {
  const shell = shellTexts(panel.language)
  return panel.confirm({
    title: shell('leaveTitle'),
    text: shell('leaveText'),
    action: shell('leave'),
    tone: 'danger',
  })
}
