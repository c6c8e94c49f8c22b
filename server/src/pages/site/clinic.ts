import type { App } from '../../app-context.ts'
import { statement, transaction, type Tx } from '../../db/transaction.ts'
import { slug as demoSlug } from '../../demo/sign-ins.ts'
import { keyValue } from '../../identity/key-value.ts'
import { getOrganization, organizationItem, translated } from '../../organizations/rows.ts'

/** A clinic as its own site shows it. */
export interface Clinic {
  id: number
  slug: string
  name: string
  about: string
  /** #rrggbb; null = the product's own. */
  color: string | null
  logo: string | null
  /** Publishable key of the site. */
  key: string
}

interface Found {
  id: number
  slug: string
  archived_at: Date | null
}

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
const bySlug = statement('site_clinic', 'select id, archived_at from find_organization($1)')
const first = statement(
  'site_first_clinic',
  `select id, slug, archived_at from every_organization()
   where archived_at is null order by slug <> $1, id limit 1`,
)

/**
 * Whose site it is: the clinic that the host is mapped to (SITE_HOSTS), else the one that `?clinic=` names, else the demo's,
 * else the first that was founded here. null: there is none, or it has switched its site off.
 */
export async function findClinic(
  app: App,
  asked: { host: string; clinic: string | null; locale: 'ru' | 'en' },
): Promise<Clinic | null> {
  const slug = app.config.siteHosts.get(asked.host.toLowerCase()) ?? asked.clinic
  if (slug !== null && !SLUG.test(slug)) return null
  const found = await transaction(app.db, null, async (tx): Promise<Found | undefined> => {
    if (slug === null) return tx.maybe<Found>(first, [app.config.demo ? demoSlug : ''])
    const row = await tx.maybe<Omit<Found, 'slug'>>(bySlug, [slug])
    return row && { ...row, slug }
  })
  if (found === undefined || found.archived_at !== null) return null
  return transaction(app.db, found.id, async (tx) => {
    const key = await siteKey(app, tx, found.id)
    if (key === null) return null
    const organization = organizationItem(await getOrganization(tx))
    const isAsWritten = organization.locale === asked.locale
    const { name, branding } = translated(organization, isAsWritten ? null : asked.locale)
    return {
      id: found.id,
      slug: found.slug,
      name,
      about: branding.about ?? '',
      color: branding.color ?? null,
      logo: branding.logo_url ?? null,
      key,
    }
  })
}

const known = statement(
  'site_key',
  'select revoked_at from api_keys where organization_id = $1 and hash = $2',
)
const insert = statement(
  'site_key_insert',
  `insert into api_keys (organization_id, kind, name, hash, prefix) values ($1, 'publishable', $2, $3, $4)
   on conflict on constraint api_keys_hash_key do nothing`,
)

/** Only a key's hash is kept, so the site's derives from the secret key. Who revokes it in the panel switches the site off. */
async function siteKey(app: App, tx: Tx, organizationId: number): Promise<string | null> {
  const mac = app.secrets.mac('site-key', String(organizationId)).toString('base64url')
  const { value, hash, prefix } = keyValue(`pk_site_${mac}`)
  const row = await tx.maybe<{ revoked_at: Date | null }>(known, [organizationId, hash])
  if (row === undefined) await tx.query(insert, [organizationId, 'Client site', hash, prefix])
  return row?.revoked_at ? null : value
}
