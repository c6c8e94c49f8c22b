import type { Knex } from 'knex'

const sql = /* sql */ `
alter table consent_texts add column required boolean not null default false;

-- The ledger's trigger as before, but for merged duplicates: the survivor answers for their lines (a payment is refunded to
-- them, the correction that brings the balance over names the one that took it out), and nothing is written of a duplicate.
create or replace function wallet_transactions_post() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  paid wallet_transactions;
  given_back bigint;
begin
  if new.type = 'payment' and new.appointment_id is not null then
    perform settle_once(new.organization_id, new.appointment_id);
  end if;
  -- Every line of a wallet waits here for the line before it.
  perform from client_wallets where organization_id = new.organization_id and client_id = new.client_id for update;
  if not found then
    raise exception 'the client has no wallet'
      using errcode = 'foreign_key_violation', constraint = 'wallet_transactions_wallet', table = tg_table_name;
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

create function answers_for(p_organization integer, p_client integer, p_of integer) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p_client = p_of or exists (
    select from clients where organization_id = p_organization and id = p_of and merged_into = p_client)
$$;

-- For the trigger alone: it looks across organizations.
grant create on schema public to zapis_definer;
revoke all on function answers_for(integer, integer, integer) from public;
alter function answers_for(integer, integer, integer) owner to zapis_definer;
revoke create on schema public from zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
