import type { Knex } from 'knex'

const sql = /* sql */ `
-- A visit is paid in parts (a prepayment by card, the rest at the desk). What keeps it from being paid twice is the sum, not the count:
-- all that was paid and not given back never exceeds the total.
alter table appointments add column prepayment bigint not null default 0,
  add constraint appointments_prepayment check (prepayment between 0 and total);
drop index wallet_transactions_once_an_appointment;
drop index payments_once_an_appointment;
drop index wallet_transactions_once_a_payment;
create index wallet_transactions_of_appointment on wallet_transactions (organization_id, appointment_id)
  where appointment_id is not null;
create index wallet_transactions_of_payment on wallet_transactions (organization_id, payment_id) where payment_id is not null;
create index payments_of_appointment on payments (organization_id, appointment_id) where appointment_id is not null;
-- page_url: our own page, where it is paid; payment_url is the provider’s.
alter table payments add column code text, add column method text, add column page_url text,
  add constraint payments_code_key unique (code),
  add constraint payments_code check (code ~ '^[A-Za-z0-9_-]{22,64}$');

-- Paid and not given back: from the balance, from outside, by a package's visit (the whole).
create function paid_of(p_organization integer, p_appointment integer) returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select -sum(amount) from wallet_transactions
      where organization_id = p_organization and appointment_id = p_appointment and type in ('payment', 'refund')), 0)::bigint
    + coalesce((select sum(amount - refunded) from payments
      where organization_id = p_organization and appointment_id = p_appointment and status in ('succeeded', 'refunded')), 0)::bigint
    + coalesce((select a.total from appointments a where a.organization_id = p_organization and a.id = p_appointment
      and (select count(*) filter (where kind = 'take') > count(*) filter (where kind = 'return') from package_uses
        where organization_id = p_organization and appointment_id = p_appointment)), 0)
$$;

-- Whatever pays asks here; the row lock makes two of them take turns.
create function settle(p_organization integer, p_appointment integer, p_amount bigint) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  visit_total bigint;
begin
  select total into visit_total from appointments where organization_id = p_organization and id = p_appointment
  for no key update;
  if paid_of(p_organization, p_appointment) + p_amount > visit_total then
    raise exception 'more would be paid than the visit costs'
      using errcode = 'check_violation', constraint = 'appointments_paid_within_total', table = 'appointments';
  end if;
end $$;

-- A discount given later never makes a visit cheaper than what was already paid for it.
create function appointments_total_covers_paid() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if paid_of(new.organization_id, new.id) > new.total then
    raise exception 'more has been paid than the visit would cost'
      using errcode = 'check_violation', constraint = 'appointments_paid_within_total', table = 'appointments';
  end if;
  return new;
end $$;
create trigger appointments_total_covers_paid before update of total on appointments for each row
  when (new.total < old.total) execute function appointments_total_covers_paid();

create or replace function payments_settle() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' or old.status <> 'succeeded' then
    perform settle(new.organization_id, new.appointment_id, new.amount - new.refunded);
  end if;
  return new;
end $$;

create or replace function package_uses_post() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved integer := case new.kind when 'take' then -1 else 1 end;
begin
  if new.kind = 'take' then
    perform settle(new.organization_id, new.appointment_id,
      (select total from appointments where organization_id = new.organization_id and id = new.appointment_id));
  elsif not exists (select from package_uses where organization_id = new.organization_id and kind = 'take'
    and appointment_id = new.appointment_id and client_package_id = new.client_package_id) then
    raise exception 'the visit was not taken from this package'
      using errcode = 'check_violation', constraint = 'package_uses_return_of_take', table = tg_table_name;
  elsif exists (select from package_uses where organization_id = new.organization_id and kind = 'return'
    and appointment_id = new.appointment_id) then
    raise exception 'the visit was given back'
      using errcode = 'unique_violation', constraint = 'package_uses_once_an_appointment', table = tg_table_name;
  end if;
  update client_packages p set visits_left = visits_left + moved
  from appointments a
  where p.organization_id = new.organization_id and p.id = new.client_package_id
    and a.organization_id = new.organization_id and a.id = new.appointment_id
    and (new.kind = 'return' or (p.client_id = a.client_id and p.service_id = a.service_id
      and p.cancelled_at is null and (p.expires_at is null or p.expires_at > a.starts_at)));
  if not found then
    raise exception 'the package is not good for this appointment'
      using errcode = 'check_violation', constraint = 'package_uses_valid', table = tg_table_name;
  end if;
  return new;
end $$;

-- As before, but parts: a payment asks for its amount, and deposits that come from one external payment never exceed it.
create or replace function wallet_transactions_post() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  paid wallet_transactions;
  given_back bigint;
  came bigint;
begin
  if new.type = 'payment' and new.appointment_id is not null then
    perform settle(new.organization_id, new.appointment_id, -new.amount);
  end if;
  if new.type = 'deposit' and new.payment_id is not null then
    select amount into came from payments where organization_id = new.organization_id and id = new.payment_id for no key update;
    if (select coalesce(sum(amount), 0) from wallet_transactions where organization_id = new.organization_id
      and payment_id = new.payment_id and type = 'deposit') + new.amount > came then
      raise exception 'the deposits exceed the payment'
        using errcode = 'check_violation', constraint = 'wallet_transactions_deposit_within_payment', table = tg_table_name;
    end if;
  end if;
  -- Every line of a wallet waits here for the line before it.
  perform from client_wallets where organization_id = new.organization_id and client_id = new.client_id for update;
  if not found then
    raise exception 'the client has no wallet'
      using errcode = 'foreign_key_violation', constraint = 'wallet_transactions_wallet', table = tg_table_name;
  end if;
  -- The start of a transaction that had to wait is earlier than the line before: lists go by time.
  if new.created_at = now() then
    new.created_at := clock_timestamp();
  end if;
  if exists (select from clients
    where organization_id = new.organization_id and id = new.client_id and merged_into is not null) then
    raise exception 'the client was merged into another'
      using errcode = 'check_violation', constraint = 'wallet_transactions_client_merged', table = tg_table_name;
  end if;
  if new.type = 'refund' then
    select * into paid from wallet_transactions
    where organization_id = new.organization_id and id = new.refunds and type = 'payment'
      and answers_for(new.organization_id, new.client_id, client_id);
    if not found then
      raise exception 'a refund names a payment of the same client'
        using errcode = 'check_violation', constraint = 'wallet_transactions_refund_names_payment', table = tg_table_name;
    end if;
    select coalesce(sum(amount), 0) into given_back from wallet_transactions
    where organization_id = new.organization_id and refunds = paid.id;
    if given_back + new.amount > -paid.amount then
      raise exception 'the refunds exceed the payment'
        using errcode = 'check_violation', constraint = 'wallet_transactions_refund_within_payment', table = tg_table_name;
    end if;
    new.appointment_id := paid.appointment_id;
    new.client_package_id := paid.client_package_id;
  end if;
  if new.corrects is not null and not exists (select from wallet_transactions
    where organization_id = new.organization_id and id = new.corrects
      and answers_for(new.organization_id, new.client_id, client_id)) then
    raise exception 'a correction names a line of the same client'
      using errcode = 'check_violation', constraint = 'wallet_transactions_correction_names_line', table = tg_table_name;
  end if;
  update client_wallets set balance = balance + new.amount, seq = seq + 1
  where organization_id = new.organization_id and client_id = new.client_id
  returning seq, balance into new.seq, new.balance_after;
  return new;
end $$;
drop function settle_once(integer, integer);

-- A payment that arrives after its visit expired takes the time again, if it is still free.
create or replace function appointments_guard() returns trigger
language plpgsql as $$
begin
  -- Leaves one session on the way to another: the change is counted there.
  if new.status = old.status and old.session_id is not null and new.session_id is null and new.starts_at = old.starts_at then
    return new;
  end if;
  if new.status <> old.status then
    if (old.status, new.status) not in (
      ('pending', 'confirmed'), ('pending', 'cancelled'), ('pending', 'expired'), ('expired', 'confirmed'),
      ('confirmed', 'arrived'), ('confirmed', 'completed'), ('confirmed', 'cancelled'), ('confirmed', 'no_show'),
      ('arrived', 'completed'), ('arrived', 'cancelled'), ('arrived', 'no_show'), ('arrived', 'confirmed'),
      -- the desk takes back what it marked by mistake
      ('completed', 'arrived'), ('no_show', 'arrived'), ('no_show', 'completed')
    ) then
      raise exception 'an appointment does not go from % to %', old.status, new.status
        using errcode = 'check_violation', constraint = 'appointments_transition', table = 'appointments';
    end if;
    if new.status in ('cancelled', 'expired') then
      new.cancelled_at := coalesce(new.cancelled_at, now());
      new.session_id := null;
      delete from occupancies where organization_id = new.organization_id and appointment_id = new.id;
    elsif old.status = 'expired' then
      new.cancelled_at := null;
    end if;
  end if;
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;

grant create on schema public to zapis_definer;
do $$
declare
  f text;
begin
  foreach f in array array['paid_of(integer, integer)', 'settle(integer, integer, bigint)', 'appointments_total_covers_paid()', 'promo_uses_count()'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to zapis_definer', f);
  end loop;
end $$;
revoke create on schema public from zapis_definer;
grant execute on function paid_of(integer, integer) to zapis_app, zapis_definer;
grant update on payments to zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
