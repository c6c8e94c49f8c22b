import type { App } from '../app-context.ts'

const CHANNEL = 'identity'

/** What every process may have remembered, and must look up again. */
export type Notice =
  | { about: 'key'; hash: string }
  | { about: 'session'; sessionId: string }
  | { about: 'subject'; organizationId: number; subject: string }

/** A courtesy: one that gets lost is made good by the short lives of what is remembered. */
export async function notice(app: Pick<App, 'ephemeral'>, what: Notice): Promise<void> {
  await app.ephemeral.publish(CHANNEL, JSON.stringify(what)).catch(() => undefined)
}

export function onNotice(app: Pick<App, 'ephemeral'>, hear: (what: Notice) => void): void {
  // Only our processes publish there. Not awaited: without the store there is nothing to hear.
  void app.ephemeral.subscribe(CHANNEL, (message) => hear(JSON.parse(message) as Notice))
}
