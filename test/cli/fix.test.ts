import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/check.js';
import { describeFixes, fixAll, planFixes } from '../../src/cli/fix.js';
import { RULES } from '../../src/lint/registry.js';
import type { Finding, TextEdit } from '../../src/report-schema/types.js';
import { finding } from '../report/fixture-parts.js';
import { settingsFor } from '../support/settings.js';

/** Other rules have repairs, too. */
const ONE_RULE = Object.fromEntries(
  RULES.filter(({ id }) => id !== 'index-not-concurrent').map(({ id }) => [id, 'off' as const]),
);
const TABLE = 'CREATE TABLE t (a int);\n';
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'fix-'));
  mkdirSync(join(dir, 'migrations'));
  writeFileSync(join(dir, 'migrations/1_t.sql'), TABLE);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fix = (path: string, cwd = dir) =>
  fixAll(() => check({ settings: settingsFor(cwd, { rules: ONE_RULE }), cwd, change: { paths: [path] } }), cwd);
const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(dir, path), text);

describe('--fix', () => {
  it('repairs all that it can in one file, keeps all else, and leaves nothing beside it', async () => {
    write(
      'migrations/2.sql',
      '\uFEFF-- é\r\nCREATE INDEX i ON s (a);\r\nSELECT 1; create unique index j on s (b);\r\n',
    );
    if (process.platform !== 'win32') chmodSync(join(dir, 'migrations/2.sql'), 0o640);
    const { fixed, refused } = await fix('migrations/2.sql');
    expect(read('migrations/2.sql')).toBe(
      '\uFEFF-- é\r\nCREATE INDEX CONCURRENTLY i ON s (a);\r\nSELECT 1; create unique index CONCURRENTLY j on s (b);\r\n',
    );
    expect(fixed.map(({ finding: { rule, line } }) => [rule, line])).toEqual([
      ['index-not-concurrent', 2],
      ['index-not-concurrent', 3],
    ]);
    expect(refused.size).toBe(0);
    expect(readdirSync(join(dir, 'migrations'))).toEqual(['1_t.sql', '2.sql']);
    if (process.platform !== 'win32') expect(statSync(join(dir, 'migrations/2.sql')).mode & 0o777).toBe(0o640);
  });

  it('repairs a fence of a Markdown page', async () => {
    write('migrations/2.md', '# Migration\n\n```sql\nCREATE INDEX i ON s (a);\n```\n\nDone.\n');
    await fix('migrations/2.md');
    expect(read('migrations/2.md')).toBe(
      '# Migration\n\n```sql\nCREATE INDEX CONCURRENTLY i ON s (a);\n```\n\nDone.\n',
    );
  });

  it('leaves alone what a directive ignores, and what only hands can mend', async () => {
    const text =
      '-- migration-safety: ignore index-not-concurrent small\nCREATE INDEX i ON s (a);\nBEGIN;\nCREATE INDEX j ON s (a);\nCOMMIT;\n';
    write('migrations/2.sql', text);
    expect((await fix('migrations/2.sql')).fixed).toEqual([]);
    expect(read('migrations/2.sql')).toBe(text);
  });

  it.skipIf(process.platform === 'win32')(
    'writes nothing outside the working directory, not through a link either',
    async () => {
      mkdirSync(join(dir, 'inside'));
      write('migrations/2.sql', 'CREATE INDEX i ON s (a);\n');
      symlinkSync(join(dir, 'migrations/2.sql'), join(dir, 'inside/3.sql'));
      const outside = await fix('../migrations/2.sql', join(dir, 'inside'));
      expect(outside.fixed).toEqual([]);
      expect([...outside.refused.values()]).toEqual(['it lies outside the working directory']);
      // Where the link leads isn't even read.
      const linked = await fix('3.sql', join(dir, 'inside'));
      expect(linked.fixed).toEqual([]);
      expect(linked.refused.size).toBe(0);
      expect(read('migrations/2.sql')).toBe('CREATE INDEX i ON s (a);\n');
    },
  );

  it('writes through a link that stays inside, and leaves the link', async () => {
    if (process.platform === 'win32') return;
    write('real.txt', 'CREATE INDEX i ON s (a);\n');
    symlinkSync('../real.txt', join(dir, 'migrations/2.sql'));
    await fix('migrations/2.sql');
    expect(read('real.txt')).toBe('CREATE INDEX CONCURRENTLY i ON s (a);\n');
  });

  it('doesn’t write over what changed since it was checked', async () => {
    write('migrations/2.sql', 'CREATE INDEX i ON s (a);\n');
    const { fixed, refused } = await fixAll(async () => {
      const checked = await check({
        settings: settingsFor(dir, { rules: ONE_RULE }),
        cwd: dir,
        change: { paths: ['migrations/2.sql'] },
      });
      write('migrations/2.sql', '-- mine\nCREATE INDEX i ON s (a);\n');
      return checked;
    }, dir);
    expect(fixed).toEqual([]);
    expect([...refused.values()]).toEqual(['it changed while it was checked']);
    expect(read('migrations/2.sql')).toContain('-- mine');
  });

  it('tells what it did and what is left', async () => {
    write('migrations/2.sql', 'CREATE INDEX i ON s (a);\n');
    const result = await fix('migrations/2.sql');
    expect(describeFixes(result, [finding({}), finding({ evidence: 'refuted' })])).toBe(
      'fixed migrations/2.sql:1 index-not-concurrent: Add CONCURRENTLY\nfixed 1 in 1 file; 1 left for you\n',
    );
    expect(describeFixes({ fixed: [], refused: new Map() }, [])).toBe('nothing to fix; 0 left for you\n');
  });
});

describe('the edits that are taken at once', () => {
  const edit = (column: number, endColumn: number, text: string, path = 'a.sql'): TextEdit => {
    return { path, line: 1, column, endLine: 1, endColumn, text };
  };
  const found = (...edits: TextEdit[]): Finding => finding({ path: 'a.sql', fixes: [{ description: 'Mend', edits }] });
  const planned = (...findings: Finding[]) =>
    planFixes(findings, new Map([['a.sql', 'abcdef']])).get('a.sql')?.after ?? null;

  it('don’t overlap or touch: the first wins, the other waits for the next pass', () => {
    expect(planned(found(edit(1, 3, 'X')), found(edit(2, 4, 'Y')))).toBe('Xcdef');
    expect(planned(found(edit(3, 3, 'X')), found(edit(3, 3, 'Y')))).toBe('abXcdef');
    expect(planned(found(edit(5, 6, 'X')), found(edit(1, 2, 'Y')))).toBe('YbcdXf');
  });

  it('are a fix’s all, or none', () => {
    expect(planned(found(edit(1, 2, 'X')), found(edit(1, 2, 'Y'), edit(5, 6, 'Z')))).toBe('Xbcdef');
    expect(planned(found(edit(1, 2, 'X'), edit(1, 2, 'Y', 'other.sql')))).toBeNull();
  });

  it('are none of what a server refuted', () => {
    expect(planned({ ...found(edit(1, 2, 'X')), evidence: 'refuted' })).toBeNull();
  });
});
