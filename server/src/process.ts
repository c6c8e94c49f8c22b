import { readConfig } from './config.ts'
import { createLogger } from './log.ts'
import { runProgram, type Program } from './program.ts'
import { StartupError } from './startup-error.ts'

/** The process of the server: start, say where to go, stop gently on a signal. */
export async function startProcess(): Promise<Program> {
  const config = readConfig(process.env)
  const log = createLogger(config.logLevel)
  const program = await runProgram(config, log)
  process.stdout.write(program.greeting)
  let isStopping = false
  const stop = (signal: string) => {
    if (isStopping) process.exit(1)
    isStopping = true
    log.info({ signal }, 'stopping')
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopped badly')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  return program
}

/** What cannot start says why in one line. */
export function failToStart(error: unknown): never {
  const isExpected = error instanceof StartupError
  process.stderr.write(
    `${isExpected ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  )
  process.exit(1)
}
