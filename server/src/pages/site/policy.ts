/** Where the messengers' web apps frame a Mini App; their phone apps frame nothing. */
const MESSENGERS =
  'https://web.telegram.org https://webk.telegram.org https://webz.telegram.org https://web.max.ru'

/**
 * Of the client site's pages, as the docs publish it. Pictures are the clinic's own, from wherever it keeps them; everything
 * else is of this host. Lit makes its templates through the one policy of its name.
 */
export const sitePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' https: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${MESSENGERS}`,
  "require-trusted-types-for 'script'",
  'trusted-types lit-html zapis-site',
].join('; ')

/** What a clinic’s own page needs for the elements, above whatever it has for itself. */
export function widgetPolicy(origin: string): string {
  return [
    `script-src ${origin}`,
    `connect-src ${origin}`,
    `img-src ${origin} https:`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ')
}

/** Of the service worker, which only fetches. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; script-src 'self'"

export const siteHeaders = {
  'content-security-policy': sitePolicy,
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-content-type-options': 'nosniff',
}

/** Of the panel: nobody frames it, it frames its own previews; the calendar's library makes templates by its policy. */
export const panelHeaders = {
  ...siteHeaders,
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https: data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html svelte-trusted-html',
  ].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'same-origin',
}
