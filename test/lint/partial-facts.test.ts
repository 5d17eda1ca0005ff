/** What no script shows is unknown: it breaks nothing, and stands neither for harm nor for its absence. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { type Grammar, loadGrammar } from '../../src/sql/parse.js';
import { migrationOf, scriptSource } from '../support/examples.js';

let grammar: Grammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

function rulesFor(sql: string, setup = ''): string[] {
  const schema = new Schema();
  schema.replay(grammar.parseScript(scriptSource('up', setup)).statements, 'baseline');
  const { migration } = migrationOf({ sql, down: sql }, grammar);
  return lint([migration], schema, { rules: RULES, postgresVersion: 17 }).map(({ finding }) => finding.rule);
}

const TABLES =
  'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE email (id bigint PRIMARY KEY, user_id bigint);';

/** Ways to come by an object whose definition no script shows, under the name `n`. */
const UNKNOWN = {
  index: "ALTER INDEX lost RENAME TO n; COMMENT ON INDEX n IS 'x'",
  'taken over': 'ALTER TABLE email ADD CONSTRAINT n UNIQUE USING INDEX lost',
  'taken over as key': 'ALTER TABLE users ADD CONSTRAINT n PRIMARY KEY USING INDEX lost',
  constraint: 'ALTER TABLE email RENAME CONSTRAINT lost TO n; ALTER TABLE email VALIDATE CONSTRAINT n',
  column: 'ALTER TABLE email RENAME COLUMN lost TO n; ALTER TABLE email ALTER COLUMN n SET NOT NULL',
  table: "ALTER TABLE lost RENAME TO n; COMMENT ON TABLE n IS 'x'",
  partition: 'ALTER TABLE lost RENAME TO n; ALTER TABLE users ATTACH PARTITION n DEFAULT',
  view: 'ALTER VIEW lost RENAME TO n; GRANT SELECT ON n TO PUBLIC',
  'materialized view': "ALTER MATERIALIZED VIEW lost RENAME TO n; COMMENT ON MATERIALIZED VIEW n IS 'x'",
  domain: 'ALTER DOMAIN lost RENAME TO n; ALTER DOMAIN n SET NOT NULL',
  'another domain': "ALTER DOMAIN lost RENAME TO n; COMMENT ON DOMAIN n IS 'x'",
  type: "ALTER TYPE lost RENAME TO n; COMMENT ON TYPE n IS 'x'",
  sequence: 'ALTER SEQUENCE lost RENAME TO n; ALTER SEQUENCE n OWNED BY users.id',
  'foreign table': "ALTER FOREIGN TABLE lost RENAME TO n; COMMENT ON FOREIGN TABLE n IS 'x'",
};

/** Statements that ask what `n`, and the tables beside it, are like. */
const QUESTIONS = [
  'ALTER TABLE email ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID',
  'ALTER TABLE email ADD CONSTRAINT fk2 FOREIGN KEY (user_id) REFERENCES n (id)',
  'ALTER TABLE email DROP CONSTRAINT n',
  'ALTER TABLE users DROP CONSTRAINT n CASCADE',
  'ALTER TABLE email DROP COLUMN user_id',
  'ALTER TABLE email RENAME COLUMN user_id TO owner_id',
  'ALTER TABLE email ALTER COLUMN user_id TYPE text',
  'ALTER TABLE email ALTER COLUMN n TYPE n USING n::n',
  'ALTER TABLE users ALTER COLUMN id DROP NOT NULL',
  'ALTER TABLE email ALTER COLUMN n SET EXPRESSION AS (1)',
  'ALTER TABLE email ALTER COLUMN user_id SET NOT NULL',
  'ALTER TABLE email ADD COLUMN c n NOT NULL DEFAULT n(1)',
  'ALTER TABLE n ADD COLUMN c int, SET LOGGED, SET TABLESPACE pg_default',
  'ALTER TABLE n RENAME TO m',
  'ALTER TABLE n SET UNLOGGED',
  'CREATE INDEX ON email (user_id)',
  'CREATE UNIQUE INDEX IF NOT EXISTS n ON email (user_id)',
  'DROP INDEX n; CREATE INDEX other ON email (user_id)',
  'DROP TABLE n CASCADE',
  'DROP VIEW n',
  'DROP VIEW n; CREATE VIEW n AS SELECT id FROM users',
  'DROP DOMAIN n CASCADE',
  'DROP TYPE n',
  'CREATE OR REPLACE VIEW n AS SELECT id FROM users',
  'REFRESH MATERIALIZED VIEW CONCURRENTLY n',
  'LOCK TABLE n',
  'SELECT * FROM n',
  'UPDATE email SET user_id = 1 WHERE user_id = 2',
  'INSERT INTO email SELECT * FROM n',
  'DELETE FROM n WHERE id = 1',
  'TRUNCATE users CASCADE',
  'ALTER TABLE users DETACH PARTITION n',
  'ALTER TABLE n ATTACH PARTITION email FOR VALUES IN (1)',
  'CREATE TABLE p PARTITION OF n FOR VALUES IN (2)',
  "ALTER TYPE n ADD VALUE 'x'",
  'ALTER SCHEMA public RENAME TO private',
  'DROP SCHEMA public CASCADE',
  'REINDEX TABLE email',
  'SET CONSTRAINTS ALL DEFERRED',
];

