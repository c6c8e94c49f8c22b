import type { Line } from './line.ts'

export type Values = Readonly<Record<string, string | number>>

/** Says the lines of a language: `{name}` is filled in, `{count}` chooses the form. */
export function createSay<Key extends string>(
  tag: string,
  texts: Readonly<Record<Key, Line>>,
): (key: Key, values?: Values) => string {
  const plural = new Intl.PluralRules(tag)

  function formOf(line: Line, { count }: Values): string {
    return typeof line === 'string' ? line : (line[plural.select(Number(count))] ?? line.other)
  }

  return (key, values = {}) =>
    formOf(texts[key], values).replace(/\{(\w+)\}/g, (_, name: string) =>
      String(values[name] ?? ''),
    )
}
