import type { ErrorCode } from '@zapis/sdk/contract'

export interface FieldFault {
  /** JSON Pointer into the body, or `#name` of a query parameter. */
  pointer: string
  code: string
  detail?: string | undefined
}

/** An expected refusal: the code fixes the status and the sentence (sdk/src/contract/codes.ts). */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: ErrorCode
  /** Members added to the problem document. */
  readonly extension: Record<string, unknown>
  readonly errors: FieldFault[] | undefined
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ErrorCode,
    options: {
      extension?: Record<string, unknown>
      errors?: FieldFault[]
      retryAfterSeconds?: number
    } = {},
  ) {
    super(code)
    this.code = code
    this.extension = options.extension ?? {}
    this.errors = options.errors
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}
