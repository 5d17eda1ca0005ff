/** Plain files that the project's own code sends: what the code shows of it. */
import { describe, expect, it } from 'vitest';
import { readsFolder, runnerOf } from '../../src/migrations/layouts/own-runner.js';
import { foundOnBranch } from '../support/branch.js';
import type { Files } from '../support/workspace.js';

const GO = `package db
import "embed"
//go:embed migrations/*.sql
var files embed.FS
func apply(ctx context.Context, db *sql.DB, text string) error {
  tx, err := db.BeginTx(ctx, nil)
`;

describe('code that reads a folder', () => {
  it.each<[string, string, string, string, boolean]>([
    ['Go, embedded', 'internal/db/db.go', GO, 'internal/db/migrations/', true],
    ['Go, from the top', 'cmd/main.go', 'os.ReadDir("db/migrations")', 'db/migrations/', true],
    ['Rust', 'src/lib.rs', 'const A: &str = include_str!("../migrations/1.sql");', 'migrations/', true],
    ['Rust, a macro', 'a/src/lib.rs', 'include_dir!("$CARGO_MANIFEST_DIR/migrations")', 'a/migrations/', true],
    ['TypeScript', 'src/migrate.ts', "readdirSync(join(__dirname, '../sql/migrations'))", 'sql/migrations/', true],
    [
      'Java',
      'src/main/java/a/M.java',
      'getResourceAsStream("/db/migrations/" + name)',
      'src/main/resources/db/migrations/',
      true,
    ],
    [
      'Clojure',
      'src/app/migrations.clj',
      '(mg/resource "app/migrations/sql/0001-a.sql")',
      'src/app/migrations/sql/',
      true,
    ],
    ['another folder', 'internal/db/db.go', GO, 'other/migrations/', false],
    ['a package of that name', 'cmd/main.go', 'import "acme.org/app/migrations" // embed', 'db/migrations/', false],
    ['a longer name', 'db.go', 'os.ReadDir("migrations-old")', 'migrations/', false],
    ['nothing that reads', 'db.go', 'const folder = "migrations"', 'migrations/', false],
  ])('%s', (_, path, text, root, reads) => {
    expect(readsFolder({ path, text }, root)).toBe(reads);
  });
});

describe('a transaction', () => {
  const words = (text: string) =>
    runnerOf({ path: 'm.x', text: `readdir("migrations")\n${text}` }, [], 'migrations/', [])?.begins?.words;
  it.each([
    ['tx, err := db.BeginTx(ctx, nil)', 'BeginTx'],
    ['tx, err := pool.Begin(ctx)', 'Begin'],
    ['let mut tx = pool.begin().await?;', '.begin()'],
    ['await db.transaction(async (tx) => {', 'transaction'],
    ["await client.query('BEGIN');", "'BEGIN"],
    ['with conn.transaction():', 'transaction'],
    ['connection.setAutoCommit(false);', 'setAutoCommit(false)'],
    ['(jdbc/with-db-transaction [tx db]', 'with-db-transaction'],
  ])('is seen in %s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    'await client.query(text);',
    '// db.BeginTx(ctx, nil)',
    '# BEGIN here',
    'const beginning = 1;',
    'the transactions of today',
  ])('is not seen in %s', (text) => {
    expect(words(text)).toBeUndefined();
  });

  it('may begin in a file beside', () => {
    const code = { path: 'db/files.go', text: '//go:embed migrations\nvar f embed.FS' };
    const beside = { path: 'db/migrator.go', text: 'func (m *Migrator) up() { tx, _ := m.db.Begin() }' };
    expect(runnerOf(code, [beside], 'db/migrations/', [])?.begins).toEqual({
      path: 'db/migrator.go',
      words: '.Begin()',
      around: 'each file',
    });
  });

  it.each<[string, string, string | undefined]>([
    [
      'inside the loop over the files',
      'func up() { for _, f := range must(fs.ReadDir("migrations")) { tx, _ := db.Begin(); tx.Exec(read(f)); tx.Commit() } }',
      'each file',
    ],
    [
      'before the loop over the files',
      'func up() { tx, _ := db.Begin(); for _, f := range must(fs.ReadDir("migrations")) { tx.Exec(read(f)) }; tx.Commit() }',
      'all files',
    ],
    [
      'in a function that does something else',
      "async function migrate() { for (const f of readdirSync('migrations')) await pool.query(readFileSync(f)); }\nasync function transfer() { await c.query('BEGIN'); }",
      undefined,
    ],
  ])('%s', (_, text, around) => {
    expect(runnerOf({ path: 'db/m.ts', text }, [], 'db/migrations/', [])?.begins?.around).toBe(around);
  });
});

