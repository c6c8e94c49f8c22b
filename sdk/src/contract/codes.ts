import { moneyCodes } from './money-codes.ts'
import { signInCodes } from './sign-in-codes.ts'

interface Code {
  status: number
  title: string
  detail: { ru: string; en: string }
}

/** Every way a call can be refused. `title` is stable, `detail` is in the caller’s language. */
const table = {
  invalid_request: {
    status: 400,
    title: 'Invalid request',
    detail: {
      ru: 'Запрос составлен неверно: смотрите errors.',
      en: 'The request is not valid: see errors.',
    },
  },
  malformed_body: {
    status: 400,
    title: 'Malformed body',
    detail: {
      ru: 'Тело запроса — не JSON в UTF-8, или имя в нём повторяется.',
      en: 'The body is not JSON in UTF-8, or has a name twice.',
    },
  },
  unauthenticated: {
    status: 401,
    title: 'Not authenticated',
    detail: { ru: 'Нужен действующий ключ или токен.', en: 'A valid key or token is needed.' },
  },
  insufficient_funds: {
    status: 402,
    title: 'Insufficient funds',
    detail: { ru: 'На балансе не хватает денег.', en: 'The balance does not cover it.' },
  },
  package_not_valid: {
    status: 402,
    title: 'Package not valid',
    detail: {
      ru: 'Нет действующего пакета на эту услугу.',
      en: 'There is no valid package for this service.',
    },
  },
  forbidden: {
    status: 403,
    title: 'Forbidden',
    detail: { ru: 'Это действие вам не разрешено.', en: 'You may not do this.' },
  },
  origin_not_allowed: {
    status: 403,
    title: 'Origin not allowed',
    detail: {
      ru: 'Этот ключ не разрешён для данного сайта. Добавьте сайт в настройках ключа.',
      en: 'This key is not allowed on this site. Add the site to the key’s origins.',
    },
  },
  signup_closed: {
    status: 403,
    title: 'Sign-up closed',
    detail: {
      ru: 'Регистрация организаций закрыта.',
      en: 'Founding organizations is closed here.',
    },
  },
  client_blocked: {
    status: 403,
    title: 'Booking is not available',
    detail: {
      ru: 'Онлайн-запись недоступна. Пожалуйста, позвоните нам.',
      en: 'Online booking is not available. Please call us.',
    },
  },
  not_found: { status: 404, title: 'Not found', detail: { ru: 'Не найдено.', en: 'Not found.' } },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed',
    detail: {
      ru: 'Этот адрес не поддерживает такой метод.',
      en: 'This address does not support the method.',
    },
  },
  conflict: {
    status: 409,
    title: 'Conflict',
    detail: {
      ru: 'Изменение противоречит существующим данным.',
      en: 'The change contradicts what exists.',
    },
  },
  slot_unavailable: {
    status: 409,
    title: 'Slot unavailable',
    detail: {
      ru: 'Это время уже занято. Выберите другое.',
      en: 'This time is taken. Choose another.',
    },
  },
  outside_cancellation_window: {
    status: 409,
    title: 'Outside the cancellation window',
    detail: {
      ru: 'Отменить или перенести онлайн уже нельзя. Пожалуйста, позвоните нам.',
      en: 'It is too late to cancel or move online. Please call us.',
    },
  },
  invalid_transition: {
    status: 409,
    title: 'Not possible in this status',
    detail: {
      ru: 'В текущем статусе записи это невозможно.',
      en: 'The appointment’s status does not allow this.',
    },
  },
  idempotency_in_flight: {
    status: 409,
    title: 'Request in flight',
    detail: { ru: 'Такой же запрос ещё выполняется.', en: 'The same request is still running.' },
  },
  archived: {
    status: 409,
    title: 'Archived',
    detail: {
      ru: 'Объект в архиве. Сначала восстановите его.',
      en: 'It is archived. Restore it first.',
    },
  },
  already_exists: {
    status: 409,
    title: 'Already exists',
    detail: { ru: 'Такая запись уже существует.', en: 'Such a record exists already.' },
  },
  schedule_overlap: {
    status: 409,
    title: 'Schedule overlap',
    detail: { ru: 'Интервалы расписания пересекаются.', en: 'The schedule’s intervals overlap.' },
  },
  still_in_use: {
    status: 409,
    title: 'Still in use',
    detail: { ru: 'На объект ссылаются будущие записи.', en: 'Coming appointments refer to it.' },
  },
  hold_expired: {
    status: 410,
    title: 'Hold expired',
    detail: {
      ru: 'Бронь времени истекла. Выберите время ещё раз.',
      en: 'The hold has expired. Choose a time again.',
    },
  },
  version_conflict: {
    status: 412,
    title: 'Version conflict',
    detail: {
      ru: 'Данные уже изменил кто-то другой. Обновите страницу.',
      en: 'Somebody changed it meanwhile. Load it again.',
    },
  },
  body_too_large: {
    status: 413,
    title: 'Body too large',
    detail: { ru: 'Тело запроса больше 256 КиБ.', en: 'The body is larger than 256 KiB.' },
  },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    detail: { ru: 'Ожидается application/json.', en: 'application/json is expected.' },
  },
  idempotency_mismatch: {
    status: 422,
    title: 'Idempotency key reused',
    detail: {
      ru: 'Этот Idempotency-Key уже использован с другим запросом.',
      en: 'This Idempotency-Key was used with another request.',
    },
  },
  time_not_bookable: {
    status: 422,
    title: 'Time not bookable',
    detail: { ru: 'На это время записаться нельзя.', en: 'This time cannot be booked.' },
  },
  service_not_offered: {
    status: 422,
    title: 'Service not offered',
    detail: { ru: 'Эта услуга здесь не оказывается.', en: 'The service is not offered here.' },
  },
  service_not_resizable: {
    status: 422,
    title: 'Service not resizable',
    detail: {
      ru: 'Длительность визита на эту услугу не меняется. Разрешите это в карточке услуги.',
      en: 'A visit of this service keeps its length. Allow the change in the service’s card.',
    },
  },
  unknown_reference: {
    status: 422,
    title: 'Unknown reference',
    detail: { ru: 'Указан несуществующий объект.', en: 'It names something that does not exist.' },
  },
  phone_invalid: {
    status: 422,
    title: 'Invalid phone',
    detail: { ru: 'Проверьте номер телефона.', en: 'Check the phone number.' },
  },
  consent_required: {
    status: 422,
    title: 'Consent required',
    detail: {
      ru: 'Для записи нужно согласие: смотрите kinds.',
      en: 'Booking needs a consent: see kinds.',
    },
  },
  contact_required: {
    status: 422,
    title: 'Contact required',
    detail: {
      ru: 'Укажите имя и телефон или e-mail.',
      en: 'Give a name and a phone or an e-mail.',
    },
  },
  reason_required: {
    status: 422,
    title: 'Reason required',
    detail: { ru: 'Укажите причину.', en: 'Give a reason.' },
  },
  payment_method_unavailable: {
    status: 422,
    title: 'Payment method unavailable',
    detail: { ru: 'Этот способ оплаты недоступен.', en: 'This way of paying is not available.' },
  },
  promo_not_valid: {
    status: 422,
    title: 'Promo code not valid',
    detail: { ru: 'Промокод недействителен.', en: 'The promo code is not valid.' },
  },
  address_not_allowed: {
    status: 422,
    title: 'Address not allowed',
    detail: {
      ru: 'Этот адрес недоступен извне или запрещён.',
      en: 'This address is not public or not allowed.',
    },
  },
  invalid_data: {
    status: 422,
    title: 'Invalid data',
    detail: { ru: 'Данные не проходят проверку.', en: 'The data breaks a rule.' },
  },
  unknown_placeholder: {
    status: 422,
    title: 'Unknown placeholder',
    detail: {
      ru: 'В тексте есть подстановка, которой здесь не бывает: смотрите unknown и placeholders.',
      en: 'The text has a placeholder that is not there: see unknown and placeholders.',
    },
  },
  too_many_holds: {
    status: 429,
    title: 'Too many holds',
    detail: {
      ru: 'Слишком много времени удерживается одновременно. Подтвердите или освободите его.',
      en: 'Too many times are held at once. Confirm or release one.',
    },
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    detail: {
      ru: 'Слишком много запросов. Повторите позже.',
      en: 'Too many requests. Try again later.',
    },
  },
  internal_error: {
    status: 500,
    title: 'Internal error',
    detail: {
      ru: 'Ошибка на нашей стороне. Сообщите request_id.',
      en: 'The fault is ours. Tell us the request_id.',
    },
  },
  unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    detail: {
      ru: 'Сервис временно недоступен. Повторите через несколько секунд.',
      en: 'Temporarily unavailable. Try again in a few seconds.',
    },
  },
  ...moneyCodes,
  ...signInCodes,
} as const satisfies Record<string, Code>

export type ErrorCode = keyof typeof table

export const codes: Readonly<Record<ErrorCode, Code>> = table
export const errorCodes = Object.keys(table) as ErrorCode[]
