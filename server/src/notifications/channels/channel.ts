/** The names of the ways by which a person can be told; `notifications.channel` holds one of them. */
export const channelNames = ['webpush', 'telegram', 'max', 'email', 'whatsapp'] as const
export type ChannelName = (typeof channelNames)[number]

/** What a channel carries, already in words. */
export interface Parcel {
  /** Endpoint, chat id, address or phone. */
  recipient: string
  locale: 'ru' | 'en'
  title: string
  body: string
  /** Where the whole of it is seen. */
  url: string | null
  /** Buttons under the message where the channel has them; `data` is what the bot is told when one is pressed. */
  actions: { text: string; data: string }[]
  /** A calendar file (RFC 5545) with its method, for e-mail. */
  calendar: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; text: string } | null
  /** One-click unsubscribe address (RFC 8058), for what is not about a visit of theirs. */
  unsubscribeUrl: string | null
  /** How long it is worth delivering. */
  ttlSeconds: number
  isUrgent: boolean
  /** It is night: it may come, and make no sound. */
  isSilent: boolean
  /** Of two undelivered messages of one topic the later replaces the earlier; base64url, at most 32 characters. */
  topic: string
  /** Of two shown messages of one tag the later replaces the earlier. */
  tag: string
  /** Stable over retries: `<organization>-<notification>`. */
  key: string
  /** Web push only: the browser's keys, and the event that it shows once. */
  push: { p256dh: string; auth: string; event: string } | null
}

export type Outcome =
  | { kind: 'sent'; providerId?: string }
  /** There is no such recipient any more, or it wants nothing of us. */
  | { kind: 'gone'; error: string }
  /**
   * Tried again, not before so many seconds; null: as the sender thinks. Uncertain: the answer was lost, the receiver may
   * have it. Of all: until then the channel takes nothing from us, whoever it is for.
   */
  | {
      kind: 'again'
      error: string
      seconds: number | null
      isUncertain?: boolean
      isOfAll?: boolean
    }
  /** This message will never be taken. */
  | { kind: 'failed'; error: string }

/** What a channel bears. */
export interface Limits {
  /** Between two messages of one account; null: as they come. */
  everyMs: number | null
  /** Between two messages to one recipient. */
  recipientEveryMs: number | null
  /** How many one process has claimed: what waits for its turn, and what is being sent. */
  room: number
  /** How many of them it sends at a time; as many as there are when left out. */
  atOnce?: number
}

/** One way of telling. It answers within a deadline of its own, throws nothing expected, and no error names the recipient or a secret. */
export interface Channel {
  readonly name: ChannelName
  readonly limits: Limits
  /** Who gets a message twice sees it once. */
  readonly isShownOnce: boolean
  /** As whom all organizations write; null: not all as the same. By it the turns of all processes are counted, so no secret. */
  readonly account: string | null
  accountOf(organizationId: number): Promise<string | null>
  send(parcel: Parcel, of: { organizationId: number; signal: AbortSignal }): Promise<Outcome>
  close(): Promise<void>
}

/** One that writes as the same for all. */
export function asOne(account: string): Pick<Channel, 'account' | 'accountOf'> {
  return { account, accountOf: async () => account }
}
