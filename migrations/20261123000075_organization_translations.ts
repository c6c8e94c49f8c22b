import type { Knex } from 'knex'

const sql = /* sql */ `
-- The name and the words about the clinic in other languages, as the nouns of the catalogue have theirs.
alter table organizations
  add column translations jsonb not null default '{}',
  add constraint organizations_translations check (is_object(translations));
grant update (translations) on organizations to zapis_app;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
