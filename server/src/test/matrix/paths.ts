import http from 'node:http'

/** As it is: fetch would tidy the path. */
export function rawAsk(
  url: string,
  { method, path, headers = {}, body }: RawRequest,
): Promise<{ status: number; type: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const request = http.request({ hostname, port, method, path, headers }, (answer) => {
      const type = answer.headers['content-type'] ?? ''
      answer.on('error', reject)
      // The head is enough of a stream.
      if (type.startsWith('text/event-stream')) answer.destroy()
      else answer.resume().on('end', () => resolve({ status: answer.statusCode ?? 0, type }))
      if (type.startsWith('text/event-stream')) resolve({ status: answer.statusCode ?? 0, type })
    })
    request.on('error', reject)
    request.end(body)
  })
}

interface RawRequest {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string | undefined
}

/** The same path, as a careless router or a proxy in between would read it. */
export function misspelled(template: string, path: string): string[] {
  const [start = '', search] = path.split('?')
  const rest = start.slice('/v1'.length)
  const query = search === undefined ? '' : `?${search}`
  const segments = rest.split('/').slice(1)
  const literal = template.split('/').slice(1)
  const shouted = segments.map((segment, index) =>
    literal[index]?.startsWith(':') ? segment : segment.toUpperCase(),
  )
  const slashed = segments.slice(1).flatMap((_, index) => {
    const [left, right] = [segments.slice(0, index + 1), segments.slice(index + 1)]
    return ['%2f', '%2F', '//', '/./', '%5c', '\\'].map(
      (between) => `/v1/${left.join('/')}${between}${right.join('/')}`,
    )
  })
  const first = encodeURIComponent(segments[0] ?? '').replace(
    /^./,
    (letter) => `%${letter.charCodeAt(0).toString(16)}`,
  )
  return [
    ...['/', '//', ';x=1', ';', '%2f', '%20', '%00', '.json', '/.', '/..;/', '%3f'].map(
      (end) => `${start}${end}`,
    ),
    ...['/v1/', '/v1//', '/v1%2f', '/v1/x/..', '/v1/.', '/v1;x', '/v1/v1', '/v1/..;/v1', '/V1'].map(
      (head) => `${head}${rest}`,
    ),
    ...['//v1', '/./v1', '/x/../v1', '/api/v1'].map((head) => `${head}${rest}`),
    `/v1/${shouted.join('/')}`,
    `/v1/${[first, ...segments.slice(1)].join('/')}`,
    ...slashed,
  ].map((wrong) => `${wrong}${query}`)
}

export const overrides = [
  'X-HTTP-Method-Override',
  'X-HTTP-Method',
  'X-Method-Override',
  'X-Original-URL',
  'X-Rewrite-URL',
]
