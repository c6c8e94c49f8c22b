import { httpStandIn } from './http-stand-in.ts'

export interface Written {
  user: string
  text: string
  isSilent: boolean
  buttons: { type: string; text: string; payload?: string; url?: string }[]
}

/** MAX's Bot API as far as messages go. */
export interface MaxApi {
  url: string
  token: string
  written: Written[]
  /** What is said to a user instead. */
  error: Map<string, { status: number; code: string; message?: string }>
  close(): Promise<void>
}

interface Message {
  text: string
  notify?: boolean
  attachments?: { type: string; payload: { buttons: Written['buttons'][] } }[]
}

export async function startMaxApi(): Promise<MaxApi> {
  const token = 'the-token-of-the-bot-in-max'
  const server = await httpStandIn(({ path, headers, body }) => {
    if (headers.authorization !== token)
      return { status: 401, body: { code: 'verify.token', message: 'Invalid access_token' } }
    const { pathname, searchParams } = new URL(path, 'http://max')
    if (pathname !== '/messages') return { status: 404, body: { code: 'not.found', message: path } }
    const user = searchParams.get('user_id') ?? ''
    const wrong = api.error.get(user)
    if (wrong)
      return { status: wrong.status, body: { code: wrong.code, message: wrong.message ?? '' } }
    const { text, notify, attachments = [] } = JSON.parse(body) as Message
    if (text.length > 4000) return { status: 400, body: { code: 'proto.payload', message: 'text' } }
    const buttons = attachments.flatMap(({ payload }) => payload.buttons.flat())
    api.written.push({ user, text, isSilent: notify === false, buttons })
    return { status: 200, body: { message: { body: { mid: `mid.${api.written.length}` } } } }
  })
  const api: MaxApi = {
    url: server.url,
    token,
    written: [],
    error: new Map(),
    close: () => server.close(),
  }
  return api
}
