import type { FuncCall } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { IndexFacts } from '../schema/facts.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { typeCode } from '../schema/sql-name.js';
import type { ColumnType } from '../schema/types.js';
import { nodeOf, quoteIdentifier, walk } from '../sql/ast.js';
import { code } from '../sql/words.js';

/** A third of a page, less what belongs to the page: BTMaxItemSize of version 4. */
const MOST_BYTES = 2704;

/** Values of these are documents and lists: long ones are what they are for. */
const LONG_TYPES = /^(jsonb|bytea|hstore)$/;

/**
 * What columns of text are called that hold what people or programs write, and not a name, a key or a state. Text is the usual type
 * of all of those, so that the type alone would have something to say of almost every index.
 */
const LONG_NAMES =
  /(^|_)(v|val|values?|contents?|body|text|html|xml|json|markdown|descr(iption)?|comments?|notes?|messages?|msg|payload|data|raw|ur[il]|href|link|path|quer(y|ies)|sql|user_agent|referr?er|errors?|stack|trace|details?|bio|summary|biography)$/i;

export default defineRule({
  id: 'index-row-too-large',
  harm: 'note',
  summary: 'A btree refuses values that are longer than a third of a page',
  why: `An entry of a btree has at most ${MOST_BYTES} bytes. A longer value fails with SQLSTATE 54000: the build of the index, or afterwards the
INSERT or UPDATE that brings it. Compression hides it for a while, so that it is often one row in production that fails and none in a
test. It is said only of columns whose type or name promises long values.`,
  fix: `Index a hash or a prefix of the value, such as \`md5(body)\` or \`left(body, 200)\`, and query it in the same way; use a hash index for
equality, GIN for documents and arrays. Or bound the column, with varchar(n) or a CHECK on its length.`,
  roles: ['up', 'maintenance'],
  statements: ['IndexStmt', 'CreateStmt', 'AlterTableStmt'],
  check(statement, { schema, report }) {
    const end = schema.fork();
    end.apply(statement.node, 'change');
    for (const { change, object } of effectsOf(statement.node)) {
      const { table, facts } = object as { table?: string; facts?: Partial<IndexFacts> };
      if (change !== 'create' || object.kind !== 'index' || !table || facts?.method !== 'btree') continue;
      for (const column of facts.columns ?? []) {
        const type = column && end.find('column', `${table}.${column}`)?.facts?.type;
        if (!column || !type || !isLong(type, column) || isBounded(table, column, end)) continue;
        report({
          message: `Once ${code(shortName(table))} has this index, Postgres refuses values of ${code(column)} (${typeCode(type)}) with more than ${MOST_BYTES} bytes. Where one is there already, the build fails.`,
          help: `Index a hash of it, and ask for that:\nCREATE INDEX CONCURRENTLY … ON … (md5(${quoteIdentifier(column)}${type.name === 'text' || type.name === 'varchar' ? '' : '::text'}));`,
        });
        return;
      }
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE meta (id int PRIMARY KEY, k varchar(80), v text);',
        sql: 'CREATE INDEX CONCURRENTLY i ON meta (k, v);',
      },
      { setup: 'CREATE TABLE t (payload jsonb);', sql: 'CREATE INDEX CONCURRENTLY i ON t (payload);' },
      { setup: 'CREATE TABLE t (tags text[]);', sql: 'ALTER TABLE t ADD UNIQUE (tags);' },
      { sql: 'CREATE TABLE t (id int PRIMARY KEY, url varchar UNIQUE);' },
    ],
    good: [
      { setup: 'CREATE TABLE t (email text, state text);', sql: 'CREATE INDEX CONCURRENTLY i ON t (email, state);' },
      { setup: 'CREATE TABLE t (url varchar(500));', sql: 'CREATE INDEX CONCURRENTLY i ON t (url);' },
      {
        setup: 'CREATE TABLE t (url text CHECK (length(url) <= 500));',
        sql: 'CREATE INDEX CONCURRENTLY i ON t (url);',
      },
      { setup: 'CREATE TABLE t (body text);', sql: 'CREATE INDEX CONCURRENTLY i ON t (md5(body));' },
      { setup: 'CREATE TABLE t (body text);', sql: 'CREATE INDEX CONCURRENTLY i ON t USING hash (body);' },
      { setup: 'CREATE TABLE t (payload jsonb);', sql: 'CREATE INDEX CONCURRENTLY i ON t USING gin (payload);' },
      { setup: 'CREATE TABLE t (data int);', sql: 'CREATE INDEX CONCURRENTLY i ON t (data);' },
    ],
  },
});

function isLong({ name, modifiers, array }: ColumnType, column: string): boolean {
  if (array || LONG_TYPES.test(name)) return true;
  if (name !== 'text' && name !== 'varchar') return false;
  return LONG_NAMES.test(column) && (modifiers[0] ?? Number.POSITIVE_INFINITY) > MOST_BYTES;
}

/** A CHECK asks for its length, by whichever function. */
function isBounded(table: string, column: string, schema: Schema): boolean {
  return schema.partsOf(table, 'constraint').some(({ facts }) => {
    if (facts?.type !== 'check' || !facts.columns?.includes(column)) return false;
    let measured = false;
    walk(facts.expression, (tag, body) => {
      const name = tag === 'FuncCall' && nodeOf((body as FuncCall).funcname?.at(-1), 'String')?.sval;
      if (name && /length$|size$/.test(name)) measured = true;
    });
    return measured;
  });
}
