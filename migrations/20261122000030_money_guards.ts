import type { Knex } from 'knex'

const sql = /* sql */ `
-- As before, and counted again: a late payment that revives an expired visit takes its use back, if there is one left.
create or replace function promo_uses_count() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved integer := case when tg_op = 'INSERT' then 1 else (new.released_at is null)::integer - (old.released_at is null)::integer end;
  promo promo_codes;
begin
  if moved = 0 then
    return new;
  end if;
  update promo_codes set uses = uses + moved
  where organization_id = new.organization_id and id = new.promo_code_id returning * into promo;
  if moved = 1 and promo.uses_per_client is not null and promo.uses_per_client <= (
    select count(*) from promo_uses where organization_id = new.organization_id and promo_code_id = new.promo_code_id
      and client_id = new.client_id and released_at is null) then
    raise exception 'the client has used the code'
      using errcode = 'check_violation', constraint = 'promo_uses_per_client', table = tg_table_name;
  end if;
  return new;
end $$;

-- Money of a package goes back by the package's own refund, which ends its visits too; whatever line or refund tries it otherwise.
create function wallet_transactions_package() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from wallet_transactions t
    join client_packages p on p.organization_id = t.organization_id and p.id = t.client_package_id
    where t.organization_id = new.organization_id and t.id = new.refunds and p.cancelled_at is null) then
    raise exception 'the package can still be used'
      using errcode = 'check_violation', constraint = 'refunds_of_package', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger wallet_transactions_package before insert on wallet_transactions for each row
  when (new.type = 'refund') execute function wallet_transactions_package();

create function payments_package() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select from client_packages where organization_id = new.organization_id and id = new.client_package_id
    and cancelled_at is null) then
    raise exception 'the package can still be used'
      using errcode = 'check_violation', constraint = 'refunds_of_package', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger payments_package before update of refunded on payments for each row
  when (new.refunded > old.refunded and new.client_package_id is not null) execute function payments_package();

-- Two receipts of ours are never the same one there.
create unique index receipts_provider_key on receipts (organization_id, provider, provider_id) where provider_id is not null;

-- For the reports, which ask by when money came and went.
create index payments_by_success on payments (organization_id, succeeded_at) where succeeded_at is not null;
create index payment_refunds_by_time on payment_refunds (organization_id, created_at);

grant create on schema public to zapis_definer;
do $$
declare
  f text;
begin
  foreach f in array array['wallet_transactions_package()', 'payments_package()'] loop
    execute format('revoke all on function %s from public', f);
    execute format('alter function %s owner to zapis_definer', f);
  end loop;
end $$;
revoke create on schema public from zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
