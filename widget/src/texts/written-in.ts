import type { Me } from '@zapis/sdk'

/** The languages that clinics write to their clients in: the server's, whatever the elements speak. */
export const writtenIn: readonly Me['locale'][] = ['ru', 'en']

/** What is nearest to a visitor's own. */
export function writtenFor(language: string): Me['locale'] {
  return writtenIn.find((each) => each === language) ?? 'en'
}
