/** Moscow, 10 Arbat St. Without Lit: the site's own script needs it too, and a page bears one Lit only. */
export function addressOf({
  city,
  address,
}: {
  city: string | null
  address: string | null
}): string {
  return [city, address].filter(Boolean).join(', ')
}
