/** A comment or a string that is never closed is an error in every layout and every kind of script: nothing after it runs. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { check } from '../../src/check.js';
import { resolveSettings } from '../../src/settings/resolve.js';

let dir = '';
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function found(files: Record<string, string>, path: string) {
  dir = mkdtempSync(join(tmpdir(), 'unclosed-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  const settings = await resolveSettings({ inputs: { server: 'none' }, cwd: dir });
  const { report } = await check({ settings, cwd: dir, change: { paths: [path] } });
  return { report, errors: report.findings.filter(({ rule }) => rule === 'syntax-error') };
}

const OPEN = {
  comment: '/* oops\nDROP TABLE t;\n',
  string: "SELECT 'oops;\nDROP TABLE t;\n",
  body: 'SELECT $x$ oops;\nDROP TABLE t;\n',
};

/** Each file with a place for SQL in it; the line that it begins on. */
const PLACES: Record<string, [path: string, before: string, after: string, line: number]> = {
  plain: ['migrations/1_a.sql', '', '', 1],
  'a rollback beside it': ['migrations/1_a.down.sql', '', '', 1],
  'a validation beside it': ['migrations/1_a.verify.sql', '', '', 1],
  'golang-migrate, up': ['migrations/000001_a.up.sql', '', '', 1],
  'golang-migrate, down': ['migrations/000001_a.down.sql', '', '', 1],
  'goose, up': ['migrations/001_a.sql', '-- +goose Up\n', '-- +goose Down\nDROP TABLE a;\n', 2],
  'goose, down': ['migrations/001_a.sql', '-- +goose Up\nSELECT 1;\n-- +goose Down\n', '', 4],
  'goose, in a statement block': [
    'migrations/001_a.sql',
    '-- +goose Up\n-- +goose StatementBegin\n',
    '-- +goose StatementEnd\n-- +goose Down\nSELECT 1;\n',
    3,
  ],
  'dbmate, up': ['db/migrations/20260101000000_a.sql', '-- migrate:up\n', '-- migrate:down\nSELECT 1;\n', 2],
  'dbmate, down': ['db/migrations/20260101000000_a.sql', '-- migrate:up\nSELECT 1;\n-- migrate:down\n', '', 4],
  'sql-migrate': ['migrations/1_a.sql', '-- +migrate Up\n', '-- +migrate Down\nSELECT 1;\n', 2],
  tern: ['migrations/001_a.sql', '', '---- create above / drop below ----\nSELECT 1;\n', 1],
  flyway: ['sql/V1__a.sql', '', '', 1],
  liquibase: ['db/changelog/a.sql', '--liquibase formatted sql\n--changeset a:1\n', '--rollback SELECT 1;\n', 3],
  sqlx: ['migrations/20260101000000_a.up.sql', '', '', 1],
  diesel: ['migrations/2026-01-01-000000_a/up.sql', '', '', 1],
  markdown: ['runbook.md', '# Migration\n\n```sql\n', '```\n\n# Rollback\n\n```sql\nSELECT 1;\n```\n', 4],
};

for (const [kind, open] of Object.entries(OPEN)) {
  it.each(Object.entries(PLACES))(`${kind}: %s`, async (_, [path, before, after, line]) => {
    const up = path.replace(/\.(down|verify)\.sql$/, path.includes('000001') ? '.up.sql' : '.sql');
    const beside = path.endsWith('.up.sql') ? path.replace('.up.', '.down.') : path.replace('/up.sql', '/down.sql');
    const files = { [up]: 'SELECT 1;\n', [beside]: 'SELECT 1;\n', [path]: `${before}${open}${after}` };
    const { report, errors } = await found(files, path.includes('/') ? (path.split('/')[0] as string) : path);
    const [error] = errors;
    expect(error).toMatchObject({ path, line, severity: 'error', message: expect.stringContaining('unterminated') });
    expect(error?.help).toMatch(/^(Close|Repeat)/);
    expect(report.verdict).toBe('fail');
    expect(report.findings.map(({ rule }) => rule)).not.toContain('empty-migration');
  });
}

it('a comment behind statements spoils nothing before it', async () => {
  const { errors, report } = await found(
    { 'migrations/1_a.sql': 'DROP TABLE t;\n/* a /* b */\nDROP TABLE u;\n' },
    'migrations',
  );
  expect(errors.map(({ line, column }) => [line, column])).toEqual([[2, 1]]);
  expect(report.findings.filter(({ rule }) => rule === 'drop-table').map(({ line }) => line)).toEqual([1]);
});
