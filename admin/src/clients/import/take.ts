import type { BookingClient, ClientImport, ImportOutcome, ImportedClient } from '@zapis/sdk'
import { partsOf } from './lines.ts'

export interface TakeOptions extends Pick<ClientImport, 'on_match' | 'dry_run'> {
  /** Lines before it are done already. */
  from?: number
  /** After each part: what became of its lines, their places counted from the file's first. */
  done(outcomes: ImportOutcome[]): void
}

/** Sends a file part by part; refused in the middle, what is before it stands. */
export async function takeOver(
  api: Pick<BookingClient, 'clients'>,
  lines: readonly ImportedClient[],
  { from = 0, done, ...options }: TakeOptions,
): Promise<void> {
  for (const { start, lines: rows } of partsOf(lines, from)) {
    const result = await api.clients.import({ rows, ...options })
    done(result.rows.map((outcome) => ({ ...outcome, row: start + outcome.row })))
  }
}
