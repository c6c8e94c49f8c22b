import { isBookingError, type ConsentText, type Me } from '@zapis/sdk'
import type { Account } from './account.ts'

/** The profile as it is typed. */
export type Draft = Pick<Me, 'first_name' | 'last_name' | 'iname' | 'locale'> & {
  birth_date: string
}

export function draftOf({ first_name, last_name, iname, locale, birth_date }: Me): Draft {
  return { first_name, last_name, iname, locale, birth_date: birth_date ?? '' }
}

export function type(account: Account, changes: Partial<Draft>): void {
  const { me, draft } = account
  if (me) account.set({ draft: { ...(draft ?? draftOf(me)), ...changes }, told: null })
}

/** Only what was changed, and only over what was seen. */
export function save(account: Account): Promise<void> {
  const { me, draft, connection } = account
  if (!me || !draft) return Promise.resolve()
  const body = { ...draft, birth_date: draft.birth_date || null }
  return account.attempt(
    async () => {
      const saved = await connection.client.request('me.update', { body }, { ifMatch: me.version })
      account.set({ me: saved, draft: null, told: account.tell('saved') })
      account.focus('.told')
    },
    (error) => {
      if (!isBookingError(error, 'version_conflict')) return false
      void showFresh(account)
      return true
    },
  )
}

/** What is there now, and under it what was typed here: nobody's words are lost. */
async function showFresh(account: Account): Promise<void> {
  const { connection, me: before, draft } = account
  const me = await connection.client.request('me.get', {})
  const seen = before && draftOf(before)
  const mine = Object.entries(draft ?? {}).filter(
    ([name, value]) => seen?.[name as keyof Draft] !== value,
  )
  account.set({
    me,
    draft: { ...draftOf(me), ...Object.fromEntries(mine) },
    failure: { text: account.tell('changedElsewhere'), retry: null },
  })
  account.focus('.notice')
}

export function setConsent(
  account: Account,
  { kind, version }: ConsentText,
  granted: boolean,
): Promise<void> {
  return account.attempt(async () => {
    const { client } = account.connection
    const record = await client.request('me.addConsent', { body: { kind, version, granted } })
    account.set({ consents: [record, ...(account.consents ?? [])] })
  })
}

/** A file for the visitor to keep: all that the clinic has of them. */
export function download(account: Account): Promise<void> {
  return account.attempt(async () => {
    const all = await account.connection.client.request('me.export', {})
    const text = JSON.stringify(all, null, 2)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    link.download = `${account.known?.organization.slug ?? 'data'}-${all.exported_at.slice(0, 10)}.json`
    link.click()
    // The browser has begun to read it by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    account.set({ told: account.tell('exported') })
    account.focus('.told')
  })
}

export function erase(account: Account): Promise<void> {
  const { tell, word } = account
  const wanted = tell('eraseWord')
  if (word.trim().toLocaleLowerCase() !== wanted) {
    account.set({ wrong: { word: tell('giveWord', { word: wanted }) } })
    account.focus('[aria-invalid="true"]')
    return Promise.resolve()
  }
  return account.attempt(
    async () => {
      await account.connection.client.request('me.erase', {})
      account.farewell = 'erased'
      await signOut(account, 'erased')
    },
    (error) => {
      if (!isBookingError(error, 'still_in_use')) return false
      account.set({ failure: { text: tell('eraseVisits'), retry: null } })
      account.focus('.notice')
      return true
    },
  )
}

/** Here at once; the server hears of it as soon as it can be reached. */
export async function signOut(account: Account, farewell: Account['farewell']): Promise<void> {
  account.farewell = farewell
  await account.connection.signOut().catch(() => undefined)
}

export function signOutEverywhere(account: Account): Promise<void> {
  return account.attempt(async () => {
    account.farewell = 'signedOut'
    try {
      await account.connection.client.request('auth.logoutAll', {})
    } catch (error) {
      account.farewell = null
      throw error
    }
  })
}
