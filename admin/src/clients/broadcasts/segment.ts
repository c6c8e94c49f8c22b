import type { BroadcastSegment } from '@zapis/sdk'
import { readFilter, without, type ClientFilter } from '../client-filter.ts'

/** The clients that the list shows, as a broadcast chooses them: consent and blocks are its own to see to. */
export function segmentOf(query: URLSearchParams): BroadcastSegment {
  const { search: _search, ...filter } = without(
    without(readFilter(query), 'marketing'),
    'blocked',
  ) satisfies ClientFilter
  return filter
}
