import type { StreamOptions } from './options.ts'
import { pauseAfter, sleep } from './retry.ts'
import type { BookingEvent } from './types.ts'

/** The server comments more often than that: silence means a dead connection. */
const longestSilence = 60_000

interface Message {
  id?: string
  data?: string
  retry?: string
}

/** Events as they come; a broken connection is opened again after the last event seen. */
export async function* follow(
  connect: (lastEventId: string | undefined) => Promise<Response>,
  { signal, lastEventId }: StreamOptions = {},
): AsyncGenerator<BookingEvent, void, undefined> {
  let last = lastEventId === undefined ? undefined : String(lastEventId)
  let wait = 1000
  let failures = -1
  while (!signal?.aborted) {
    let pause = Math.random() * wait
    try {
      const response = await connect(last)
      failures = 0
      for await (const { id, data, retry } of messages(response)) {
        last = id ?? last
        if (retry) pause = wait = Number(retry)
        // What the API streams is the contract's word.
        if (data) yield JSON.parse(data) as BookingEvent
      }
    } catch (error) {
      if (signal?.aborted) return
      // What never worked is refused; what worked before comes back.
      const next = failures < 0 ? undefined : pauseAfter(error, failures++)
      if (next === undefined) throw error
      pause = next
    }
    await sleep(pause, signal).catch(() => undefined)
  }
}

async function* messages(response: Response): AsyncGenerator<Message, void, undefined> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  const close = () => void reader?.cancel().catch(() => undefined)
  let rest = ''
  try {
    for (;;) {
      const timer = setTimeout(close, longestSilence)
      const chunk = await reader?.read().finally(() => clearTimeout(timer))
      if (!chunk || chunk.done) return
      const blocks = (rest + decoder.decode(chunk.value, { stream: true })).split(/\r?\n\r?\n/)
      rest = blocks.pop() ?? ''
      yield* blocks.map(parse)
    }
  } catch {
    // The connection broke: the end of it, not of the stream.
  } finally {
    close()
  }
}

/** Lines `name: value` of a message; comments have no name, several `data` are one text. */
function parse(block: string): Message {
  const fields: Record<string, string> = {}
  for (const line of block.split(/\r?\n/)) {
    const [, name = '', value = ''] = /^([^:]*):? ?(.*)/.exec(line) ?? []
    fields[name] = name === 'data' && fields[name] ? `${fields[name]}\n${value}` : value
  }
  return fields
}
