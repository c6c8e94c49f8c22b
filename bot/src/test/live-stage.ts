import pg from 'pg'
import { openStage, type Stage } from './stage.ts'

export interface LiveStage extends Stage {
  /** Of the database, past row-level security. */
  owner: pg.Pool
}

/** The bot is started, and the server works too: what happens is told, by the same bot. */
export async function openLiveStage(): Promise<LiveStage> {
  const stage = await openStage({ specialists: 2, workplaces: 2 }, { ROLE: 'all' })
  const owner = new pg.Pool({ connectionString: stage.server.databaseUrl, max: 2 })
  // Dropping the database may overtake a connection that is saying goodbye.
  owner.on('error', () => undefined)
  await stage.start()
  return {
    ...stage,
    owner,
    async close() {
      await owner.end()
      await stage.close()
    },
  }
}
