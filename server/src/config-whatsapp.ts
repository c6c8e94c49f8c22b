import { StartupError } from './startup-error.ts'

export interface WhatsappSettings {
  /** Of the Cloud API, with its version; may be a stand-in's. */
  apiRoot: string
  phoneId: string
  token: string
  /** An approved template whose body has three variables: title, text, address. */
  template: string
  /** Who brings the statuses of messages; null: nobody. */
  webhook: { appSecret: string; verifyToken: string } | null
}

type Value = (name: string) => string | undefined

/** All of them or none. */
export function readWhatsapp(value: Value): WhatsappSettings | null {
  const names = ['WHATSAPP_PHONE_ID', 'WHATSAPP_TOKEN', 'WHATSAPP_TEMPLATE'] as const
  const [phoneId, token, template] = names.map(value)
  if (phoneId === undefined && token === undefined && template === undefined) return null
  if (phoneId === undefined || token === undefined || template === undefined) {
    const missing = names.find((name) => value(name) === undefined) ?? ''
    throw new StartupError(`${missing} must be set too: ${names.join(', ')} belong together.`)
  }
  if (!/^\d{5,30}$/.test(phoneId))
    throw new StartupError(
      'WHATSAPP_PHONE_ID must be the number’s id, digits only, as Meta shows it.',
    )
  if (!/^[a-z0-9_]{1,512}$/.test(template))
    throw new StartupError(
      'WHATSAPP_TEMPLATE must be a template’s name: small letters, digits and _.',
    )
  const apiRoot = root(value('WHATSAPP_API_ROOT') ?? 'https://graph.facebook.com/v23.0')
  return { apiRoot, phoneId, token, template, webhook: webhook(value) }
}

/** Both or none. */
function webhook(value: Value): WhatsappSettings['webhook'] {
  const [appSecret, verifyToken] = [value('WHATSAPP_APP_SECRET'), value('WHATSAPP_VERIFY_TOKEN')]
  if (appSecret === undefined && verifyToken === undefined) return null
  if (appSecret === undefined || verifyToken === undefined)
    throw new StartupError(
      'WHATSAPP_APP_SECRET and WHATSAPP_VERIFY_TOKEN belong together: set both.',
    )
  return { appSecret, verifyToken }
}

function root(text: string): string {
  if (!URL.canParse(text) || !['http:', 'https:'].includes(new URL(text).protocol))
    throw new StartupError(
      'WHATSAPP_API_ROOT must be an address that begins with https:// or http://.',
    )
  return text.replace(/\/$/, '')
}
