export interface ConsentText {
  kind: 'personal_data' | 'marketing'
  version: string
  locale: 'ru' | 'en'
  text: string
}

const version = '1'

export const consentTexts: readonly ConsentText[] = [
  {
    kind: 'personal_data',
    version,
    locale: 'ru',
    text:
      'Я даю клинике «Осанка» согласие на обработку моих персональных данных (имя, телефон, адрес электронной почты, ' +
      'история посещений) с целью записи на приём, напоминаний о визитах и расчётов. Обработка включает сбор, запись, ' +
      'хранение, уточнение, использование и удаление. Согласие действует до достижения цели обработки; отозвать его ' +
      'можно в личном кабинете или письмом на privacy@example.com.',
  },
  {
    kind: 'personal_data',
    version,
    locale: 'en',
    text:
      'I consent to the Osanka clinic processing my personal data (name, phone, e-mail address, history of visits) in ' +
      'order to book appointments, remind me of visits and settle payments. Processing means collecting, recording, ' +
      'storing, updating, using and deleting. The consent is valid until the purpose is achieved; I can withdraw it in ' +
      'my account or by writing to privacy@example.com.',
  },
  {
    kind: 'marketing',
    version,
    locale: 'ru',
    text:
      'Я согласен получать от клиники «Осанка» новости, акции и персональные предложения по электронной почте, в ' +
      'мессенджерах и push-уведомлениях. Согласие необязательно для записи и может быть отозвано в любой момент в ' +
      'личном кабинете.',
  },
  {
    kind: 'marketing',
    version,
    locale: 'en',
    text:
      'I agree to receive news, offers and personal suggestions from the Osanka clinic by e-mail, messengers and push ' +
      'notifications. The consent is not needed for booking and can be withdrawn in my account at any time.',
  },
]
