import type { Knex } from 'knex'

const sql = /* sql */ `
-- Whatever pays for an appointment asks here; the row lock makes two of them take turns.
create function settle_once(p_organization integer, p_appointment integer) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform from appointments where organization_id = p_organization and id = p_appointment for no key update;
  if (select coalesce(sum(amount), 0) < 0 from wallet_transactions
      where organization_id = p_organization and appointment_id = p_appointment and type in ('payment', 'refund'))
    or (select count(*) filter (where kind = 'take') > count(*) filter (where kind = 'return') from package_uses
      where organization_id = p_organization and appointment_id = p_appointment)
    or exists (select from payments
      where organization_id = p_organization and appointment_id = p_appointment and status = 'succeeded') then
    raise exception 'the appointment is already paid'
      using errcode = 'check_violation', constraint = 'appointments_settled_once', table = 'appointments';
  end if;
end $$;

create function payments_settle() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' or old.status <> 'succeeded' then
    perform settle_once(new.organization_id, new.appointment_id);
  end if;
  return new;
end $$;
create trigger payments_settle before insert or update of status on payments for each row
  when (new.status = 'succeeded' and new.appointment_id is not null) execute function payments_settle();

create function package_uses_post() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved integer := case new.kind when 'take' then -1 else 1 end;
begin
  if new.kind = 'take' then
    perform settle_once(new.organization_id, new.appointment_id);
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

create trigger package_uses_post before insert on package_uses
  for each row execute function package_uses_post();
create trigger package_uses_append_only before update or delete on package_uses
  for each row execute function append_only();
create trigger package_uses_no_truncate before truncate on package_uses
  for each statement execute function append_only();

-- Amounts are counts of the currency's minor unit: with money recorded, another currency would change their meaning.
create function organizations_currency_fixed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from appointments where organization_id = new.id)
    or exists (select from client_packages where organization_id = new.id)
    or exists (select from wallet_transactions where organization_id = new.id)
    or exists (select from payments where organization_id = new.id) then
    raise exception 'the currency stays: there is money in it'
      using errcode = 'check_violation', constraint = 'organizations_currency_fixed', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger organizations_currency_fixed before update of currency on organizations for each row
  when (new.currency <> old.currency) execute function organizations_currency_fixed();
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