describe('in a repository', () => {
  const main: Files = { 'db/migrations/001_a.sql': 'SELECT 1;', 'db/migrations/002_b.sql': 'SELECT 2;' };
  const next: Files = { 'db/migrations/003_c.sql': 'SELECT 3; SELECT 4;' };
  const read = async (code: Files, change = next, over: Parameters<typeof foundOnBranch>[2] = {}) => {
    const found = await foundOnBranch({ ...main, ...code }, change, over);
    return {
      changed: found.changed.map(({ id, up, undecided = false }) => [id, up.transaction, undecided]),
      sent: found.baseline.map(({ file, transaction }) => `${file.path} ${transaction}`),
      reasons: found.layouts.map(({ layout, reason }) => `${layout}: ${reason}`),
      notChecked: found.notChecked.map(({ reason }) => reason),
      problems: found.problems.map(({ rule }) => rule),
    };
  };

  it('a transaction around each file is taken from the code', async () => {
    expect(await read({ 'db/db.go': GO })).toEqual({
      changed: [['003_c', 'per-script', false]],
      sent: ['db/migrations/001_a.sql per-script', 'db/migrations/002_b.sql per-script'],
      reasons: [
        'plain: no migration tool detected; db/db.go reads the folder and begins a transaction (BeginTx), taken for one around each file',
      ],
      notChecked: [],
      problems: [],
    });
  });

  it('where it shows none, that is said, and how they are sent stays open', async () => {
    const code = { 'db/db.go': GO.replace('db.BeginTx(ctx, nil)', 'db.Exec(text)') };
    const found = await read(code);
    expect(found.changed).toEqual([['003_c', 'autocommit', true]]);
    expect(found.notChecked).toEqual([
      expect.stringMatching(/^db\/db\.go reads this folder and doesn’t show .* setting transaction$/),
    ]);
    expect((await read(code, next, { transaction: 'autocommit' })).changed).toEqual([['003_c', 'autocommit', false]]);
  });

  it('files that begin transactions themselves need none of the code’s', async () => {
    const own = { 'db/migrations/003_c.sql': 'BEGIN;\nSELECT 3;\nCOMMIT;' };
    for (const code of [GO, GO.replace('db.BeginTx(ctx, nil)', 'db.Exec(text)')])
      expect(await read({ 'db/db.go': code }, own)).toMatchObject({
        changed: [['003_c', 'autocommit', false]],
        notChecked: [],
      });
    const body = { 'db/migrations/003_c.sql': 'DO $$\nBEGIN\n  NULL;\nEND $$;' };
    expect((await read({ 'db/db.go': GO }, body)).changed).toEqual([['003_c', 'per-script', false]]);
  });

  it('what was merged and takes no transaction shows that not every file has one', async () => {
    const code = { 'db/db.go': GO, 'db/migrations/002_b.sql': 'CREATE INDEX CONCURRENTLY i ON a (b);' };
    expect(await read(code)).toMatchObject({
      changed: [['003_c', 'autocommit', true]],
      notChecked: [expect.stringContaining('db/db.go reads this folder and doesn’t show')],
    });
  });

  it('a list of the files is their order', async () => {
    const list = `${GO}var order = []string{"002_b.sql", "001_a.sql", "0000_first.sql"}\n`;
    const found = await read({ 'db/db.go': list }, { 'db/migrations/0000_first.sql': 'SELECT 3;' });
    expect(found.sent).toEqual(['db/migrations/002_b.sql per-script', 'db/migrations/001_a.sql per-script']);
    expect(found.problems).toEqual([]);
    expect(found.reasons[0]).toMatch(/; it lists the files in their order$/);
  });

  const tables: Files = {
    'db/migrations/001_a.sql': 'CREATE TABLE a (id int);',
    'db/migrations/002_b.sql': 'ALTER TABLE a ADD COLUMN b int;',
  };
  const sorted = ['db/migrations/001_a.sql per-script', 'db/migrations/002_b.sql per-script'];

  it.each([
    ['a remark', '// newest first: 003_c.sql, 002_b.sql, 001_a.sql\n'],
    ['a block', '/* 003_c.sql\n  002_b.sql\n   001_a.sql */\n'],
    ['a docstring', '\n"""newest first:\n003_c.sql\n002_b.sql\n001_a.sql\n"""\n'],
    [
      'the way back',
      'var down = []string{"003_c.sql", "002_b.sql", "001_a.sql"}\nvar up = []string{"001_a.sql", "002_b.sql", "003_c.sql"}\n',
    ],
  ])('names in %s are no order', async (_, text) => {
    const found = await read({ ...tables, 'db/db.go': `${GO}${text}` });
    expect(found).toMatchObject({ sent: sorted, notChecked: [] });
  });

  it.each([
    [
      'two lists that the files allow',
      'var a = []string{"002_b", "001_a", "003_c"}; var b = []string{"001_a", "002_b", "003_c"}',
      {},
    ],
    ['one that they contradict', 'var a = []string{"002_b", "001_a", "003_c"}', tables],
  ])('%s leave the order open, until the setting says it', async (_, list, files) => {
    const code = { ...files, 'db/db.go': `${GO}${list}\n` };
    const found = await read(code);
    expect(found.sent).toEqual(sorted);
    expect(found.notChecked).toEqual([expect.stringMatching(/^db\/db\.go lists these files .* setting order$/)]);
    expect(await read(code, next, { order: ['name'] })).toMatchObject({ sent: sorted, notChecked: [] });
    const said = await read(code, next, { order: ['002_*', 'db/migrations/001_a.sql'] });
    expect(said).toMatchObject({ sent: [...sorted].reverse(), notChecked: [] });
  });

  it('code of tests, and a folder that no code names, say nothing', async () => {
    for (const code of [{ 'db/db_test.go': GO }, { 'other/db.go': GO }])
      expect(await read(code)).toMatchObject({ changed: [['003_c', 'autocommit', false]], notChecked: [] });
  });
});

