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
import { lookAt } from '../../src/check.js';
import { describeFixes, fixAll } from '../../src/cli/fix.js';
import { apart, repaired, repairsOf } from '../../src/fixes/repairs.js';
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
  fixAll(lookAt({ settings: settingsFor(cwd, { rules: ONE_RULE }), cwd, change: { paths: [path] } }), cwd);
const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(dir, path), text);

describe('--fix', () => {
  it('repairs all that it can in one file, keeps all else, and leaves nothing beside it', async () => {
    write(
      'migrations/2.sql',
      '\uFEFF-- é\r\nCREATE INDEX i ON s (a);\r\nSELECT 1; create unique index j on s (b);\r\n',
    );
    if (process.platform !== 'win32') chmodSync(join(dir, 'migrations/2.sql'), 0o640);
    const { fixed, refused, unwritten } = await fix('migrations/2.sql');
    expect(read('migrations/2.sql')).toBe(
      '\uFEFF-- é\r\nCREATE INDEX CONCURRENTLY i ON s (a);\r\nSELECT 1; create unique index concurrently j on s (b);\r\n',
    );
    expect(fixed.map(({ finding: { rule, line } }) => [rule, line])).toEqual([
      ['index-not-concurrent', 2],
      ['index-not-concurrent', 3],
    ]);
    expect([refused.length, unwritten.size]).toEqual([0, 0]);
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
      expect([...outside.unwritten.values()]).toEqual(['it lies outside the working directory']);
      // Where the link leads isn't even read.
      const linked = await fix('3.sql', join(dir, 'inside'));
      expect(linked.fixed).toEqual([]);
      expect(linked.unwritten.size).toBe(0);
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
    const settings = settingsFor(dir, { rules: ONE_RULE });
    const look = lookAt({ settings, cwd: dir, change: { paths: ['migrations/2.sql'] } });
    const { fixed, unwritten } = await fixAll(async (texts) => {
      const looked = await look(texts);
      if (texts.size > 0) write('migrations/2.sql', '-- mine\nCREATE INDEX i ON s (a);\n');
      return looked;
    }, dir);
    expect(fixed).toEqual([]);
    expect([...unwritten.values()]).toEqual(['it changed while it was checked']);
    expect(read('migrations/2.sql')).toContain('-- mine');
  });

  it('tells what it did and what is left', async () => {
    write('migrations/2.sql', 'CREATE INDEX i ON s (a);\n');
    const result = await fix('migrations/2.sql');
    expect(describeFixes(result, [finding({}), finding({ evidence: 'refuted' })])).toBe(
      'fixed migrations/2.sql:1 index-not-concurrent: Add CONCURRENTLY\nfixed 1 in 1 file; 1 left for you\n',
    );
    expect(describeFixes({ fixed: [], refused: [], unwritten: new Map() }, [])).toBe(
      'nothing to fix; 0 left for you\n',
    );
  });
});

