/** Of money: every query answers the rows that break its rule. */
export const moneyInvariants: Record<string, string> = {
  'a wallet holds the sum of its lines, and never less than its limit': `
    select w.organization_id, w.client_id, w.balance, t.sum, w.seq, t.lines from client_wallets w
    left join lateral (select coalesce(sum(x.amount), 0) as sum, count(*) as lines from wallet_transactions x
      where x.organization_id = w.organization_id and x.client_id = w.client_id) t on true
    where w.balance <> t.sum or w.balance < -w.credit_limit or w.seq <> t.lines`,

  'no line of a wallet went below its limit, which only grows': `
    select w.organization_id, w.client_id, w.credit_limit, t.id, t.balance_after from client_wallets w
    join wallet_transactions t on t.organization_id = w.organization_id and t.client_id = w.client_id
    where t.balance_after < -w.credit_limit`,

  'every client has a wallet': `
    select c.organization_id, c.id from clients c where not exists (
      select from client_wallets w where w.organization_id = c.organization_id and w.client_id = c.id)`,

  'a line of the ledger goes the way of its type': `
    select organization_id, id, type, amount from wallet_transactions where amount = 0
      or (type in ('deposit', 'refund') and amount < 0) or (type in ('withdraw', 'payment') and amount > 0)
      or (type = 'refund') <> (refunds is not null) or (type = 'correction' and (corrects is null or coalesce(reason, '') = ''))`,

  'a line of the ledger is told at most once, and what is told is there': `
    select e.organization_id, e.subject_id, count(*) from events e
    left join wallet_transactions t on t.organization_id = e.organization_id and t.id = e.subject_id
      and t.client_id = (e.payload -> 'object' ->> 'client_id')::integer
    where e.type = 'wallet.transaction' and e.subject_kind = 'wallet_transaction'
    group by 1, 2 having count(*) > 1 or count(t.id) = 0`,

  'the lines of a wallet are numbered without a gap, each balance after the one before': `
    select * from (
      select organization_id, client_id, seq, amount, balance_after,
        row_number() over line as nth, coalesce(lag(balance_after) over line, 0) as before
      from wallet_transactions window line as (partition by organization_id, client_id order by seq)) line
    where seq <> nth or balance_after <> before + amount`,

  'no more is given back than was paid': `
    select p.organization_id, p.id, p.amount, sum(r.amount) as refunded from wallet_transactions p
    join wallet_transactions r on r.organization_id = p.organization_id and r.refunds = p.id
    group by 1, 2, 3 having sum(r.amount) > -p.amount`,

  'what is given back or corrected was the same person’s': `
    select t.organization_id, t.id, t.type, t.client_id, p.client_id as whose, p.type as named from wallet_transactions t
    join wallet_transactions p on p.organization_id = t.organization_id and p.id = coalesce(t.refunds, t.corrects)
    join clients c on c.organization_id = t.organization_id and c.id = t.client_id
    join clients w on w.organization_id = p.organization_id and w.id = p.client_id
    where coalesce(c.merged_into, c.id) <> coalesce(w.merged_into, w.id) or (t.type = 'refund' and p.type <> 'payment')`,

  'of money from outside no more is given back or put on a balance than came': `
    select p.organization_id, p.id, p.status, p.amount, p.refunded, t.lines, r.refunds from payments p
    left join lateral (select coalesce(sum(x.amount), 0) as lines from wallet_transactions x
      where x.organization_id = p.organization_id and x.payment_id = p.id and x.type in ('deposit', 'withdraw')) t on true
    left join lateral (select coalesce(sum(x.amount), 0) as refunds from payment_refunds x
      where x.organization_id = p.organization_id and x.payment_id = p.id and x.status <> 'failed') r on true
    where p.refunded not between 0 and p.amount or r.refunds > p.refunded or t.lines + r.refunds > p.amount
      or (p.status in ('pending', 'failed', 'cancelled') and (t.lines <> 0 or p.refunded <> 0))
      or (p.status = 'refunded' and p.refunded <> p.amount)`,

  'a deposit from outside is on the balance, and so is money that came too late': `
    select p.organization_id, p.id, p.status, p.purpose, p.amount, t.sum from payments p
    left join lateral (select coalesce(sum(x.amount), 0) as sum from wallet_transactions x
      where x.organization_id = p.organization_id and x.payment_id = p.id and x.type = 'deposit') t on true
    where p.client_id is not null and t.sum <> p.amount
      and ((p.purpose = 'deposit' and p.status in ('succeeded', 'refunded')) or p.status = 'unapplied')`,

  'payments are in the currency of their organization': `
    select p.organization_id, p.id, p.currency, o.currency as ours from payments p
    join organizations o on o.id = p.organization_id where p.currency <> o.currency`,

  'no more receipts are given than money came, or went back': `
    select p.organization_id, p.id, p.amount, p.refunded, r.income, r.refunds from payments p
    join lateral (select
        coalesce(sum(x.total) filter (where x.kind = 'income' and x.offset_of is null), 0) as income,
        coalesce(sum(x.total) filter (where x.kind = 'income_refund'), 0) as refunds
      from receipts x where x.organization_id = p.organization_id and x.payment_id = p.id and x.status <> 'failed') r on true
    where r.income > p.amount or r.refunds > p.refunded`,

  'a package has as many visits left as were not used': `
    select p.organization_id, p.id, p.visits_total, p.visits_left, u.used from client_packages p
    left join lateral (select count(*) filter (where x.kind = 'take') - count(*) filter (where x.kind = 'return') as used
      from package_uses x where x.organization_id = p.organization_id and x.client_package_id = p.id) u on true
    where p.visits_left <> p.visits_total - u.used or p.visits_left not between 0 and p.visits_total`,

  'a visit of a package is taken once, given back once, and by whose the package is': `
    select u.organization_id, u.appointment_id, array_agg(u.kind || ':' || u.client_package_id order by u.id) as uses
    from package_uses u
    join client_packages p on p.organization_id = u.organization_id and p.id = u.client_package_id
    join appointments a on a.organization_id = u.organization_id and a.id = u.appointment_id
    group by 1, 2 having count(*) filter (where u.kind = 'take') <> 1 or count(*) filter (where u.kind = 'return') > 1
      or count(distinct u.client_package_id) <> 1 or bool_or(p.client_id <> a.client_id or p.service_id <> a.service_id)`,

  'a discount takes its part of what the ones before it left: the client’s, the promo’s, those by hand': `
    select * from (
      select d.organization_id, d.appointment_id, d.id, d.kind, d.discount_percent, d.amount,
        a.price - coalesce(sum(d.amount) over before, 0) as rest,
        coalesce(max(array_position(array['client', 'promo', 'manual'], d.kind)) over before, 0) as earlier
      from appointment_discounts d join appointments a on a.organization_id = d.organization_id and a.id = d.appointment_id
      window before as (partition by d.organization_id, d.appointment_id order by d.id rows between unbounded preceding and 1 preceding)
    ) line
    where amount > rest or (discount_percent is not null and amount <> floor(rest * discount_percent / 100 + 0.5))
      or array_position(array['client', 'promo', 'manual'], kind) < earlier + (kind <> 'manual')::integer`,

  'a promo code of a visit that stands counts it': `
    select u.organization_id, u.promo_code_id, u.appointment_id, u.released_at, a.status from promo_uses u
    join appointments a on a.organization_id = u.organization_id and a.id = u.appointment_id
    where u.released_at is not null and a.status in ('pending', 'confirmed', 'arrived', 'completed')`,

  'a visit that expired keeps nothing': `
    select organization_id, id, paid_of(organization_id, id) as kept from appointments
    where status = 'expired' and paid_of(organization_id, id) <> 0`,

  'a visit that was given was paid as it says, unless it is owed at the desk': `
    select a.organization_id, a.id, a.paid_by, a.total from appointments a
    where a.status = 'completed' and a.total > 0 and case a.paid_by when 'on_site' then false
      when 'wallet' then not exists (select from wallet_transactions t where t.organization_id = a.organization_id
        and t.appointment_id = a.id and t.type = 'payment')
      when 'package' then not exists (select from package_uses u where u.organization_id = a.organization_id
        and u.appointment_id = a.id and u.client_package_id = a.client_package_id and u.kind = 'take')
      when 'card' then not exists (select from payments p where p.organization_id = a.organization_id and p.appointment_id = a.id
        and p.status in ('succeeded', 'refunded'))
      else true end`,

  'a package was paid as it says': `
    select k.organization_id, k.id, k.paid_by, k.price_paid from client_packages k
    where k.price_paid > 0 and case k.paid_by
      when 'wallet' then not exists (select from wallet_transactions t where t.organization_id = k.organization_id
        and t.client_package_id = k.id and t.type = 'payment' and t.amount = -k.price_paid)
      else not exists (select from payments p where p.organization_id = k.organization_id and p.client_package_id = k.id
        and p.amount = k.price_paid and p.status in ('succeeded', 'refunded')
        and (p.provider = 'on_site') = (k.paid_by = 'on_site')) end`,

  'what paid for a package that can be used was not given back': `
    select k.organization_id, k.id, t.refunded, p.refunded as refunded_outside from client_packages k
    left join lateral (select sum(r.amount) as refunded from wallet_transactions r
      where r.organization_id = k.organization_id and r.client_package_id = k.id and r.type = 'refund') t on true
    left join lateral (select sum(x.refunded) as refunded from payments x
      where x.organization_id = k.organization_id and x.client_package_id = k.id) p on true
    where k.cancelled_at is null and (t.refunded > 0 or p.refunded > 0)`,

  'what was given back of a payment is written down: to the card, over the counter, or on the balance': `
    select p.organization_id, p.id, p.amount, p.refunded, r.refunds, t.deposits from payments p
    left join lateral (select coalesce(sum(x.amount), 0) as refunds from payment_refunds x
      where x.organization_id = p.organization_id and x.payment_id = p.id and x.status <> 'failed') r on true
    left join lateral (select coalesce(sum(x.amount), 0) as deposits from wallet_transactions x
      where x.organization_id = p.organization_id and x.payment_id = p.id and x.type = 'deposit') t on true
    where p.status in ('succeeded', 'unapplied', 'refunded')
      and p.refunded <> r.refunds + t.deposits and p.refunded <> r.refunds + t.deposits - p.amount`,

  'money that came is told of at most once': `
    select organization_id, subject_id, count(*) from events where type = 'payment.succeeded' and subject_kind = 'payment'
    group by 1, 2 having count(*) > 1`,

  'no more is counted against a prepayment than it was': `
    select r.organization_id, r.id, r.total, sum(o.total) as counted from receipts r
    join receipts o on o.organization_id = r.organization_id and o.offset_of = r.id and o.status <> 'failed'
    group by 1, 2, 3 having sum(o.total) > r.total`,
}