it('names that fit several tools leave open how they are sent', async () => {
  const main = { 'migrations/1_a.up.sql': 'SELECT 1;', 'migrations/1_a.down.sql': 'SELECT 2;' };
  const change = { 'migrations/2_b.up.sql': 'SELECT 3;', 'migrations/2_b.down.sql': 'SELECT 4;' };
  expect((await foundOnBranch(main, change)).changed).toMatchObject([{ undecided: true }]);
  expect((await foundOnBranch(main, change, { transaction: 'autocommit' })).changed[0]?.undecided).toBeUndefined();
  const locks = {
    'migrations/2_b.up.sql': 'LOCK TABLE a;\nSELECT 3;',
    'migrations/3_c.up.sql': "SET lock_timeout = '1s';",
  };
  expect(
    (await foundOnBranch(main, locks)).changed.map(({ up, undecided = false }) => [up.transaction, undecided]),
  ).toEqual([
    ['per-script', false],
    ['autocommit', true],
  ]);
  const begins = { 'migrations/2_b.up.sql': 'BEGIN;\nSET LOCAL lock_timeout = 1;\nCOMMIT;' };
  expect((await foundOnBranch(main, begins)).changed[0]?.up.transaction).toBe('autocommit');
  const sent = await foundOnBranch({ ...main, 'main.go': GO }, change);
  expect(sent.changed).toMatchObject([{ up: { transaction: 'per-script' }, down: { transaction: 'per-script' } }]);
  expect(sent.changed[0]?.undecided).toBeUndefined();
});
