/** Which files help asks for. */
import { describe, expect, it } from 'vitest';
import type { Recipe, RecipeStep } from '../../src/findings/recipe.js';
import { recipeHelp } from '../../src/lint/help/recipe.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import { helpBlocks } from '../../src/report/help.js';
import { setOf } from '../support/file-set.js';

const recipe: Recipe = {
  says: 'Another way.',
  steps: [
    { name: 'one', sql: 'ALTER TABLE t ADD COLUMN a int;', locks: true, down: 'ALTER TABLE t DROP COLUMN a;' },
    { name: 'two', sql: 'DROP TRIGGER r ON t;\nDROP FUNCTION r();', locks: true, oneWay: 'what was there is gone' },
    { name: 'three', sql: 'CREATE INDEX CONCURRENTLY i ON t (a);', outside: true, down: 'DROP INDEX CONCURRENTLY i;' },
  ],
};
const help = (layout: string, oneWay = false) =>
  recipeHelp(recipe, { migration: { layout, oneWay }, script: { role: 'up', transaction: 'autocommit' } });
const paths = (text: string) => [...text.matchAll(/^`([^`]+)`:$/gm)].map(([, path]) => path);

describe('the files of a recipe', () => {
  it('have rollbacks where the project writes some', () => {
    expect(paths(help('flyway'))).toContain('U<version>__one.sql');
    expect(paths(help('sqlx')).slice(0, 2)).toEqual(['<version>_one.up.sql', '<version>_one.down.sql']);
  });

  it.each(['plain', 'flyway', 'sqlx', 'golang-migrate', 'hasura'])('have none in %s where it writes none', (layout) => {
    const { steps } = recipe;
    const inside: Recipe = { ...recipe, steps: [steps[0], ...steps.slice(1, 2)] };
    const site = { migration: { layout, oneWay: true }, script: { role: 'up', transaction: 'autocommit' } } as const;
    expect(paths(recipeHelp(inside, site)).filter((path) => /down|U</.test(path ?? ''))).toEqual([]);
    expect(paths(recipeHelp(inside, site))).toHaveLength(2);
  });

  it('are names that the project has: sqlx reads both as one kind', () => {
    expect(paths(help('sqlx', true))).toEqual(['<version>_one.sql', '<version>_two.sql', '<version>_three.sql']);
    expect(help('sqlx', true)).toContain('-- no-transaction\nCREATE INDEX');
  });

  it('say why there is no way back, and each tool’s reader takes that for an answer', () => {
    expect(help('plain')).toContain('-- irreversible: what was there is gone');
    const flyway = LAYOUTS.find(({ name }) => name === 'flyway');
    const set = setOf({
      'V1__two.sql': 'DROP TRIGGER r ON t;\n',
      'U1__two.sql': '-- irreversible: what was there is gone\n',
    });
    expect(flyway?.read(set).migrations).toEqual([expect.objectContaining({ irreversible: 'what was there is gone' })]);
    expect(flyway?.read(set).migrations[0]?.down).toBeUndefined();
  });

  it('take back what ran outside a transaction in one piece, where that is several statements', () => {
    const undone: Recipe = {
      says: 'Another way.',
      steps: [
        {
          name: 'detach',
          sql: 'ALTER TABLE p DETACH PARTITION c CONCURRENTLY;',
          outside: true,
          down: 'ALTER TABLE p ATTACH PARTITION c DEFAULT;\nALTER TABLE c DROP CONSTRAINT k;',
          downTogether: true,
        },
      ],
    };
    const written = (layout: string) =>
      recipeHelp(undone, { migration: { layout }, script: { role: 'up', transaction: 'per-script' } });
    expect(written('golang-migrate')).toContain(
      "SET LOCAL lock_timeout = '2s';\nALTER TABLE p ATTACH PARTITION c DEFAULT;\nALTER TABLE c DROP CONSTRAINT k;",
    );
    expect(written('sqitch')).toContain("BEGIN;\nSET LOCAL lock_timeout = '2s';\nALTER TABLE p ATTACH");
    expect(written('goose')).toContain("DO $$\nBEGIN\n  SET LOCAL lock_timeout = '2s';\n  ALTER TABLE p ATTACH");
    expect(written('liquibase')).toContain(' rollbackSplitStatements:false');
  });

  it('open a transaction of their own where statements are sent one by one', () => {
    const begun = "BEGIN;\nSET LOCAL lock_timeout = '2s';\nDROP TRIGGER r ON t;\nDROP FUNCTION r();\nCOMMIT;";
    expect(help('plain')).toContain(begun);
    expect(help('sqitch')).toContain(begun);
    expect(help('flyway')).not.toContain('BEGIN');
    expect(help('plain')).toContain("`<version>_one.sql`:\nSET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN a int;");
  });
});

describe('what a tool can’t send', () => {
  const apart: Recipe = {
    says: 'Another way.',
    steps: [
      {
        name: 'fill',
        sql: 'DO $$ BEGIN COMMIT; END $$;',
        outside: true,
        oneWay: 'the old values are gone',
        within: { sql: 'UPDATE t SET a = 1;', answers: ['update-whole-table'] },
      },
    ],
  };
  const site = (layout: string) =>
    ({ migration: { layout, oneWay: false }, script: { role: 'up', transaction: 'per-script' } }) as const;

  it.each([
    ['hasura', 'hasura migrate apply --skip-execution --version <version>'],
    ['supabase', 'supabase migration repair --status applied <version>'],
  ])('in %s is run by hand, noted, and a file for databases without rows', (layout, command) => {
    const text = recipeHelp(apart, site(layout));
    expect(text).toContain(`run this with psql first, then \`${command}\``);
    expect(text).toContain(':\nDO $$ BEGIN COMMIT; END $$;\n`<version>_fill');
    expect(text).toMatch(/-- migration-safety: ignore-file update-whole-table .*\nSET LOCAL .*\nUPDATE t SET a = 1;/);
    if (layout === 'hasura') expect(text).toContain('-- irreversible: the old values are gone');
  });

  it('is code in node-pg-migrate', () => {
    expect(recipeHelp(apart, site('node-pg-migrate'))).toContain(
      '`<version>_fill.sql.cjs`:\nexports.up = (pgm) => {\n  pgm.noTransaction();',
    );
  });

  it('is left out where it leads to nothing in a transaction', () => {
    const vacuum: Recipe = { says: 'Another way.', steps: [{ name: 'tidy', sql: 'VACUUM t;', outside: true }] };
    expect(recipeHelp(vacuum, site('hasura'))).toContain('Leave the statement out of the migration');
  });
});

