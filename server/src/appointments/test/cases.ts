/** What combines with what, to the kopek. The figures are worked out by hand, not by the code that they check. */

export const basePrice = 333_333

export type DiscountKind = 'personal' | 'promo' | 'manual'
export type Method = 'wallet' | 'package' | 'card' | 'on_site' | 'prepayment'
export type Happening = 'reschedule' | 'cancel' | 'cancel_late' | 'no_show' | 'refund_part'

/** Personal 7.5 % (24 999.975), promo 10 % (33 333.3), 123.45 by hand. */
export const discounts: Record<
  DiscountKind,
  { total: number; late: number; noShow: number; prepaid: number }
> = {
  // Late keeps 50 % (154 166.5), a no-show 70 % (215 833.1); 30 % is paid before (92 499.9).
  personal: { total: 308_333, late: 154_167, noShow: 215_833, prepaid: 92_500 },
  promo: { total: 300_000, late: 150_000, noShow: 210_000, prepaid: 90_000 },
  // By hand the desk gives it after the prepayment was asked: 30 % of 333 333 (99 999.9).
  manual: { total: 320_988, late: 160_494, noShow: 224_692, prepaid: 100_000 },
}

export const partRefunded = 10_000
export const methods: Method[] = ['wallet', 'package', 'card', 'on_site', 'prepayment']
export const happenings: Happening[] = [
  'reschedule',
  'cancel',
  'cancel_late',
  'no_show',
  'refund_part',
]

export interface Case {
  discount: DiscountKind
  method: Method
  happening: Happening
  total: number
  /** Paid before it happened, and left with the clinic after it. */
  paid: number
  kept: number
  /** Of a package’s five. */
  visitsLeft: number | null
}

export const cases: Case[] = (Object.keys(discounts) as DiscountKind[]).flatMap((discount) =>
  methods.flatMap((method) => happenings.map((happening) => expected(discount, method, happening))),
)

function expected(discount: DiscountKind, method: Method, happening: Happening): Case {
  const about = { discount, method, happening }
  // A package’s visit was paid before: discounts take nothing off it.
  if (method === 'package') {
    const isBack = happening === 'cancel'
    return {
      ...about,
      total: basePrice,
      paid: basePrice,
      kept: isBack ? 0 : basePrice,
      visitsLeft: isBack ? 5 : 4,
    }
  }
  const { total, late, noShow, prepaid } = discounts[discount]
  const paid = method === 'prepayment' ? prepaid : total
  const left = {
    reschedule: paid,
    cancel: 0,
    cancel_late: Math.min(paid, late),
    no_show: Math.min(paid, noShow),
    refund_part: paid - partRefunded,
  }
  return { ...about, total, paid, kept: left[happening], visitsLeft: null }
}

const words: Record<DiscountKind | Method | Happening, string> = {
  personal: 'personal 7.5 %',
  promo: 'promo 10 %',
  manual: 'by hand 123.45',
  wallet: 'balance',
  package: 'package',
  card: 'card',
  on_site: 'on site',
  prepayment: 'prepayment 30 %',
  reschedule: 'moved',
  cancel: 'cancelled in time',
  cancel_late: 'cancelled late (50 %)',
  no_show: 'no-show (70 %)',
  refund_part: 'refund of 100.00',
}

const money = (amount: number) => (amount / 100).toFixed(2)

/** The table of the documentation: what stays with the clinic of a visit of 3 333.33. */
export function table(): string {
  const head = ['discount', 'paid by', 'to pay', 'paid', ...happenings.map((each) => words[each])]
  const rows = (Object.keys(discounts) as DiscountKind[]).flatMap((discount) =>
    methods.map((method) => {
      const row = cases.filter((each) => each.discount === discount && each.method === method)
      const [first] = row
      if (first === undefined) throw new Error('a method has its cases')
      const cells = row.map(({ kept, visitsLeft, happening }) =>
        visitsLeft === null
          ? money(kept)
          : happening === 'refund_part'
            ? 'as a whole only'
            : `${visitsLeft} of 5 left`,
      )
      return [words[discount], words[method], money(first.total), money(first.paid), ...cells]
    }),
  )
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
