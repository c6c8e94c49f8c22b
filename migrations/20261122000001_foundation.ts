import type { Knex } from 'knex'

const sql = /* sql */ `
create extension if not exists btree_gist;

-- Only the index of the client search needs it, and a search works without an index.
do $$
begin
  create extension if not exists pg_trgm;
exception when undefined_file or feature_not_supported or insufficient_privilege then
  raise notice 'pg_trgm is absent: searching clients reads them all';
end $$;

-- zapis_app: what the server becomes; row-level security binds it.
-- zapis_definer: owns the functions that look across organizations.
-- Roles belong to the cluster, whose other databases may be migrating at this moment.
do $$
declare
  r text;
begin
  foreach r in array array['zapis_app', 'zapis_definer'] loop
    begin
      if not exists (select from pg_roles where rolname = r) then
        execute format('create role %I nologin noinherit', r);
      end if;
    exception when duplicate_object or unique_violation then
      null;
    end;
    -- Trying is the only test that means the same before and after PostgreSQL 16.
    begin
      execute format('set local role %I', r);
      reset role;
    exception when insufficient_privilege then
      begin
        execute format('grant %I to current_user', r);
      exception when unique_violation then
        null;
      end;
    end;
  end loop;
end $$;

grant usage on schema public to zapis_app, zapis_definer;

create function minutes_between(opens time, closes time) returns int4range
language sql immutable parallel safe as $$
  select int4range((extract(epoch from opens) / 60)::integer, (extract(epoch from closes) / 60)::integer)
$$;

create function is_whole_minute(value time) returns boolean
language sql immutable parallel safe as $$
  select extract(second from value) = 0
$$;

-- "at time zone" makes the expression immutable; the minute of an instant is the same in every zone.
create function starts_minute(during tstzrange) returns integer
language sql immutable parallel safe as $$
  select case when isfinite(lower(during))
    then floor(extract(epoch from lower(during) at time zone 'UTC') / 60)::integer end
$$;

create function ends_minute(during tstzrange) returns integer
language sql immutable parallel safe as $$
  select case when isfinite(upper(during))
    then ceil(extract(epoch from upper(during) at time zone 'UTC') / 60)::integer end
$$;

create function is_object(value jsonb) returns boolean
language sql immutable parallel safe as $$
  select jsonb_typeof(value) = 'object' and octet_length(value::text) <= 20000
$$;

create function are_words(words text[], most integer, longest integer) returns boolean
language sql immutable parallel safe as $$
  select cardinality(words) <= most
    and (select coalesce(bool_and(coalesce(length(w), 0) between 1 and longest), true) from unnest(words) w)
$$;

create function touch() returns trigger
language plpgsql as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  return new;
end $$;

create function append_only() returns trigger
language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'check_violation', constraint = tg_table_name || '_append_only', table = tg_table_name;
end $$;
`

export async function up(knex: Knex): Promise<void> {
  await knex.raw(sql)
}
