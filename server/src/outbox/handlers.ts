import type { App } from '../app-context.ts'
import { bare, planned, read, write, type HandlersOf } from '../http/handler.ts'
import { openStream, type Authenticate } from './stream.ts'
import type { Hub } from './hub.ts'
import { listDeliveries, resendDelivery } from './webhooks/deliveries.ts'
import {
  createEndpoint,
  listEndpoints,
  readEndpoint,
  removeEndpoint,
  updateEndpoint,
} from './webhooks/endpoints.ts'

/** With `authenticate`, a stream ends when its credential does; without, after a quarter of an hour. */
export function eventHandlers(
  app: App,
  hub: Hub,
  authenticate?: Authenticate,
): HandlersOf<'events' | 'webhookEndpoints'> {
  return {
    'events.stream': bare((call) => openStream(hub, authenticate, call)),
    'webhookEndpoints.list': read(listEndpoints),
    'webhookEndpoints.get': read(({ params }, tx) => readEndpoint(tx, params.id)),
    'webhookEndpoints.create': planned((call) => createEndpoint(app, call)),
    'webhookEndpoints.update': planned((call) => updateEndpoint(app, call)),
    'webhookEndpoints.remove': write((call, tx) => removeEndpoint(app, call, tx)),
    'webhookEndpoints.deliveries': read(listDeliveries),
    'webhookEndpoints.resend': write(resendDelivery),
  }
}
