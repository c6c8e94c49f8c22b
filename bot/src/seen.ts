/** Messengers deliver at least once. What was seen is not answered again, as long as it is remembered. */
export function createSeen(most = 10_000): (id: string) => boolean {
  const seen = new Set<string>()
  return (id) => {
    if (seen.has(id)) return true
    seen.add(id)
    const [oldest] = seen
    if (seen.size > most && oldest !== undefined) seen.delete(oldest)
    return false
  }
}
