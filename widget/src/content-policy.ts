/**
 * The Content-Security-Policy that a page needs for the elements, above whatever it has for itself. `origin` is where the
 * module and the API come from. Photos may be anywhere on https, since the clinic says where they are.
 */
export function contentPolicy(origin: string): string {
  return [
    `script-src ${origin}`,
    `connect-src ${origin}`,
    `img-src ${origin} https:`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')
}
