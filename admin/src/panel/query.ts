import type { Route } from './router.ts'

/** The same place with other filters; what is undefined or empty goes out of the address. */
export function withQuery(
  { area, rest, query }: Route,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const changed = new URLSearchParams(query)
  for (const [name, value] of Object.entries(changes)) {
    if (value) changed.set(name, value)
    else changed.delete(name)
  }
  const place = [area, ...rest].map(encodeURIComponent).join('/')
  const text = changed.toString()
  return text ? `${place}?${text}` : place
}
