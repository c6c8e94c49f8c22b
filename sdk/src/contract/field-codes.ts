/** Codes of single fields, in `errors[]`. */
export const fieldCodes = {
  unknown_field: { ru: 'Неизвестное поле', en: 'Unknown field' },
  required: { ru: 'Обязательное поле', en: 'Required' },
  wrong_type: { ru: 'Неверный тип', en: 'Wrong type' },
  too_small: { ru: 'Слишком мало', en: 'Too small' },
  too_large: { ru: 'Слишком много', en: 'Too large' },
  too_short: { ru: 'Слишком коротко', en: 'Too short' },
  too_long: { ru: 'Слишком длинно', en: 'Too long' },
  wrong_format: { ru: 'Неверный формат', en: 'Wrong format' },
  not_allowed: { ru: 'Недопустимое значение', en: 'Not an allowed value' },
  not_found: { ru: 'Не найдено', en: 'Not found' },
  full: { ru: 'В группе не осталось мест', en: 'No seats are left in the group' },
  invalid: { ru: 'Неверное значение', en: 'Invalid' },
} as const satisfies Record<string, { ru: string; en: string }>

export type FieldCode = keyof typeof fieldCodes
