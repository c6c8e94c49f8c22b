import { randomBytes } from 'node:crypto'
import pg from 'pg'

export interface TestDatabase {
  /** As the superuser, of a database of this file's own with every migration in it. */
  url: string
  /** Of the run's administrative database. */
  adminUrl: string
  drop(): Promise<void>
}

export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = process.env.TEST_PG_URL
  if (!adminUrl) throw new Error('TEST_PG_URL is not set: run the tests by `npm test`')
  const name = `t_${randomBytes(8).toString('hex')}`
  await administer(adminUrl, `create database ${name} template template_zapis strategy file_copy`)
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    adminUrl,
    drop: () => administer(adminUrl, `drop database if exists ${name} with (force)`),
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
