/** The case that this tool was born from, on every kind of server, through the command line that users get. */
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/report-schema/types.js';
import { NEWEST, OLDEST } from '../../src/sql/versions.js';
import { checkJson, ROOT, runCli } from '../support/cli.js';
import { availableMajors, newestMajor, postgresBin, startService, type TestService } from '../support/postgres.js';

const CASE = 'examples/p0-perf-indexes/db/migrations/2026-01-23_p0_perf_indexes';
const INDEXES = [
  'idx_quarantine_conv_active_exp',
  'idx_outbox_status_due',
  'idx_security_events_time',
  'idx_support_tickets_status_time',
  'idx_token_usage_hash',
  'idx_admin_audit_time',
];

const validReport = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, 'docs/report.schema.json'), 'utf8')),
);

let service: TestService | undefined;
const available = availableMajors();
const newest = newestMajor();
interface Way {
  server: string;
  skip: boolean;
  args(): string[];
  env?(): NodeJS.ProcessEnv;
}
const ways: Way[] = [
  { server: 'embedded', skip: false, args: () => ['--server', 'embedded'] },
  ...[OLDEST, NEWEST].map((major) => ({
    server: `local ${major}`,
    skip: !available.includes(major),
    args: () => ['--server', 'local'],
    env: () => ({ MIGRATION_SAFETY_POSTGRES_BIN: postgresBin(major) }),
  })),
  { server: `service ${newest}`, skip: newest === undefined, args: () => ['--database-url', service?.url ?? ''] },
];

beforeAll(async () => {
  if (newest !== undefined) service = await startService(newest);
});
afterAll(async () => {
  await service?.stop();
});

