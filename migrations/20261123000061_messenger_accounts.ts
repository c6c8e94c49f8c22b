import type { Knex } from 'knex'

const sql = /* sql */ `
-- Whose account of a messenger is which client's. Telegram's is in the client's own row.
create table messenger_accounts (
  organization_id integer not null constraint messenger_accounts_organization references organizations,
  messenger text not null,
  account_id bigint not null,
  client_id integer not null,
  created_at timestamptz not null default now(),
  constraint messenger_accounts_pkey primary key (organization_id, messenger, account_id),
  constraint messenger_accounts_client foreign key (organization_id, client_id) references clients,
  constraint messenger_accounts_messenger check (messenger in ('max'))
);
create index messenger_accounts_of_client on messenger_accounts (organization_id, client_id);

alter table messenger_accounts enable row level security, force row level security;
create policy tenant on messenger_accounts
  using (organization_id = nullif(current_setting('app.organization_id', true), '')::integer)
  with check (organization_id = nullif(current_setting('app.organization_id', true), '')::integer);
create policy definer on messenger_accounts to zapis_definer using (true) with check (true);
grant select, insert, update, delete on messenger_accounts to zapis_app;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
