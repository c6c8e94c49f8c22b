/** Anna Ivanova: the given name first, as somebody is greeted. */
export function nameOf({
  first_name,
  last_name,
}: {
  first_name: string
  last_name: string
}): string {
  return [first_name, last_name].filter(Boolean).join(' ')
}
