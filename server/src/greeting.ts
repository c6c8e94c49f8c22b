import type { Config } from './config.ts'

/** Where to go, printed once everything is ready. */
export function greeting(config: Config, port: number, isNew: boolean): string {
  const base = config.publicUrl.startsWith('http://localhost')
    ? `http://localhost:${port}`
    : config.publicUrl
  const lines = [
    '',
    `  Zapis is ready${isNew ? ', with a new demo clinic' : ''}.`,
    '',
    `  Site       ${base}/   (for other sites: ${base}/examples/embed)`,
    `  API        ${base}/v1   (reference: ${base}/docs)`,
    `  Database   ${config.databaseUrl ? 'DATABASE_URL' : `embedded PostgreSQL in ${config.dataDir}`}`,
    `  Redis      ${config.redisUrl ? 'REDIS_URL' : 'in this process'}`,
    ...(config.demo
      ? [
          '',
          '  Demo       owner@demo.test / demo-owner-password',
          '             publishable key pk_demo, secret key sk_demo',
        ]
      : []),
    '',
    '  Ctrl+C stops it.',
    '',
    '',
  ]
  return lines.join('\n')
}
