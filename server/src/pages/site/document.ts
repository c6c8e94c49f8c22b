import { escapeHtml } from '../html.ts'

export interface SiteDocument {
  locale: 'ru' | 'en'
  title: string
  description?: string
  /** For the manifest: which clinic, in which language. */
  manifest: string | null
  /** Modules, in order. */
  scripts: string[]
  /** What the script is told; text of the clinic's is in it. */
  data?: Record<string, unknown>
  isIndexed?: boolean
  /** Its style, when it is not the site’s. */
  style?: string
  /** Already escaped. */
  body: string
}

/** A page of the client site: its style is a file, its script a module, its data a block that nothing executes. */
export function siteDocument(page: SiteDocument): string {
  const { locale, title, description, manifest, scripts, data, isIndexed = false, body } = page
  const { style = '/site/site.css' } = page
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `<title>${escapeHtml(title)}</title>`,
    description && `<meta name="description" content="${escapeHtml(description)}">`,
    !isIndexed && '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" media="(prefers-color-scheme: light)" content="#fdfbf6">',
    '<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#111715">',
    '<link rel="icon" href="/site/icon.svg" type="image/svg+xml">',
    '<link rel="apple-touch-icon" href="/site/apple-touch-icon.png">',
    manifest !== null && `<link rel="manifest" href="${escapeHtml(manifest)}">`,
    `<link rel="stylesheet" href="${style}">`,
    data && `<script type="application/json" id="page-data">${jsonBlock(data)}</script>`,
    ...scripts.map((script) => `<script type="module" src="${script}"></script>`),
  ]
  return `<!doctype html>
<html lang="${locale}"><head>
${head.filter(Boolean).join('\n')}
</head>
<body>
${body}
</body></html>`
}

/** A block ends at the first `</script`, whatever it stands in. */
function jsonBlock(data: Record<string, unknown>): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
