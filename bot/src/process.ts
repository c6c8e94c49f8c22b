import { createLog } from './log.ts'
import { readConfig } from './config.ts'
import { runProgram, type Program } from './program.ts'

/** The process of the bots: it stops gently on a signal, and when the process that started it is gone. */
export async function startBot(): Promise<Program> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const stopping = new AbortController()
  const starting = runProgram(config, log, stopping.signal)
  const stop = (reason: string) => {
    if (stopping.signal.aborted) return
    stopping.abort()
    log.info({ reason }, 'the bot is stopping')
    starting
      .then((program) => program.stop())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('disconnect', () => stop('its starter is gone'))
  const program = await starting
  log.info('the bot is ready')
  return program
}
