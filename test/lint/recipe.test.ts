/** Which files help asks for. */
import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../src/findings/recipe.js';
import { recipeHelp } from '../../src/lint/help/recipe.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
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

  it('open a transaction of their own where statements are sent one by one', () => {
    const begun = "BEGIN;\nSET LOCAL lock_timeout = '2s';\nDROP TRIGGER r ON t;\nDROP FUNCTION r();\nCOMMIT;";
    expect(help('plain')).toContain(begun);
    expect(help('sqitch')).toContain(begun);
    expect(help('flyway')).not.toContain('BEGIN');
    expect(help('plain')).toContain("`<version>_one.sql`:\nSET lock_timeout = '2s';\nALTER TABLE t ADD COLUMN a int;");
  });
});
