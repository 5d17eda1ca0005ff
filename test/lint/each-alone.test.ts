/** An ignore line is used where its file needs it on top of those before it, though all files are checked at once. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../src/check.js';
import { settingsFor } from '../support/settings.js';

const TABLE = 'CREATE TABLE t (id bigint PRIMARY KEY, a int);\n';
const RENAME = 'ALTER TABLE t RENAME TO u;\n';
const ignore = (rule: string) => `-- migration-safety: ignore ${rule} the application is stopped meanwhile\n`;

async function rulesIn(files: Record<string, string>, only?: string): Promise<string[]> {
  const dir = mkdtempSync(join(tmpdir(), 'alone-'));
  try {
    mkdirSync(join(dir, 'migrations'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, 'migrations', name), text);
    const paths = [join(dir, 'migrations', only ?? '')];
    const { report } = await check({ settings: settingsFor(dir), cwd: dir, change: { paths } });
    return report.findings.map(({ rule, path }) => `${rule} ${path}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

it('a line that the file alone needs is used', async () => {
  const files = { '001.sql': TABLE, '002.sql': `${ignore('rename-table')}${RENAME}` };
  expect(await rulesIn({ ...files, '002.sql': RENAME }, '002.sql')).toContain('rename-table migrations/002.sql');
  expect(await rulesIn(files, '002.sql')).toEqual([]);
  expect(await rulesIn(files)).toEqual([]);
});

it('after several others, in the schema that those have left', async () => {
  const last = `${ignore('drop-column')}ALTER TABLE u DROP COLUMN b;\n`;
  const files = {
    '001.sql': TABLE,
    '002.sql': RENAME,
    '003.sql': 'ALTER TABLE u ADD COLUMN b int;\n',
    '004.sql': last,
  };
  expect(await rulesIn(files)).toEqual([]);
});

it('one that nothing needs is still told', async () => {
  const unused = 'unused-ignore migrations/002.sql';
  expect(await rulesIn({ '001.sql': TABLE, '002.sql': `${ignore('drop-table')}${RENAME}` })).toEqual([unused]);
  const own = `${TABLE}${ignore('rename-table')}${RENAME}`;
  expect(await rulesIn({ '001.sql': own })).toEqual(['unused-ignore migrations/001.sql']);
  expect(await rulesIn({ '001.sql': 'SELECT 1;\n', '002.sql': own })).toContain(unused);
});