describe('where nobody knows how files are written', () => {
  const site = (role: 'up' | 'down') =>
    ({ migration: { layout: 'command', oneWay: false }, script: { role, transaction: 'per-script' } }) as const;

  it('what can’t run in a transaction is marked among steps that have one each', () => {
    const text = recipeHelp(recipe, site('up'));
    expect(text).toContain('each in a transaction of its own, but outside of any what says so:\nALTER TABLE');
    expect(text).toContain('\n-- outside a transaction\nCREATE INDEX CONCURRENTLY i ON t (a);');
    expect(text.match(/-- outside/g)).toHaveLength(1);
    const within: Recipe = { ...recipe, steps: [recipe.steps[0], recipe.steps[0]] };
    expect(recipeHelp(within, site('up'))).toContain('each in a transaction of its own:\n');
    const [, , outside] = recipe.steps;
    if (outside) expect(recipeHelp({ ...recipe, steps: [outside, outside] }, site('up'))).not.toContain('-- outside');
  });
});

describe('in Rails', () => {
  const site = { layout: 'command', home: { layout: 'rails', folder: 'db/x_migrate/', version: '8.0' }, oneWay: false };
  const text = (steps: Recipe['steps']) =>
    recipeHelp({ says: 'Another way.', steps }, { migration: site, script: { role: 'up', transaction: 'autocommit' } });

  it('each step is a class in a file of its name', () => {
    const [one, two, three] = recipe.steps as [RecipeStep, RecipeStep, RecipeStep];
    expect(text([one])).toContain(
      "`db/x_migrate/<version>_one.rb`:\nclass One < ActiveRecord::Migration[8.0]\n  def up\n    execute <<~SQL\n      SET LOCAL lock_timeout = '2s';\n      ALTER TABLE t ADD COLUMN a int;\n    SQL\n  end\n\n  def down\n    execute <<~SQL\n",
    );
    expect(text([two])).toContain("    raise ActiveRecord::IrreversibleMigration, 'what was there is gone'\n");
    expect(text([three])).toContain('  disable_ddl_transaction!\n\n  def up\n');
    expect(text([{ ...one, down: null }])).toContain('by hand\n    raise ActiveRecord::IrreversibleMigration\n');
    expect(text([{ name: 'look', sql: 'SELECT 1;' }])).toContain(
      '  def down\n    # there is nothing to undo\n  end\nend',
    );
  });

  it('nothing in the SQL is Ruby’s', () => {
    const sql = (text: string): RecipeStep => ({ name: 'x', sql: text });
    for (const special of ["SELECT E'\\n';", "SELECT '#{x}';"]) expect(text([sql(special)])).toContain("<<~'SQL'\n");
    expect(text([sql("SELECT a #> '{b}' FROM t;")])).toContain('<<~SQL\n');
  });

  it('the files are shown whole, with their blank lines', () => {
    const blocks = helpBlocks(text(recipe.steps));
    const classes = blocks.filter(({ kind }) => kind === 'sql').map(({ text: shown }) => shown);
    expect(classes).toHaveLength(3);
    for (const shown of classes) expect(shown).toMatch(/^class [\s\S]*\n\n {2}def down\n[\s\S]*\nend$/);
  });
});

describe('in a rollback', () => {
  const site = (transaction: 'per-script' | 'autocommit') =>
    ({ migration: { layout: 'dbmate', oneWay: false }, script: { role: 'down', transaction } }) as const;

  it('steps that need transactions of their own are run by hand, where the tool sends one', () => {
    expect(recipeHelp(recipe, site('per-script'))).toContain('A rollback is sent in one transaction');
    expect(recipeHelp(recipe, site('autocommit'))).toContain('Run these one by one');
    // By hand, no file of the tool’s is sent.
    expect(recipeHelp(recipe, site('per-script'))).not.toContain('For the tool to run it');
  });

  it('help may be about both directions', () => {
    const text = recipeHelp({ ...recipe, both: true }, site('per-script'));
    expect(text).toContain('Instead of this statement and of what it takes back, 3 migrations');
    expect(paths(text)).toHaveLength(3);
  });
});