describe('--fix with all rules', () => {
  const all = (path: string) =>
    fixAll(lookAt({ settings: settingsFor(dir), cwd: dir, change: { paths: [path] } }), dir);
  const left = async (path: string) => {
    const { findings } = await lookAt({ settings: settingsFor(dir), cwd: dir, change: { paths: [path] } })(new Map());
    return findings.map(({ rule }) => rule);
  };

  it('sets the timeout after an index that it makes CONCURRENTLY, and not around it', async () => {
    write('migrations/2.sql', 'CREATE INDEX t_a ON t (a);\nALTER TABLE t ADD COLUMN b int;\n');
    const { fixed, refused } = await all('migrations/2.sql');
    expect(read('migrations/2.sql')).toBe(
      "CREATE INDEX CONCURRENTLY t_a ON t (a);\nSET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN b int;\n",
    );
    expect(fixed.map(({ finding: { rule } }) => rule)).toEqual(['index-not-concurrent', 'no-lock-timeout']);
    expect(refused).toEqual([]);
    expect(await left('migrations/2.sql')).toEqual([]);
  });

  it('sets no timeout before what it makes CONCURRENTLY', async () => {
    write('migrations/1_t.sql', 'CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\n');
    write('migrations/2.sql', 'DROP INDEX i;\n');
    expect((await all('migrations/2.sql')).refused).toEqual([]);
    expect(read('migrations/2.sql')).toBe('DROP INDEX CONCURRENTLY i;\n');
  });

  it('makes no fix that makes a finding, and says which', async () => {
    // The comment may be about the index: nothing is put in between.
    const text = "SET lock_timeout = '2s';\n-- by a\nCREATE INDEX t_a ON t (a);\nRESET lock_timeout;\n";
    write('migrations/2.sql', text);
    const result = await all('migrations/2.sql');
    expect(read('migrations/2.sql')).toBe(text);
    expect(describeFixes(result, [])).toBe(
      'not fixed migrations/2.sql:3 index-not-concurrent: that alone would make timeout-around-concurrently\nnothing to fix; 0 left for you\n',
    );
  });

  it('switches a timeout off around the index that it builds CONCURRENTLY, and on again', async () => {
    write(
      'migrations/2.sql',
      "SET lock_timeout = '2s';\nCREATE INDEX t_a ON t (a);\nALTER TABLE t ADD COLUMN c int;\n",
    );
    await all('migrations/2.sql');
    expect(read('migrations/2.sql')).toBe(
      "SET lock_timeout = '2s';\nSET lock_timeout = 0;\nCREATE INDEX CONCURRENTLY t_a ON t (a);\nSET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN c int;\n",
    );
  });

  it('makes nothing CONCURRENTLY where nobody knows which tool sends the statements, and how', async () => {
    mkdirSync(join(dir, 'm'));
    const two = 'CREATE INDEX t_a ON t (a);\nCREATE INDEX t_b ON t (b);\n';
    write('m/000001_t.up.sql', TABLE);
    write('m/000001_t.down.sql', 'DROP TABLE t;\n');
    write('m/000002_i.up.sql', two);
    write('m/000002_i.down.sql', 'DROP INDEX t_a, t_b;\n');
    await all('m/000002_i.up.sql');
    expect(read('m/000002_i.up.sql')).toBe(two);
  });

  it('leaves the query string of one statement alone, which a second one would make a transaction', async () => {
    mkdirSync(join(dir, 'm'));
    write('m/000001_t.up.sql', TABLE);
    write('m/000001_t.down.sql', 'DROP TABLE t;\n');
    write('m/000002_i.up.sql', 'CREATE INDEX CONCURRENTLY t_a ON t (a);\n');
    write('m/000002_i.down.sql', 'DROP INDEX t_a;\n');
    await all('m/000002_i.up.sql');
    expect(read('m/000002_i.up.sql')).toBe('CREATE INDEX CONCURRENTLY t_a ON t (a);\n');
    expect(read('m/000002_i.down.sql')).toBe('DROP INDEX CONCURRENTLY t_a;\n');
  });

  it('makes no refresh CONCURRENTLY that may be the first one', async () => {
    const view = 'CREATE MATERIALIZED VIEW v AS SELECT a FROM t WITH NO DATA;\nCREATE UNIQUE INDEX i ON v (a);\n';
    write('migrations/1_t.sql', `${TABLE}${view}`);
    write('migrations/2.sql', "SET lock_timeout = '2s';\nREFRESH MATERIALIZED VIEW v;\n");
    expect((await all('migrations/2.sql')).fixed).toEqual([]);
  });

  it('breaks no line that is a tool’s', async () => {
    mkdirSync(join(dir, 'changes'));
    const head = '--liquibase formatted sql\n--changeset ada:1 runInTransaction:false\n';
    const text = `${head}CREATE TABLE u (a int CONSTRAINT c CHECK (a > 0));\n--rollback DROP TABLE u;\n`;
    write('changes/1.sql', text);
    write(
      'changes/2.sql',
      `${head.replace('ada:1', 'ada:2')}ALTER TABLE u DROP CONSTRAINT c;\n--rollback ALTER TABLE u ADD CONSTRAINT c CHECK (a > 0);\n`,
    );
    await all('changes/2.sql');
    const lines = read('changes/2.sql').split('\n');
    expect(lines.slice(2)).toEqual([
      "SET lock_timeout = '2s';",
      'ALTER TABLE u DROP CONSTRAINT c;',
      "--rollback SET lock_timeout = '2s'; ALTER TABLE u ADD CONSTRAINT c CHECK (a > 0) NOT VALID; ALTER TABLE u VALIDATE CONSTRAINT c;",
      '',
    ]);
  });

  it('doesn’t decide what values mean', async () => {
    write('migrations/1_t.sql', 'CREATE TABLE t (at timestamp);\n');
    write('migrations/2.sql', "SET lock_timeout = '2s';\nALTER TABLE t ALTER COLUMN at TYPE timestamptz;\n");
    const { fixed } = await all('migrations/2.sql');
    expect(fixed).toEqual([]);
    expect(await left('migrations/2.sql')).toEqual(['alter-column-type-depends-on-timezone']);
  });

  it('writes lines as the file has them: their ends, their indentation, their letters', async () => {
    write('migrations/2.sql', 'begin;\r\n  alter table t add column b int;\r\ncommit;\r\n');
    await all('migrations/2.sql');
    expect(read('migrations/2.sql')).toBe(
      "begin;\r\n  set local lock_timeout = '2s';\r\n  alter table t add column b int;\r\ncommit;\r\n",
    );
  });

  it('keeps the name that an unnamed constraint gets', async () => {
    write('migrations/2.sql', "SET lock_timeout = '2s';\nALTER TABLE t ADD CHECK (a > 0), ADD CHECK (a < 9);\n");
    const text = read('migrations/2.sql');
    await all('migrations/2.sql');
    expect(read('migrations/2.sql')).toBe(text);
  });
});

describe('the edits that are taken at once', () => {
  const edit = (column: number, endColumn: number, text: string, path = 'a.sql'): TextEdit => {
    return { path, line: 1, column, endLine: 1, endColumn, text };
  };
  const found = (...edits: TextEdit[]): Finding => finding({ path: 'a.sql', fixes: [{ description: 'Mend', edits }] });
  const sources = new Map([['a.sql', 'abcdef']]);
  const planned = (...findings: Finding[]) =>
    repaired(apart(repairsOf(findings, sources), sources), sources).get('a.sql') ?? null;

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
