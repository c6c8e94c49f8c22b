import type { App } from '../app-context.ts'
import { visibleClient } from '../clients/reads.ts'
import { Fault } from '../fault.ts'
import { read, write, type Handlers } from '../http/handler.ts'
import { listPackages } from './reads.ts'
import { refundPackage } from './refund.ts'
import { buyPackage, sellPackage } from './sell.ts'

type Operations =
  | 'clients.packages'
  | 'clients.sellPackage'
  | 'clients.refundPackage'
  | 'me.packages'
  | 'me.buyPackage'

export function packageHandlers(app: App): Pick<Handlers, Operations> {
  return {
    'clients.packages': read(async (call, tx) => {
      const { id } = await visibleClient(tx, call.caller, call.params.id)
      return listPackages(app, tx, call, id)
    }),
    'clients.sellPackage': write((call, tx) => sellPackage(app, tx, call)),
    'clients.refundPackage': write((call, tx) => refundPackage(app, tx, call)),
    'me.packages': read(async (call, tx) => {
      if (call.caller.kind !== 'client') throw new Fault('forbidden')
      return listPackages(app, tx, call, call.caller.clientId)
    }),
    'me.buyPackage': write((call, tx) => buyPackage(app, tx, call)),
  }
}
