import { alternative } from './availability.ts'
import { errorCodes } from './codes.ts'
import { choice, text } from './common.ts'
import { fieldCodes } from './field-codes.ts'
import { array, object } from './schema.ts'

/** The body of every refusal (RFC 9457). Codes may bring members of their own. */
export const problem = {
  ...object(
    'Problem',
    'Why a call was refused (RFC 9457, application/problem+json).',
    {
      type: text(
        'Address of the documentation of the code.',
        2000,
        'https://booking.example/docs#error-slot_unavailable',
      ),
      title: text('What happened, in English, the same every time.', 200, 'Slot unavailable'),
      status: { description: 'HTTP status.', type: 'integer', examples: [409] },
      detail: text(
        'What happened, in the caller’s language.',
        2000,
        'Это время уже занято. Выберите другое.',
      ),
      code: choice('What happened, in a word that never changes.', errorCodes, 'slot_unavailable'),
      request_id: text('Names the call in the server’s log.', 200, '01JD3Q7Z6W'),
      errors: array(
        object('ProblemField', 'What is wrong with one member of the request.', {
          pointer: text(
            'JSON Pointer into the body, or `#name` of a query parameter.',
            500,
            '/client/phone',
          ),
          code: choice(
            'What is wrong, in a word that never changes.',
            Object.keys(fieldCodes),
            'required',
          ),
          detail: text('The same in the caller’s language.', 500, 'Обязательное поле'),
        }),
        'What is wrong with which member of the request.',
        { max: 50 },
      ),
      alternatives: array(alternative, 'With slot_unavailable: the nearest free times.', {
        max: 10,
      }),
    },
    ['errors', 'alternatives'],
  ),
  additionalProperties: true,
} as const