describe('an object that no script shows', () => {
  it.each(Object.entries(UNKNOWN))('breaks no rule: %s', (_, unknown) => {
    for (const question of QUESTIONS) {
      expect(rulesFor(`${unknown};\n${question};`, TABLES), question).not.toContain('internal-error');
      expect(rulesFor(`${question};`, `${TABLES} ${unknown};`), question).not.toContain('internal-error');
    }
  });

  it('breaks no rule in any order of statements', () => {
    const statement = fc.constantFrom(...Object.values(UNKNOWN), ...QUESTIONS);
    fc.assert(
      fc.property(
        fc.array(statement, { minLength: 2, maxLength: 8 }),
        fc.array(statement, { maxLength: 4 }),
        (up, before) => {
          expect(rulesFor(`${up.join(';\n')};`, `${TABLES} ${before.join('; ')};`)).not.toContain('internal-error');
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('what is unknown stands neither for harm nor for its absence', () => {
  const renamed = 'ALTER TABLE lost RENAME TO n;';
  it.each([
    ['a storage that nobody knows', 'ALTER TABLE n SET LOGGED;', renamed, 'storage-rewrite'],
    ['its tablespace', 'ALTER TABLE n SET TABLESPACE fast;', renamed, 'storage-rewrite'],
    [
      'a column that may be generated',
      'ALTER TABLE email ALTER COLUMN n SET EXPRESSION AS (1);',
      `${TABLES} ALTER TABLE email RENAME COLUMN lost TO n;`,
      'alter-generated-expression',
    ],
    [
      'the columns of an index',
      'ALTER TABLE email ADD CONSTRAINT k PRIMARY KEY USING INDEX lost;',
      'CREATE TABLE email (id bigint);',
      'primary-key-scans-for-null',
    ],
  ])('%s is told', (_, sql, setup, rule) => {
    expect(rulesFor(sql, setup)).toContain(rule);
  });

  it('an index that no script shows may be the one that a foreign key needs', () => {
    const key = 'ALTER TABLE email ADD CONSTRAINT fk FOREIGN KEY (user_id) REFERENCES users (id) NOT VALID;';
    expect(rulesFor(key, TABLES)).toContain('foreign-key-without-index');
    const taken = `ALTER TABLE email ADD CONSTRAINT addr UNIQUE USING INDEX lost;\n${key}`;
    expect(rulesFor(taken, TABLES)).not.toContain('foreign-key-without-index');
  });

  it('a constraint has the columns of the index that it takes over, where a script shows it', () => {
    const setup = `CREATE TABLE t (id bigint NOT NULL); CREATE UNIQUE INDEX i ON t (id);`;
    const schema = new Schema();
    const sql = `${setup} ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY USING INDEX i;`;
    schema.replay(grammar.parseScript(scriptSource('up', sql)).statements, 'baseline');
    expect(schema.find('constraint', 'public.t.k')?.facts?.columns).toEqual(['id']);
    expect(schema.find('index', 'public.k')?.facts?.columns).toEqual(['id']);
    schema.replay(
      grammar.parseScript(scriptSource('up', 'ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX lost;')).statements,
      'baseline',
    );
    expect(schema.find('constraint', 'public.t.u')?.facts).not.toHaveProperty('columns');
    expect(schema.find('index', 'public.u')?.partial).toBe(true);
  });
});
