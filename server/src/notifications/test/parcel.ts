import type { Parcel } from '../channels/channel.ts'

/** Of a visit, unless said otherwise. */
export function parcel(differs: Partial<Parcel> = {}): Parcel {
  return {
    recipient: '1',
    locale: 'ru',
    title: 'Запись подтверждена',
    body: 'вт, 12 января в 10:30\nул. Арбат, 10',
    url: 'https://zapis.example/manage/abc',
    actions: [],
    calendar: null,
    unsubscribeUrl: null,
    ttlSeconds: 86_400,
    isUrgent: false,
    isSilent: false,
    topic: 'o1v1',
    tag: 'visit-1-1',
    key: '1-1',
    push: null,
    ...differs,
  }
}

export const of: { organizationId: number; signal: AbortSignal } = {
  organizationId: 1,
  signal: new AbortController().signal,
}
