/**
 * What the buttons under a message about a visit carry, `visit:<organization>:<visit>:<action>`: the server writes it, the
 * bot reads it. At most 37 of the 64 bytes that Telegram gives a button. It holds no secret: the bot acts as the client
 * who pressed, and the server decides whether the visit is theirs.
 */
export const visitActions = ['coming', 'move', 'cancel', 'open', 'repeat'] as const

export type VisitAction = (typeof visitActions)[number]

export interface VisitActionData {
  organizationId: number
  appointmentId: number
  action: VisitAction
}

/** The data of a button. */
export function visitActionData({
  organizationId,
  appointmentId,
  action,
}: VisitActionData): string {
  return `visit:${organizationId}:${appointmentId}:${action}`
}

/** What a button meant; null: it was not made by `visitActionData`. */
export function readVisitAction(data: string): VisitActionData | null {
  const match = /^visit:([1-9]\d{0,9}):([1-9]\d{0,9}):([a-z]+)$/.exec(data)
  const action = visitActions.find((each) => each === match?.[3])
  if (match === null || action === undefined) return null
  return { organizationId: Number(match[1]), appointmentId: Number(match[2]), action }
}
