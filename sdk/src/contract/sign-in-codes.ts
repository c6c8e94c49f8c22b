/** Refusals of signing in. */
export const signInCodes = {
  invalid_credentials: {
    status: 401,
    title: 'Invalid credentials',
    detail: { ru: 'Неверный e-mail или пароль.', en: 'The e-mail or the password is wrong.' },
  },
  invalid_code: {
    status: 401,
    title: 'Invalid code',
    detail: {
      ru: 'Код неверен или устарел. Запросите новый.',
      en: 'The code is wrong or too old. Ask for a new one.',
    },
  },
  invalid_init_data: {
    status: 401,
    title: 'Invalid init data',
    detail: {
      ru: 'Telegram не подтвердил вход. Откройте приложение в Telegram заново.',
      en: 'Telegram did not vouch for this sign-in. Open the app in Telegram again.',
    },
  },
  invalid_link: {
    status: 401,
    title: 'Invalid link',
    detail: {
      ru: 'Ссылка уже использована или устарела. Создайте новую там же, где взяли эту.',
      en: 'The link has been used or is too old. Make a new one where you got this.',
    },
  },
  telegram_linked: {
    status: 409,
    title: 'Telegram is linked already',
    detail: {
      ru: 'Этот Telegram уже привязан к другой карточке клиента. Попросите клинику объединить их.',
      en: 'This Telegram belongs to another client card already. Ask the clinic to merge the two.',
    },
  },
  session_ended: {
    status: 401,
    title: 'Session ended',
    detail: { ru: 'Сеанс завершён. Войдите снова.', en: 'The session has ended. Sign in again.' },
  },
  telegram_unavailable: {
    status: 422,
    title: 'Telegram is not set up',
    detail: {
      ru: 'Вход через Telegram здесь не настроен. Войдите по коду.',
      en: 'Sign-in by Telegram is not set up here. Sign in by a code.',
    },
  },
} as const