describe.each(ways)('on the server: $server', ({ server, skip, args, env }) => {
  const runs = new Map<string, ReturnType<typeof checkJson>>();
  const check = async (path: string) => {
    const run = runs.get(path) ?? checkJson([path, ...args()], env ? { env: env() } : {});
    runs.set(path, run);
    const result = await run;
    expect(validReport(result.report), JSON.stringify(validReport.errors)).toBe(true);
    expect(result.report.postgres.server?.kind).toBe(server.split(' ')[0]);
    return result;
  };
  const test = it.skipIf(skip);

  test('says about the case as written what is wrong with it, and where', async () => {
    const { exitCode, report } = await check('examples/p0-perf-indexes');
    expect(exitCode).toBe(1);
    // What stops the deployment, what breaks its rollback, what is to be decided.
    expect(places(report)).toEqual([
      'sql:6:1 error concurrently-in-transaction confirmed',
      'validate.sql:9:15 error validation-fails observed',
      ...[22, 26].map((line) => `sql:${line}:1 error down-leaves-object confirmed`),
      ...[1, 2, 3, 4].map((line) => `rollback.sql:${line}:1 warning drop-index-not-concurrent confirmed`),
      ...[6, 10, 14, 18, 22, 26].map((line) => `sql:${line}:1 warning if-not-exists-masks-invalid-index static`),
      'validate.sql:2:1 warning validation-without-expectation static',
      'validate.sql:5:22 warning like-underscore-wildcard static',
      'validate.sql:8:1 warning validation-without-expectation static',
    ]);
    // One BEGIN, one finding, with all its places.
    const [inTransaction] = ofRule(report, 'concurrently-in-transaction');
    expect(inTransaction?.places?.map(({ line }) => line)).toEqual([10, 14, 18, 22, 26]);
    for (const finding of report.findings) expect(finding.help, finding.rule).not.toBe('');
  });

  test('names what the rollback leaves, the SQL that it forgot, and the columns’ right names', async () => {
    const { report } = await check('examples/p0-perf-indexes');
    const left = ofRule(report, 'down-leaves-object').map(({ message }) => message);
    expect(left.map((message) => INDEXES.find((name) => message.includes(name)))).toEqual(INDEXES.slice(4));
    const [migration] = report.migrations;
    expect(migration?.rollback.missingSql).toBe(
      'DROP INDEX CONCURRENTLY idx_admin_audit_time;\nDROP INDEX CONCURRENTLY idx_token_usage_hash;',
    );
    const [validation] = ofRule(report, 'validation-fails');
    expect(validation?.message).toContain(
      '`pg_stat_user_indexes` has no `tablename` and no `indexname` (SQLSTATE 42703)',
    );
    expect(validation?.help).toBe('Write `relname` instead of `tablename`, and `indexrelname` instead of `indexname`.');
    expect(validation?.fixes?.[0]?.edits.map(({ line, column, text }) => [line, column, text])).toEqual([
      [9, 15, 'relname'],
      [9, 26, 'indexrelname'],
    ]);
  });

  test('passes the fixed project, with its checklist proven', async () => {
    const { exitCode, report } = await check('examples/p0-perf-indexes-fixed');
    expect(report.findings).toEqual([]);
    expect(exitCode).toBe(0);
    const [migration] = report.migrations;
    // Only a real server shows what CONCURRENTLY waits for, and so that these tables are touched at all.
    const proofs = migration?.proofs.filter(({ check: name }) => name !== 'data');
    expect(proofs?.map(({ check: name, status }) => [name, status])).toEqual([
      ['applied', 'proven'],
      ['objects', 'proven'],
      ['rollback', 'proven'],
      ['rerun', 'proven'],
      ['validation', 'proven'],
      ['plans', 'proven'],
      ['probes', 'proven'],
      ['writes', 'proven'],
      ['bloat', 'proven'],
    ]);
    expect(migration?.plans.map(({ index, status }) => [index, status])).toEqual(
      INDEXES.map((name) => [name, 'chosen']),
    );
    for (const name of INDEXES) expect(migration?.proofs[1]?.detail).toContain(name);
  });

  test('confirms by the catalogs what the old rollback leaves of the fixed migration', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'old-rollback-'));
    try {
      await cp(join(ROOT, 'examples/p0-perf-indexes-fixed'), folder, { recursive: true });
      await cp(
        join(ROOT, `${CASE}.rollback.sql`),
        join(folder, 'db/migrations/2026-01-23_p0_perf_indexes.rollback.sql'),
      );
      const { exitCode, report } = await check(folder);
      expect(exitCode).toBe(1);
      expect(ofRule(report, 'down-leaves-object').map(({ evidence }) => evidence)).toEqual(['confirmed', 'confirmed']);
      expect(report.migrations[0]?.rollback.verdict).toBe('not restored');
      expect(report.migrations[0]?.rollback.differences.map(({ change, name }) => [change, name])).toEqual([
        ['extra', 'public.idx_admin_audit_time'],
        ['extra', 'public.idx_token_usage_hash'],
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('says nothing about VACUUM outside a transaction', async () => {
    const { report } = await check('examples/p0-perf-indexes');
    expect(report.findings.filter(({ path }) => path.includes('maintenance'))).toEqual([]);
  });

  test('reads the runbook as a migration, on the lines of the page', async () => {
    const { exitCode, report } = await check('examples/p0-perf-indexes-runbook');
    expect(exitCode).toBe(1);
    expect(report.migrations[0]?.layout).toBe('markdown');
    const page = readFileSync(join(ROOT, 'examples/p0-perf-indexes-runbook/runbook.md'), 'utf8').split('\n');
    const lines = (rule: string) =>
      ofRule(report, rule).flatMap((it) => [it, ...(it.places ?? [])].map(({ line }) => page[line - 1]));
    expect(lines('concurrently-in-transaction')).toEqual(
      INDEXES.map((name) => `CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name}`),
    );
    expect(lines('drop-index-not-concurrent')).toEqual(
      INDEXES.slice(0, 4).map((name) => `DROP INDEX IF EXISTS ${name};`),
    );
    expect(lines('like-underscore-wildcard')).toEqual(["  AND indexname LIKE 'idx_%';"]);
    expect(lines('validation-fails')).toEqual(['  schemaname, tablename, indexname,']);
    expect(lines('down-leaves-object')).toHaveLength(2);
  });
});

describe('every format', () => {
  it.each(['text', 'sarif', 'gitlab', 'junit', 'markdown', 'html', 'github'])(
    '%s names each rule that blocks',
    async (format) => {
      const { report } = await checkJson(['examples/p0-perf-indexes', '--server', 'none']);
      const { exitCode, stdout } = await runCli([
        'check',
        'examples/p0-perf-indexes',
        '--server',
        'none',
        '--format',
        format,
      ]);
      expect(exitCode).toBe(1);
      for (const rule of new Set(report.findings.filter(({ severity }) => severity === 'error').map((it) => it.rule)))
        expect(stdout).toContain(rule);
    },
  );
});

/** `suffix:line:column severity rule evidence`, in the report’s own order. */
function places(report: Report): string[] {
  return report.findings.map(({ path, line, column, severity, rule, evidence }) => {
    return `${path.replace(`${CASE}.`, '')}:${line}:${column} ${severity} ${rule} ${evidence}`;
  });
}

function ofRule(report: Report, rule: string): Finding[] {
  return report.findings.filter((finding) => finding.rule === rule);
}
