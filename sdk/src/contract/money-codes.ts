/** Refusals that are about money. */
export const moneyCodes = {
  provider_failed: {
    status: 503,
    title: 'Payment provider failed',
    detail: {
      ru: 'Платёжная система не ответила. Деньги не списаны; попробуйте ещё раз.',
      en: 'The payment provider did not answer. Nothing was charged; try again.',
    },
  },
  signature_invalid: {
    status: 401,
    title: 'Invalid signature',
    detail: { ru: 'Подпись уведомления неверна.', en: 'The signature is wrong.' },
  },
  already_paid: {
    status: 409,
    title: 'Already paid',
    detail: { ru: 'Эта запись уже оплачена.', en: 'This appointment is paid already.' },
  },
  price_changed: {
    status: 409,
    title: 'Price changed',
    detail: {
      ru: 'Цена изменилась, пока вы записывались. Посмотрите новую и подтвердите ещё раз.',
      en: 'The price has changed meanwhile. Look at the new one and confirm again.',
    },
  },
  package_refund_needed: {
    status: 409,
    title: 'Refund the package instead',
    detail: {
      ru: 'Эти деньги уплачены за пакет, которым ещё можно пользоваться. Оформите возврат пакета: он вернёт их и закроет оставшиеся визиты.',
      en: 'This paid for a package that can still be used. Refund the package: that gives the money back and ends its visits.',
    },
  },
  discount_not_with_package: {
    status: 422,
    title: 'No discount with a package',
    detail: {
      ru: 'Визит по пакету уже оплачен, скидка к нему не применяется. Уберите её или выберите другой способ оплаты.',
      en: 'A package’s visit is paid already: no discount counts with it. Leave it out, or pay in another way.',
    },
  },
  refund_too_large: {
    status: 409,
    title: 'Refund too large',
    detail: {
      ru: 'Вернуть можно не больше оплаченного.',
      en: 'No more can be given back than was paid.',
    },
  },
} as const
