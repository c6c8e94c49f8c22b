import type { Knex } from 'knex'

const sql = /* sql */ `
create index api_keys_of_any_origin on api_keys (organization_id)
  where kind = 'publishable' and revoked_at is null and allowed_origins = '{}';
create index api_keys_allowed_origins on api_keys using gin (allowed_origins)
  where kind = 'publishable' and revoked_at is null;

-- Whether some site's key may be used from the origin. Of a preflight no more is known: it carries no credential.
create function is_known_origin(p_origin text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from api_keys k join organizations o on o.id = k.organization_id
    where k.kind = 'publishable' and k.revoked_at is null and k.allowed_origins @> array[p_origin]
      and o.archived_at is null
  ) or exists (
    select from api_keys k join organizations o on o.id = k.organization_id
    where k.kind = 'publishable' and k.revoked_at is null and k.allowed_origins = '{}' and o.archived_at is null
  )
$$;

grant create on schema public to zapis_definer;
revoke all on function is_known_origin(text) from public;
grant execute on function is_known_origin(text) to zapis_app, zapis_definer;
alter function is_known_origin(text) owner to zapis_definer;
revoke create on schema public from zapis_definer;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
