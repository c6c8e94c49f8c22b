import { choice, email, flag, integer, password, phone, slug, text } from './common.ts'
import { staff, type Operation } from './operation.ts'
import { described, object } from './schema.ts'
import { staffMember } from './staff.ts'

export const tokens = object('Tokens', 'A signed-in session.', {
  access_token: text('JWT for `Authorization: Bearer`.', 4000, 'eyJ…'),
  refresh_token: text('Exchange it once, for the next pair.', 500, 'rt_…'),
  expires_in: integer('Life of the access token, seconds.', 1, 86400, 900),
  token_type: choice('Always Bearer.', ['Bearer']),
})

const contact = {
  phone: described(phone, 'Phone; or give an e-mail.'),
  email: described(email, 'E-mail; or give a phone.'),
}

const codeRequest = object(
  'CodeRequest',
  'Where to send a one-time code: an e-mail, or a phone, whose client gets it in the chat of Telegram or MAX that they have linked.',
  contact,
  ['phone', 'email'],
)

const codeSent = object(
  'CodeSent',
  'Always the same answer, whether the client is known or not.',
  {
    status: choice('The code is on its way.', ['sent']),
    expires_in: integer('Life of the code, seconds.', 1, 3600, 600),
    demo_code: text('The code itself, in the demo clinic only.', 10, '123456'),
  },
  ['demo_code'],
)

const codeExchange = object(
  'CodeExchange',
  'The code that arrived.',
  {
    ...contact,
    code: {
      description: 'Six digits.',
      type: 'string',
      pattern: '^[0-9]{6}$',
      examples: ['123456'],
    },
  },
  ['phone', 'email'],
)

const telegramSignIn = object(
  'TelegramSignIn',
  'What Telegram gave to the Mini App, or what the bot says in its name.',
  {
    init_data: text(
      '`Telegram.WebApp.initData` as it is; at most an hour old.',
      8192,
      'query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%7D&auth_date=1662771648&hash=c501b71e…',
      1,
    ),
    contact: text(
      'What the client shared when the Mini App asked for the phone, signed by the messenger as well (in MAX the `phone`, `authDate` and `hash` of its bridge): the phone becomes theirs, with the visits booked by it.',
      4096,
      'contact=%7B%22user_id%22%3A279058397%2C%22phone_number%22%3A%22%2B79161234567%22%7D&auth_date=1662771648&hash=1f2e3d…',
      1,
    ),
    link: text(
      'One-use code of `POST /me/telegram-link`: the Telegram account becomes that client’s.',
      64,
      'link_kX3vT9qLm2WcR7yZ0bNf8A',
      1,
    ),
    messenger: choice('Which messenger it is of.', ['telegram', 'max'], 'telegram'),
    known_only: flag(
      'Sign in only whom the clinic knows by this Telegram account already; anybody else is `contact_required`, and no client is made.',
      true,
    ),
  },
  ['contact', 'link', 'messenger', 'known_only'],
)

const staffSignIn = object(
  'StaffSignIn',
  'E-mail and password of a member of staff.',
  {
    email,
    password: text('Password.', 200, 'demo-owner-password', 1),
    organization: described(
      slug,
      'The organization’s slug; needed without a publishable key.',
      'demo',
    ),
  },
  ['organization'],
)

const refresh = object('RefreshRequest', 'The refresh token.', {
  refresh_token: text('Refresh token.', 500, 'rt_…', 1),
})

const passwordChange = object('PasswordChange', 'Old and new password.', {
  old_password: text('The old one.', 200, 'demo-owner-password', 1),
  password,
})

const profileChanges = object(
  'ProfileChanges',
  'What is to be changed of oneself.',
  {
    name: text('Name.', 200, 'Ольга'),
    email: described(
      email,
      'The e-mail that one signs in with; needs the password.',
      'olga@clinic.example',
    ),
    old_password: text('The password, where the e-mail changes.', 200, 'demo-owner-password', 1),
  },
  ['name', 'email', 'old_password'],
)

const credential = ['anyone', 'publishable'] as const

export const authOperations = {
  auth: {
    staff: {
      method: 'POST',
      path: '/auth/staff',
      summary: 'Sign a member of staff in.',
      who: credential,
      body: staffSignIn,
      status: 200,
      reply: tokens,
      errors: ['invalid_credentials', 'rate_limited'],
    },
    code: {
      method: 'POST',
      path: '/auth/code',
      summary: 'Send a client a one-time code.',
      who: ['publishable'],
      body: codeRequest,
      status: 202,
      reply: codeSent,
      errors: ['rate_limited', 'phone_invalid', 'contact_required'],
    },
    token: {
      method: 'POST',
      path: '/auth/token',
      summary: 'Sign a client in by the code.',
      who: ['publishable'],
      body: codeExchange,
      status: 200,
      reply: tokens,
      errors: ['invalid_code', 'rate_limited', 'phone_invalid', 'contact_required'],
    },
    telegram: {
      method: 'POST',
      path: '/auth/telegram',
      summary: 'Sign a client in by the init data of a Mini App of Telegram or MAX.',
      who: ['publishable'],
      body: telegramSignIn,
      status: 200,
      reply: tokens,
      errors: [
        'invalid_init_data',
        'invalid_link',
        'telegram_linked',
        'telegram_unavailable',
        'contact_required',
        'already_exists',
        'rate_limited',
      ],
    },
    refresh: {
      method: 'POST',
      path: '/auth/refresh',
      summary:
        'Exchange the refresh token. Used twice, it ends its whole family; a retry with the same Idempotency-Key is not a second use.',
      who: credential,
      body: refresh,
      status: 200,
      reply: tokens,
      errors: ['session_ended'],
    },
    logout: {
      method: 'POST',
      path: '/auth/logout',
      summary: 'End the session of the refresh token.',
      who: credential,
      body: refresh,
      status: 204,
      reply: null,
      errors: [],
    },
    logoutAll: {
      method: 'POST',
      path: '/auth/logout-all',
      summary: 'End every session of oneself.',
      who: ['client', ...staff],
      status: 204,
      reply: null,
      errors: [],
    },
    password: {
      method: 'POST',
      path: '/auth/password',
      summary: 'Change one’s own password; ends one’s other sessions.',
      who: staff,
      body: passwordChange,
      status: 200,
      reply: tokens,
      errors: ['invalid_credentials'],
    },
    profile: {
      method: 'PATCH',
      path: '/auth/staff',
      summary: 'Change one’s own name, and the e-mail that one signs in with.',
      who: staff,
      body: profileChanges,
      status: 200,
      reply: staffMember,
      errors: ['invalid_credentials', 'already_exists', 'version_conflict'],
    },
    whoami: {
      method: 'GET',
      path: '/auth/staff',
      summary: 'Who is signed in.',
      who: staff,
      status: 200,
      reply: staffMember,
      errors: [],
    },
  },
} as const satisfies Record<string, Record<string, Operation>>
