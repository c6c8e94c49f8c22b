/** +7 916 123-45-67, where the groups are known. */
export function spaced(contact: string): string {
  return contact.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7 $1 $2-$3-$4')
}
