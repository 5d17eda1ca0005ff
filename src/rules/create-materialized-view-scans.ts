import type { Recipe } from '../findings/recipe.js';
import { slug } from '../lint/help/steps.js';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ViewFacts } from '../schema/facts.js';
import { fullName, lastName, shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'create-materialized-view-scans',
  harm: 'note',
  summary: 'A new materialized view runs its whole query while it is created',
  why: `CREATE MATERIALIZED VIEW runs its query and stores the rows. That blocks nobody, but it lasts as long as the query does on
production’s tables: a statement_timeout can stop the deploy there, the transaction’s locks are kept for so long, and VACUUM keeps
every row that has died since.`,
  fix: `Create it WITH NO DATA, which takes a moment, and fill it by a REFRESH MATERIALIZED VIEW of its own, before code reads it: until
then every query on it fails with SQLSTATE 55000.`,
  roles: ['up', 'maintenance'],
  statements: ['CreateTableAsStmt'],
  check(statement, { schema, report }) {
    const create = nodeOf(statement.node, 'CreateTableAsStmt');
    const name = relationName(create?.into?.rel);
    if (create?.objtype !== 'OBJECT_MATVIEW' || create.into?.skipData || !name) return;
    if (create.if_not_exists && schema.find('materialized view', fullName(name))) return;
    const [view] = effectsOf(statement.node);
    const { reads = [] } = (view?.object.facts as Partial<ViewFacts> | undefined) ?? {};
    const old = [...new Set(reads)].filter((one) => !schema.isNew(one) && !isOfCatalog(one));
    if (old.length === 0) return;
    const own = fullName(name);
    report({
      message: `This statement runs the query of ${code(shortName(own))} on ${enumerated(old.map((one) => code(shortName(one))))}. The more rows it reads, the longer it takes.`,
      help: emptyFirst(own, statement.sql),
    });
  },
  examples: {
    bad: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE MATERIALIZED VIEW v AS SELECT count(*) AS n FROM t;' },
      {
        setup: 'CREATE TABLE t (a int); CREATE TABLE u (a int);',
        sql: 'CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT t.a FROM t JOIN u USING (a);',
      },
    ],
    good: [
      { setup: 'CREATE TABLE t (a int);', sql: 'CREATE MATERIALIZED VIEW v AS SELECT a FROM t WITH NO DATA;' },
      { sql: 'CREATE TABLE t (a int);\nCREATE MATERIALIZED VIEW v AS SELECT a FROM t;' },
      { sql: 'CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;' },
      {
        setup: 'CREATE TABLE t (a int);',
        sql: 'CREATE VIEW v AS SELECT a FROM t;\nCREATE TABLE w AS SELECT a FROM t;',
      },
    ],
  },
});

function emptyFirst(view: string, sql: string): Recipe {
  const name = sqlName(view);
  return {
    says: 'Where that takes long, create it empty, and fill it by itself before code reads it.',
    steps: [
      {
        name: slug('create', lastName(view)),
        sql: `${sql.replace(/\s+with\s+data\s*$/i, '')} WITH NO DATA;`,
        down: `DROP MATERIALIZED VIEW ${name};`,
      },
      {
        name: slug('fill', lastName(view)),
        sql: `-- migration-safety: ignore refresh-not-concurrent nothing reads it before it is filled\nREFRESH MATERIALIZED VIEW ${name};`,
        locks: true,
        down: `-- migration-safety: ignore refresh-not-concurrent it was empty before\nREFRESH MATERIALIZED VIEW ${name} WITH NO DATA;`,
      },
    ],
  };
}

function isOfCatalog(relation: string): boolean {
  return /^(pg_catalog|information_schema)\./.test(relation);
}
