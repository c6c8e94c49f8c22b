/** Which Telegram bot is whose: the server checks what a bot vouches for, the bot speaks; both read the same setting. */
export interface BotTokens {
  /** The bot of every clinic that has none of its own; null = there is no such bot. */
  shared: string | null
  /** Tokens of the clinics' own bots, by the clinic's slug. */
  own: ReadonlyMap<string, string>
}

const TOKEN = /^\d{3,20}:[\w-]{20,100}$/

/**
 * `TELEGRAM_BOT_TOKEN`: one token for all clinics, or `slug=token,…`, or both: a token without a slug is for the others.
 *
 * @throws {RangeError} with one line that names the variable, and no token.
 */
export function readBotTokens(text: string): BotTokens {
  const own = new Map<string, string>()
  let shared: string | null = null
  for (const entry of text.split(',')) {
    const [, slug, token = ''] = /^(?:([a-z0-9-]+)=)?(.*)$/.exec(entry.trim()) ?? []
    if (token === '' && slug === undefined) continue
    // A mistyped one would refuse every sign-in without a word.
    if (!TOKEN.test(token))
      throw new RangeError(
        'TELEGRAM_BOT_TOKEN must be what BotFather gave out: 123456:ABC…, or slug=123456:ABC…,… for clinics that have bots of their own.',
      )
    if (slug === undefined ? shared !== null : own.has(slug))
      throw new RangeError(`TELEGRAM_BOT_TOKEN names two bots of ${slug ?? 'all clinics'}.`)
    if (slug === undefined) shared = token
    else own.set(slug, token)
  }
  return { shared, own }
}

/** The token of the clinic's bot; null: it has none. */
export function botTokenOf({ own, shared }: BotTokens, slug: string): string | null {
  return own.get(slug) ?? shared
}
