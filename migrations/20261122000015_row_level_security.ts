import type { Knex } from 'knex'

const sql = /* sql */ `
-- Forced: the owner of the tables is bound too. The definer's policy lets its functions see every organization.
do $$
declare
  t text;
begin
  for t in
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name = 'organization_id'
      and table_name in (select tablename from pg_tables where schemaname = 'public')
    order by table_name
  loop
    execute format('alter table %1$I enable row level security, force row level security', t);
    execute format('create policy tenant on %1$I
      using (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::integer)
      with check (organization_id = nullif(current_setting(''app.organization_id'', true), '''')::integer)', t);
    execute format('create policy definer on %1$I to zapis_definer using (true) with check (true)', t);
  end loop;
end $$;

alter table organizations enable row level security, force row level security;
create policy tenant on organizations
  using (id = nullif(current_setting('app.organization_id', true), '')::integer)
  with check (id = nullif(current_setting('app.organization_id', true), '')::integer);
create policy definer on organizations to zapis_definer using (true) with check (true);

-- Rows that money or history refers to are archived, never deleted: hence no delete on most tables.
grant select, insert, update on
  locations, workplaces, services, service_packages, specialists, clients, appointments, payments,
  staff, api_keys, sign_in_codes, notifications, webhook_endpoints, webhook_deliveries
  to zapis_app;
grant select, insert, update, delete on
  workplace_services, service_specialists, location_schedules, specialist_schedules, holidays, schedule_exceptions,
  breaks, client_discounts, push_subscriptions, occupancies, group_sessions, idempotency_keys
  to zapis_app;
grant select, insert, delete on appointment_discounts to zapis_app;
grant select, insert on
  consent_texts, client_consents, payment_events, wallet_transactions, package_uses, audit_log
  to zapis_app;
grant select, insert on organizations, client_packages, events to zapis_app;
grant update (slug, name, currency, locale, time_zone, branding, policies, catalogue_version, archived_at)
  on organizations to zapis_app;
grant usage on sequence organizations_id_seq to zapis_app;
grant update (client_id, expires_at, cancelled_at, paid_by, price_paid) on client_packages to zapis_app;
grant update (ip, user_agent) on client_consents to zapis_app;
grant select, update (credit_limit) on client_wallets to zapis_app;
grant update (published_at, dead_at, due_at, lease, lease_until, attempts, error) on events to zapis_app;

grant select on organizations, clients, appointments, client_packages, package_uses, client_wallets, wallet_transactions,
  payments, staff, api_keys, sign_in_codes, idempotency_keys, events, notifications, webhook_endpoints, webhook_deliveries
  to zapis_definer;
grant update on appointments, client_packages, client_wallets, events, notifications, webhook_deliveries,
  idempotency_keys, sign_in_codes to zapis_definer;
grant insert on client_wallets to zapis_definer;
grant delete on events, notifications, webhook_deliveries, idempotency_keys, sign_in_codes to zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
