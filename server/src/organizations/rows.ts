import type { OperationTypes } from '@zapis/sdk/contract'
import { statement, type Tx } from '../db/transaction.ts'
import { Fault } from '../fault.ts'
import type { Locale } from '../http/call.ts'

export type OrganizationItem = OperationTypes['organization.get']['reply']

export interface OrganizationRow {
  id: number
  slug: string
  name: string
  currency: string
  locale: Locale
  time_zone: string
  branding: OrganizationItem['branding']
  policies: OrganizationItem['policies']
  translations: OrganizationItem['translations']
  version: number
  created_at: Date
  updated_at: Date
}

export function organizationItem(row: OrganizationRow): OrganizationItem {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    currency: row.currency,
    time_zone: row.time_zone,
    locale: row.locale,
    branding: row.branding,
    policies: row.policies,
    translations: row.translations,
    version: row.version,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  }
}

/** The same with the words of a visitor's language, where there are some. */
export function translated(
  organization: OrganizationItem,
  language: Locale | null,
): OrganizationItem {
  const { name, about } = (language && organization.translations[language]) ?? {}
  const { branding } = organization
  return {
    ...organization,
    name: name ?? organization.name,
    branding: about === undefined ? branding : { ...branding, about },
  }
}

const columns =
  'id, slug, name, currency, locale, time_zone, branding, policies, translations, version, created_at, updated_at'
const one = statement('organization', `select ${columns} from organizations where id = $1`)
const locked = statement(
  'organization_locked',
  `select ${columns} from organizations where id = $1 for no key update`,
)

export function getOrganization(tx: Tx): Promise<OrganizationRow> {
  return tx.one<OrganizationRow>(one, [tx.organizationId])
}

export async function lockOrganization(tx: Tx, ifMatch: number | null): Promise<OrganizationRow> {
  const row = await tx.one<OrganizationRow>(locked, [tx.organizationId])
  if (ifMatch !== null && row.version !== ifMatch) throw new Fault('version_conflict')
  return row
}

export type OrganizationValues = Partial<
  Pick<OrganizationRow, 'name' | 'locale' | 'time_zone' | 'branding' | 'policies' | 'translations'>
>

export async function changeOrganization(
  tx: Tx,
  { branding, policies, translations, ...values }: OrganizationValues,
): Promise<OrganizationRow> {
  const [row] = await tx.run<OrganizationRow>(
    tx
      .builder('organizations')
      .where({ id: tx.organizationId })
      .update({
        ...values,
        ...(branding ? { branding: JSON.stringify(branding) } : {}),
        ...(policies ? { policies: JSON.stringify(policies) } : {}),
        ...(translations ? { translations: JSON.stringify(translations) } : {}),
      })
      .returning(columns.split(', ')),
  )
  if (!row) throw new Error('a locked row is gone')
  return row
}

const create = statement(
  'create_organization',
  `select create_organization($1, $2, $3, $4, $5) as id`,
)

/** From here on the transaction is the new organization’s. */
export async function insertOrganization(
  tx: Tx,
  draft: Pick<OrganizationRow, 'slug' | 'name' | 'currency' | 'locale' | 'time_zone'>,
): Promise<Tx> {
  const { slug, name, currency, locale, time_zone } = draft
  const { id } = await tx.one<{ id: number }>(create, [slug, name, currency, locale, time_zone])
  return { ...tx, organizationId: id }
}

export interface OrganizationLine {
  id: number
  slug: string
  name: string
  archived_at: Date | null
}

/** Of every tenant: for the person at the console, never for a request. */
export function everyOrganization(tx: Tx): Promise<OrganizationLine[]> {
  return tx.query<OrganizationLine>('select id, slug, name, archived_at from every_organization()')
}
