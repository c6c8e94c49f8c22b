import type { Knex } from 'knex'

const sql = /* sql */ `
-- What must be found before the organization is known. Each answers as little as its caller needs.
create function find_api_key(p_hash text)
returns table (organization_id integer, id integer, kind text, allowed_origins text[], scopes text[],
  revoked_at timestamptz, organization_archived_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select k.organization_id, k.id, k.kind, k.allowed_origins, k.scopes, k.revoked_at, o.archived_at
  from api_keys k join organizations o on o.id = k.organization_id
  where k.hash = p_hash
$$;

create function find_organization(p_slug text)
returns table (id integer, name text, locale text, currency char(3), archived_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id, name, locale, currency, archived_at from organizations where slug = p_slug
$$;

create function find_staff(p_slug text, p_email text)
returns table (organization_id integer, id integer, password_hash text, role text, specialist_id integer,
  session_version integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.organization_id, s.id, s.password_hash, s.role, s.specialist_id, s.session_version
  from staff s join organizations o on o.id = s.organization_id
  where o.slug = p_slug and lower(s.email) = lower(p_email) and s.archived_at is null and o.archived_at is null
$$;

create function find_appointment(p_code text) returns table (organization_id integer, id integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select organization_id, id from appointments where code = p_code
$$;

create function find_payment(p_provider text, p_provider_id text) returns table (organization_id integer, id integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select organization_id, id from payments where provider = p_provider and provider_id = p_provider_id
$$;

create function every_organization()
returns table (id integer, slug text, name text, currency char(3), locale text, time_zone text, archived_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id, slug, name, currency, locale, time_zone, archived_at from organizations order by id
$$;

create function due_pending(p_now timestamptz, p_limit integer default 100)
returns table (organization_id integer, appointment_id integer)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select organization_id, id from appointments
  where status = 'pending' and pending_until <= p_now
  order by pending_until limit p_limit
$$;

-- Clients of the current organization that have every word of the text. A definer for the index alone: LIKE is not
-- leakproof, so under row-level security it would wait for a scan.
create function matching_clients(p_text text, p_limit integer default 1000) returns setof integer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  organization integer := nullif(current_setting('app.organization_id', true), '')::integer;
  patterns text[] := array(
    select '%' || replace(replace(replace(lower(word), '!', '!!'), '%', '!%'), '_', '!_') || '%'
    from regexp_split_to_table(btrim(p_text), '[[:space:]]+') word
    order by length(word) desc);
begin
  return query
  select c.id from clients c
  where c.organization_id = organization and c.erased_at is null and c.merged_into is null
    and c.search like patterns[1] escape '!'
    and not exists (select from unnest(patterns) p where c.search not like p escape '!')
  order by c.id limit p_limit;
end $$;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
