import { SettingError } from './config.ts'
import { startBot } from './process.ts'

/** What cannot start says why in one line. */
startBot().catch((error: unknown) => {
  const isExpected = error instanceof SettingError
  process.stderr.write(
    `${isExpected ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
})
