/** The program cannot start and one line says why: printed without a stack, exit status 1. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}

/** `ENOENT` and the like; undefined for anything that did not come from the system. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}
