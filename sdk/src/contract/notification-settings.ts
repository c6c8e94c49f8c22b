import { choice, flag, id, integer, locale, localTime, text, url, version } from './common.ts'
import { channel, wordedTemplates } from './notifications.ts'
import { admins, type Operation } from './operation.ts'
import { array, described, nullable, object } from './schema.ts'

const template = choice('What it tells of.', wordedTemplates)

const offset = integer(
  'How far from the visit (or the end of the package), minutes; 0 for what is told at once.',
  0,
  525600,
  1440,
)
const channels = array(
  channel,
  'By which channels, the best first; the first that reaches the person is taken.',
  { max: 5, min: 1 },
)

const rule = object('NotificationRule', 'Whether, when and how something is told.', {
  template,
  service_id: nullable(described(id, 'For this service only; null = for all.', null)),
  enabled: flag('Whether it is told.', true),
  offset_min: offset,
  channels,
  is_default: flag('Nothing of it was set here.', true),
  blocked_by: nullable(
    choice('Why nothing is sent though it is enabled: a review needs `review_url`.', [
      'no_review_url',
    ]),
  ),
})

const ruleChange = object(
  'NotificationRuleChange',
  'What differs from the default; for a service: from what holds for all.',
  {
    template,
    service_id: nullable(described(id, 'For this service only; null or left out = for all.', null)),
    enabled: flag('Whether it is told.', true),
    offset_min: offset,
    channels,
  },
  ['service_id', 'enabled', 'offset_min', 'channels'],
)

const hours = {
  quiet_from: described(localTime, 'From when nobody is woken, local time of the visit.', '22:00'),
  quiet_to: described(localTime, 'Until when; the same as `quiet_from` = no quiet hours.', '08:00'),
}
const common = {
  ...hours,
  shows_service: flag('Whether the preview of a push names the service and the specialist.'),
  review_url: nullable(described(url, 'Where reviews are written.', null)),
}

const settings = object('NotificationRules', 'Who is told what, and when.', {
  ...common,
  rules: array(rule, 'Every rule as it holds, those of single services after them.', { max: 1000 }),
  version,
})

const settingsChange = object(
  'NotificationRulesChange',
  'The settings as a whole. A rule that is not named is as it comes.',
  { ...common, rules: array(ruleChange, 'What differs.', { max: 500 }) },
  ['quiet_from', 'quiet_to', 'shows_service', 'review_url'],
)

const words = {
  title: text('The first line; `{placeholders}` as listed.', 200, 'Запись подтверждена', 1),
  body: text(
    'The rest. A line with a placeholder that says nothing is left out.',
    2000,
    '{when}\n{where}',
    1,
  ),
}

const notificationText = object('NotificationText', 'What is said.', {
  template,
  locale,
  ...words,
  placeholders: array(text('Its name.', 50, 'when'), 'What may stand in braces.', { max: 30 }),
  is_default: flag('As it comes with the program.', true),
})

const named = { template, locale }

const preview = object('NotificationPreview', 'A text as people would read it.', {
  title: text('The first line.', 2000, 'Запись подтверждена'),
  body: text('The rest.', 10000, 'вт, 12 января в 10:30'),
  push: object('NotificationPushPreview', 'As a locked phone shows it.', {
    title: text('The first line.', 2000, 'Запись подтверждена'),
    body: text('The rest.', 10000, 'вт, 12 января в 10:30'),
  }),
})

const read = { who: [...admins, 'secret'], scope: 'settings:read' } as const
const write = { who: [...admins, 'secret'], scope: 'settings:write' } as const

export const notificationSettingsOperations = {
  notificationRules: {
    get: {
      method: 'GET',
      path: '/notification-rules',
      summary: 'Who is told what, when and by which channel; the quiet hours.',
      ...read,
      status: 200,
      reply: settings,
      errors: [],
    },
    put: {
      method: 'PUT',
      path: '/notification-rules',
      summary: 'Replace the settings; messages that are planned already keep their time.',
      ...write,
      body: settingsChange,
      status: 200,
      reply: settings,
      errors: ['version_conflict', 'unknown_reference', 'invalid_data'],
    },
  },
  notificationTexts: {
    list: {
      method: 'GET',
      path: '/notification-texts',
      summary: 'Every text in both languages, and what may stand in it.',
      ...read,
      status: 200,
      reply: object('NotificationTexts', 'The texts.', {
        data: array(notificationText, 'Every one.', { max: 100 }),
      }),
      errors: [],
    },
    put: {
      method: 'PUT',
      path: '/notification-texts',
      summary: 'Say it in one’s own words.',
      ...write,
      body: object('NotificationTextChange', 'The words.', { ...named, ...words }),
      status: 200,
      reply: notificationText,
      errors: ['unknown_placeholder'],
    },
    reset: {
      method: 'POST',
      path: '/notification-texts/reset',
      summary: 'Say it again as it comes with the program.',
      ...write,
      body: object('NotificationTextName', 'Which text.', named),
      status: 200,
      reply: notificationText,
      errors: [],
    },
    preview: {
      method: 'POST',
      path: '/notification-texts/preview',
      summary: 'A text with the facts of an example; nothing is kept.',
      ...read,
      body: object('NotificationTextPreview', 'What to show.', { ...named, ...words }),
      status: 200,
      reply: preview,
      errors: ['unknown_placeholder'],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
