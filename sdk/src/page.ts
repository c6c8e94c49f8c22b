/** One page of a list. */
export interface Page<Item> {
  /** The items, in the order asked for. */
  data: Item[]
  /** Whether another page follows. */
  has_more: boolean
  /** Give it as `cursor` for the next page; null on the last one. */
  next_cursor: string | null
}

/**
 * A list: await it for one page, iterate it for every item of every page. Nothing is asked for before that.
 *
 * ```ts
 * const { data, has_more } = await booking.clients.list({ limit: 50 })
 * for await (const visit of booking.appointments.list({ from: '2027-01-01' })) print(visit)
 * const first = await booking.services.list().toArray({ limit: 300 })
 * ```
 */
export interface List<Item> extends Promise<Page<Item>>, AsyncIterable<Item> {
  /** Every item, or the first `limit`. */
  toArray(options?: { limit?: number }): Promise<Item[]>
}

/** The list whose pages `load` gives, each by the cursor of the one before. */
export function createList<Item>(
  load: (cursor: string | undefined) => Promise<Page<Item>>,
): List<Item> {
  let first: Promise<Page<Item>> | undefined
  const page = () => (first ??= load(undefined))

  async function* items(): AsyncGenerator<Item, void, undefined> {
    for (let current = await page(); ;) {
      yield* current.data
      if (!current.has_more || current.next_cursor === null) return
      current = await load(current.next_cursor)
    }
  }

  return {
    [Symbol.toStringTag]: 'List',
    [Symbol.asyncIterator]: items,
    then: (...handlers) => page().then(...handlers),
    catch: (handler) => page().catch(handler),
    finally: (handler) => page().finally(handler),
    async toArray({ limit = Infinity } = {}) {
      const found: Item[] = []
      if (limit > 0) for await (const item of items()) if (found.push(item) >= limit) break
      return found
    },
  }
}
