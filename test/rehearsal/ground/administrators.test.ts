/** What production has and no script makes: roles, owners, extensions that only a superuser creates, a platform's schemas. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../../src/check.js';
import type { Report } from '../../../src/report-schema/types.js';
import { availableMajors, sessionAt, startService, type TestService } from '../../support/postgres.js';
import { settingsFor } from '../../support/settings.js';

/** As pg_dump and a careful team write it. */
const DUMP = `SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA public;
COMMENT ON EXTENSION pg_stat_statements IS 'x';
CREATE EXTENSION pgstattuple;
CREATE ROLE reader NOLOGIN;
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'writer') THEN CREATE ROLE writer; END IF; END $$;
ALTER ROLE reader SET statement_timeout = '5s';
GRANT reader TO writer;
CREATE TABLE public.t (id bigint PRIMARY KEY, a int);
ALTER TABLE public.t OWNER TO postgres;
ALTER SCHEMA public OWNER TO app;
GRANT SELECT ON public.t TO reader;
REVOKE ALL ON public.t FROM old_app;
ALTER DEFAULT PRIVILEGES FOR ROLE app IN SCHEMA public GRANT SELECT ON TABLES TO reader;
`;

const CHANGE = `SET lock_timeout = '2s';
CREATE TABLE audit (id bigint PRIMARY KEY);
ALTER TABLE audit OWNER TO app;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON t TO "user" USING (true);
GRANT INSERT ON audit TO writer;
`;
const BACK = `SET lock_timeout = '2s';
DROP TABLE audit;
DROP POLICY own ON t;
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
`;

const STORE = `create table public.notes (id uuid primary key default uuid_generate_v4(), owner uuid references auth.users on delete cascade);
alter table public.notes enable row level security;
create policy own on public.notes for all to authenticated using ((select auth.uid()) = owner);
insert into storage.buckets (id, name, public) values ('notes', 'notes', false);
create policy files on storage.objects for select using (bucket_id = 'notes' and (storage.foldername(name))[1] = auth.uid()::text);
create function public.on_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin insert into public.notes (owner) values (new.id); return new; end $$;
create trigger on_user after insert on auth.users for each row execute function public.on_user();
alter publication supabase_realtime add table public.notes;
create extension if not exists pgcrypto with schema extensions;
select vault.create_secret('s3cret', 'key');
grant execute on function public.on_user() to service_role;
`;

let service: TestService | undefined;
let folder: string;
const major = availableMajors()[0];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'administrators-'));
  if (major !== undefined) service = await startService(major);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await service?.stop();
});

async function checked(
  name: string,
  files: Record<string, string>,
  over: Parameters<typeof settingsFor>[1],
): Promise<Report> {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const paths = Object.keys(files).filter((path) => !path.endsWith('dump.sql') && !path.endsWith('.toml'));
  const { report } = await check({ settings: settingsFor(root, over), cwd: root, change: { paths } });
  return report;
}

async function serverRoles(): Promise<string[]> {
  const session = await sessionAt(service?.url ?? '');
  try {
    const { rows } = await session.query("SELECT rolname FROM pg_roles WHERE rolname !~ '^pg_' ORDER BY 1");
    return rows.map(([name]) => String(name));
  } finally {
    await session.close();
  }
}

describe.each([
  {
    name: 'a service',
    skip: major === undefined,
    over: () => ({ server: 'service' as const, databaseUrl: service?.url ?? null }),
  },
  { name: 'the embedded server', skip: false, over: () => ({ server: 'embedded' as const }) },
])('on $name', ({ name, skip, over }) => {
  const files = { 'm/1_a.up.sql': CHANGE, 'm/1_a.down.sql': BACK, 'dump.sql': DUMP };

  it.skipIf(skip)('roles and owners stand in the way of nothing, and roles are gone afterwards', async () => {
    const report = await checked(`${name} owners`, files, {
      ...over(),
      baseline: [join(folder, `${name} owners`, 'dump.sql')],
    });
    const notes = report.notChecked.map(({ check }) => check);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.migrations[0]?.rollback.verdict).toMatch(/^reversible/);
    expect(notes).toContain('the rights of the roles app, old_app, user');
    if (name !== 'a service') return;
    expect(report.notChecked).toContainEqual({
      check: 'statements of administrators before the change',
      reason: expect.stringMatching(/^dump\.sql:3 and \d more were left out/),
    });
    expect(await serverRoles()).toEqual(['postgres']);
  });

  it.skipIf(skip)('a Supabase project has its platform', async () => {
    const supabase = {
      'supabase/config.toml': 'project_id = "x"\n',
      'supabase/migrations/20260101000000_notes.sql': STORE,
    };
    const report = await checked(`${name} supabase`, supabase, over());
    expect(report.migrations[0]?.statements.filter(({ status }) => status !== 'applied')).toEqual([]);
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.notChecked.filter(({ check }) => /rights|administrators|extension/.test(check))).toEqual([]);
  });
});

it.skipIf(major === undefined)(
  'an extension that only a superuser creates is not checked in a change, and why',
  async () => {
    const report = await checked(
      'extension',
      { 'm/1_a.sql': 'CREATE EXTENSION pg_stat_statements;' },
      {
        server: 'service',
        databaseUrl: service?.url ?? null,
      },
    );
    expect(report.verdict).toBe('pass');
    expect(report.notChecked).toContainEqual({
      check: 'extension pg_stat_statements',
      reason: expect.stringContaining(
        'only a superuser may create it: name an SQL file that does this in the setting bootstrap',
      ),
    });
  },
);
