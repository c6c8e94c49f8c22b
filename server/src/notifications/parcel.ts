import { visitActionData } from '@zapis/sdk/contract'
import type { App } from '../app-context.ts'
import { calendarOf } from '../appointments/calendar-reply.ts'
import type { Parcel } from './channels/channel.ts'
import type { Kept } from './compose-rows.ts'
import { quietAround, type Quiet } from './quiet.ts'
import { rules } from './rules.ts'
import type { OrganizationSettings } from './setting-rows.ts'
import type { Source } from './source.ts'
import { render } from './texts/render.ts'
import { languages } from './texts/texts.ts'
import { unsubscribeUrl } from './unsubscribe.ts'

const HOUR_MS = 3_600_000
const URGENT_MS = 3 * HOUR_MS
/** No push service keeps a message longer. */
const LONGEST_TTL_SECONDS = 28 * 86_400

interface Saying {
  app: Pick<App, 'config' | 'secrets'>
  kept: Kept
  settings: OrganizationSettings
  source: Source
  facts: Source['facts']
  /** Of whom it is for; null: of the organization. */
  quiet: Quiet | null
  now: Date
}

/** The message as a channel carries it. */
export function parcelOf(saying: Saying): Parcel {
  const { app, kept, source, now } = saying
  const organization = saying.settings.organizationId
  const left = source.until.getTime() - now.getTime()
  const key = `${organization}-${kept.id}${kept.round > 0 ? `-${kept.round}` : ''}`
  const { needsConsent, isFollowUp } = rules[kept.template]
  const isStoppable = needsConsent === true || isFollowUp === true
  return {
    recipient: kept.recipient,
    locale: kept.locale,
    ...wordsOf(saying),
    url: source.url,
    actions: actionsOf(saying),
    calendar: kept.channel === 'email' ? calendarFor(saying) : null,
    unsubscribeUrl:
      isStoppable && kept.client_id !== null
        ? unsubscribeUrl(app, { organizationId: organization, clientId: kept.client_id })
        : null,
    ttlSeconds: Math.min(Math.floor(left / 1000), LONGEST_TTL_SECONDS),
    isUrgent: source.visit !== null && left < URGENT_MS,
    isSilent: quietAround(now, saying.quiet ?? saying.settings.quiet, source.timeZone) !== null,
    topic: `o${organization}${source.about}`,
    tag:
      source.visit === null
        ? `${source.about}-${organization}`
        : `visit-${organization}-${source.visit.id}`,
    key,
    push:
      kept.p256dh === null || kept.auth === null
        ? null
        : { p256dh: kept.p256dh, auth: kept.auth, event: key },
  }
}

function wordsOf({ kept, settings, source, facts }: Saying): { title: string; body: string } {
  if (source.words !== null) return source.words
  if (kept.template === 'broadcast') throw new Error('a broadcast has its own words')
  const asItComes = languages[kept.locale].texts[kept.template]
  const text = {
    title: kept.own_title ?? asItComes.title,
    body: kept.own_body ?? asItComes.body,
  }
  const isPush = kept.channel === 'webpush'
  const said = facts({ locale: kept.locale, isDiscreet: isPush && !settings.showsService })
  const name = isPush ? '' : (kept.first_name ?? '')
  return render(text, { organization: kept.organization, ...said, name }, asItComes)
}

function actionsOf({ kept, settings, source }: Saying): Parcel['actions'] {
  const { visit } = source
  if (visit === null) return []
  return source.actions.map((action) => ({
    text: languages[kept.locale].actions[action],
    data: visitActionData({
      organizationId: settings.organizationId,
      appointmentId: visit.id,
      action,
    }),
  }))
}

function calendarFor({ app, kept, source }: Saying): Parcel['calendar'] {
  const { visit } = source
  if (visit === null || !rules[kept.template].hasCalendar) return null
  const method = kept.template === 'cancelled' ? 'CANCEL' : 'PUBLISH'
  return { method, text: calendarOf(app.config, visit) }
}
