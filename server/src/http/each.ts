import type { Operation } from '@zapis/sdk/contract'
import { Fault } from '../fault.ts'
import type { DraftJudge } from './handler.ts'
import { fieldText } from './problem.ts'
import { check, validatorsOf } from './validate.ts'

/** Judges a draft by the body of the operation that takes one. */
export function judgeOf(operation: Operation): DraftJudge {
  const validators = validatorsOf(operation)
  return {
    check: (draft, locale) => check(validators.body, draft, '', locale),
    fields(error, locale) {
      if (!(error instanceof Fault)) throw error
      return (error.errors ?? []).map(({ pointer, code, detail }) => ({
        pointer,
        code,
        detail: detail ?? fieldText(code, locale),
      }))
    },
  }
}
