import type { App } from '../app-context.ts'
import { get, list } from '../catalogue/read.ts'
import { archive, create, restore, update } from '../catalogue/write.ts'
import { read, write, type HandlersOf } from '../http/handler.ts'
import { mustBeEither, promoCodes } from './promo-codes.ts'

export function promoCodeHandlers(app: App): HandlersOf<'promoCodes'> {
  return {
    'promoCodes.list': read((call, tx) => list(app, promoCodes, call, tx)),
    'promoCodes.get': read((call, tx) => get(app, promoCodes, call, tx)),
    'promoCodes.create': write(async (call, tx) => {
      mustBeEither(call.body)
      return create(app, promoCodes, call, tx)
    }),
    'promoCodes.update': write((call, tx) => update(app, promoCodes, call, tx)),
    'promoCodes.archive': write((call, tx) => archive(app, promoCodes, call, tx)),
    'promoCodes.restore': write((call, tx) => restore(app, promoCodes, call, tx)),
  }
}
