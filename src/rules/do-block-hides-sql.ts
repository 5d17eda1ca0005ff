import { defineRule } from '../lint/rule.js';

export default defineRule({
  id: 'do-block-hides-sql',
  harm: 'note',
  summary: 'A DO block runs SQL that can’t be read before it runs',
  why: `The statements of a DO block are checked like any others. What EXECUTE builds from variables or query results, and
what a block in another language than PL/pgSQL does, shows only on a server: no rule has looked at it. The rehearsal runs
the block, and reports the locks that it took and the objects that it changed.`,
  fix: `Write the statements plainly where you can: they are then checked one by one. Where the block must build them, let the
rehearsal run on a schema that is like production’s, so that the same branches are taken.`,
  statements: ['DoStmt'],
  check(statement, { report }) {
    if (!statement.block?.opaque) return;
    report({
      message: 'This block makes SQL at run time, which no rule can read.',
      help: 'Write the statements plainly, or see in the rehearsal’s report what the block did.',
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        sql: `DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE tablename = 't' LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN b int', name);
  END LOOP;
END $$;`,
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'DO $$ BEGIN ALTER TABLE t ADD COLUMN b int; END $$;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: "DO $$ BEGIN EXECUTE 'ALTER TABLE ' || 't' || ' ADD COLUMN b int'; EXECUTE format('COMMENT ON TABLE %I IS %L', 't', 'x'); END $$;",
      },
    ],
  },
});
