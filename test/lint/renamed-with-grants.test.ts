/** What the stand-in of a renamed table gets of its rights, as a check of files says it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../src/check.js';
import { settingsFor } from '../support/settings.js';

const RENAME = 'ALTER TABLE t RENAME TO u;\n';
const WORDS = 'Roles other than the owner need their GRANTs';

async function helpAfter(history: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'rename-'));
  try {
    mkdirSync(join(dir, 'migrations'));
    writeFileSync(join(dir, 'migrations', '001.sql'), history);
    writeFileSync(join(dir, 'migrations', '002.sql'), RENAME);
    const change = { paths: [join(dir, 'migrations', '002.sql')] };
    const { report } = await check({ settings: settingsFor(dir), cwd: dir, change });
    return report.findings.find(({ rule }) => rule === 'rename-table')?.help ?? '';
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

it('the GRANTs of the history, in both steps', async () => {
  const help = await helpAfter(
    'CREATE TABLE t (id int);\nGRANT SELECT, INSERT ON t TO "Web App";\nGRANT DELETE ON t TO PUBLIC;\n',
  );
  expect(help).toContain('CREATE VIEW t AS SELECT * FROM u;\nGRANT SELECT, INSERT ON t TO "Web App";');
  expect(help).toContain(
    'ignore grant-writes-to-everybody it had this under the old name\nGRANT DELETE ON t TO PUBLIC;',
  );
  expect(help.split('ignore grant-writes-to-everybody')).toHaveLength(2);
  expect(help).not.toContain(WORDS);
});

it('nothing where none were given, and words where no script makes the table', async () => {
  const none = await helpAfter('CREATE TABLE t (id int);\n');
  expect(none).not.toMatch(/GRANT/);
  expect(await helpAfter('CREATE TABLE other (id int);\n')).toContain(WORDS);
});
