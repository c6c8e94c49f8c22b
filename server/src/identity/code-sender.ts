import type { App } from '../app-context.ts'
import type { Locale } from '../http/call.ts'
import { sendLetter } from '../notifications/channels/mailer.ts'
import { sayToPhone } from './code-chat.ts'

export interface Destination {
  kind: 'phone' | 'email'
  /** Normalised. */
  value: string
}

export interface CodeMessage {
  destination: Destination
  code: string
  organization: { id: number; slug: string; name: string }
  locale: Locale
}

export interface CodeSender {
  /** Whether the caller may be told the code: nobody could receive it otherwise. */
  isShown(organization: { slug: string }): boolean
  send(message: CodeMessage): Promise<void>
}

const texts = {
  ru: {
    subject: (name: string) => `Вход: ${name}`,
    text: (code: string) =>
      `Ваш код: ${code}\n\nОн действует 10 минут. Никому его не сообщайте.\nЕсли вы не входили, ничего делать не нужно.\n`,
  },
  en: {
    subject: (name: string) => `Sign-in: ${name}`,
    text: (code: string) =>
      `Your code: ${code}\n\nIt is good for 10 minutes. Tell it to nobody.\nIf this was not you, there is nothing to do.\n`,
  },
} as const

/** The demo clinic’s clients are made up, so its codes go to the console. */
export function createCodeSender(app: Pick<App, 'config' | 'db' | 'log'>): CodeSender {
  /** To a phone by the messenger that its client has linked: there is no SMS. */
  async function carried(message: CodeMessage): Promise<boolean> {
    const { destination, code, organization, locale } = message
    const { subject, text } = texts[locale]
    const words = { subject: subject(organization.name), text: text(code) }
    if (destination.kind === 'phone') {
      const said = `${words.subject}\n${words.text}`
      return sayToPhone(app, organization, { phone: destination.value, text: said })
    }
    if (app.config.smtpUrl === undefined) return false
    const headers = { 'Auto-Submitted': 'auto-generated' }
    await sendLetter(app.config, { to: destination.value, ...words, headers })
    return true
  }
  const isShown = ({ slug }: { slug: string }) => app.config.demo && slug === 'demo'
  return {
    isShown,
    async send(message) {
      const { destination, code, organization } = message
      if (isShown(organization)) {
        console.log(`Demo sign-in code for ${destination.value}: ${code}`)
      } else if (!(await carried(message))) {
        app.log.warn(
          { organization: organization.slug, kind: destination.kind },
          'no channel can carry a sign-in code',
        )
      }
    },
  }
}
