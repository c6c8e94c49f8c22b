import { createHmac } from 'node:crypto'
import type { WhatsappSettings } from '../../config-whatsapp.ts'
import { httpStandIn, type Answer } from './http-stand-in.ts'

interface Status {
  id: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  at?: Date
  /** Of the error. */
  code?: number
}

export interface Written {
  to: string
  language: string
  variables: string[]
  at: number
}

/** Meta's Cloud API as far as template messages go. */
export interface CloudApi {
  /** For WHATSAPP_API_ROOT. */
  url: string
  settings: WhatsappSettings
  /** Brings a status of a message to the webhook, signed as Meta signs it; answers how it was taken. */
  reports(
    webhookUrl: string,
    status: Status,
    by?: { secret?: string; phoneId?: string },
  ): Promise<number>
  written: Written[]
  /** The error of a number, or of all ('*'). */
  error: Map<string, { status: number; code: number }>
  delayMs: number
  close(): Promise<void>
}

export async function startCloudApi(): Promise<CloudApi> {
  const settings = {
    phoneId: '106540352242922',
    token: 'EAAG-stand-in',
    template: 'visit',
    webhook: { appSecret: 'app-secret-of-the-stand-in', verifyToken: 'verify-stand-in' },
  }
  const server = await httpStandIn(({ path, headers, body }) => {
    if (headers.authorization !== `Bearer ${settings.token}`)
      return refusal(401, 190, 'Invalid OAuth access token.')
    if (path !== `/v23.0/${settings.phoneId}/messages`)
      return refusal(400, 100, 'Unsupported post request.')
    return take(JSON.parse(body) as Message)
  })

  function take(message: Message): Answer {
    const { to, template } = message
    const wrong = api.error.get(to) ?? api.error.get('*')
    if (wrong) return refusal(wrong.status, wrong.code, 'as asked')
    const variables = template.components[0]?.parameters.map(({ text }) => text) ?? []
    if (template.name !== settings.template) return refusal(404, 132001, 'Template does not exist')
    if (variables.length !== 3) return refusal(400, 132000, 'Number of parameters does not match')
    if (variables.some((text) => text === '' || /[\n\t]| {5}/.test(text)))
      return refusal(400, 132018, 'Param text cannot have new-line/tab characters')
    if (!/^\d{7,15}$/.test(to)) return refusal(400, 100, 'Invalid parameter')
    api.written.push({ to, language: template.language.code, variables, at: Date.now() })
    const messages = [{ id: `wamid.${api.written.length}`, message_status: 'accepted' }]
    return { status: 200, body: { messaging_product: 'whatsapp', messages } }
  }

  const api: CloudApi = {
    url: `${server.url}/v23.0`,
    settings: { ...settings, apiRoot: `${server.url}/v23.0` },
    async reports(webhookUrl, { id, status, at = new Date(), code }, by = {}) {
      const { secret = settings.webhook.appSecret, phoneId = settings.phoneId } = by
      const errors = code === undefined ? {} : { errors: [{ code, title: 'as asked' }] }
      const timestamp = String(Math.floor(at.getTime() / 1000))
      const statuses = [{ id, status, timestamp, recipient_id: '79161234567', ...errors }]
      const metadata = { display_phone_number: '15550001111', phone_number_id: phoneId }
      const value = { messaging_product: 'whatsapp', metadata, statuses }
      const changes = [{ field: 'messages', value }]
      const body = JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '1', changes }],
      })
      const signature = createHmac('sha256', secret).update(body).digest('hex')
      const headers = {
        'content-type': 'application/json',
        'x-hub-signature-256': `sha256=${signature}`,
      }
      return (await fetch(webhookUrl, { method: 'POST', headers, body })).status
    },
    written: [],
    error: new Map(),
    get delayMs() {
      return server.delayMs
    },
    set delayMs(ms) {
      server.delayMs = ms
    },
    close: () => server.close(),
  }
  return api
}

interface Message {
  to: string
  template: {
    name: string
    language: { code: string }
    components: { parameters: { text: string }[] }[]
  }
}

function refusal(status: number, code: number, message: string): Answer {
  return { status, body: { error: { message, type: 'OAuthException', code, fbtrace_id: 'A1' } } }
}
