/** The contract: every call of the API, every refusal, every event, and what derives from them. */
export { listOperations, operations, type OperationId } from './operations.ts'
export { openapi } from './openapi.ts'
export { codes, errorCodes, type ErrorCode } from './codes.ts'
export { fieldCodes, type FieldCode } from './field-codes.ts'
export {
  readVisitAction,
  visitActionData,
  visitActions,
  type VisitAction,
  type VisitActionData,
} from './bot-actions.ts'
export { botTokenOf, readBotTokens, type BotTokens } from './bot-tokens.ts'
export { event, eventTypes, type EventType } from './events.ts'
export { statuses, sources } from './appointment.ts'
export { explainReasons } from './availability.ts'
export { maxAmount } from './common.ts'
export { nouns } from './nouns.ts'
export { notificationChannels, notificationTemplates, wordedTemplates } from './notifications.ts'
export { refusals } from './openapi-errors.ts'
export { problem } from './problem.ts'
export { scopes, type Operation, type Scope, type Who } from './operation.ts'
export type { ObjectSchema, Schema } from './schema.ts'
export type * from '../types.ts'
