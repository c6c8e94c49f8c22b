import type { Readable } from 'node:stream'
import type { Envelope } from '../event.ts'

export interface Listener {
  events: Envelope[]
  /** Last `id:` line. */
  lastEventId: () => string | undefined
  comments: string[]
  ended: () => boolean
  leave(): void
}

/** Reads server-sent events as a browser does. */
export function listenTo(body: Readable): Listener {
  const events: Envelope[] = []
  const comments: string[] = []
  let lastEventId: string | undefined
  let ended = false
  let rest = ''
  body.setEncoding('utf8')
  body.on('data', (chunk: string) => {
    const blocks = (rest + chunk).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const line of blocks.flatMap((block) => block.split('\n'))) {
      if (line.startsWith('id: ')) lastEventId = line.slice(4)
      if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as Envelope)
      if (line.startsWith(':')) comments.push(line)
    }
  })
  body.on('close', () => (ended = true))
  return {
    events,
    comments,
    lastEventId: () => lastEventId,
    ended: () => ended,
    leave: () => void body.destroy(),
  }
}
