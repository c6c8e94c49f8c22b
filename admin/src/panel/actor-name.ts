import type { Staff } from '@zapis/sdk'
import { shellTexts } from '../shell/texts/texts.ts'
import type { Language } from '../words/texts.ts'

/** Who did it, of `staff:3`, `client:7`, `key:2` or `system`: by name where the staff may be known. */
export function actorName(language: Language, actor: string, staff: readonly Staff[] = []): string {
  const say = shellTexts(language)
  const [kind = '', id = ''] = actor.split(':')
  switch (kind) {
    case 'staff': {
      const found = staff.find((each) => String(each.id) === id)
      return found?.name || found?.email || say('actorStaff', { id })
    }
    case 'client':
      return say('actorClient')
    case 'key':
      return say('actorKey', { id })
    case 'system':
      return say('actorSystem')
    default:
      return actor
  }
}
