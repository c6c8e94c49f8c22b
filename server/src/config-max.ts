import { StartupError } from './startup-error.ts'

export interface MaxSettings {
  token: string
  /** Where MAX's Bot API is; a stand-in's address too. */
  apiRoot: string
}

export function readMax(value: (name: string) => string | undefined): MaxSettings | null {
  const token = value('MAX_BOT_TOKEN')
  const apiRoot = value('MAX_API_ROOT') ?? 'https://platform-api2.max.ru'
  if (!URL.canParse(apiRoot) || !['http:', 'https:'].includes(new URL(apiRoot).protocol))
    throw new StartupError('MAX_API_ROOT must be an address that begins with https:// or http://.')
  return token === undefined ? null : { token, apiRoot: apiRoot.replace(/\/$/, '') }
}
