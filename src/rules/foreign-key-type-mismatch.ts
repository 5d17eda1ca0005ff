import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ConstraintFacts } from '../schema/facts.js';
import { shortName } from '../schema/objects.js';
import type { Schema } from '../schema/schema.js';
import { typeCode, typeSql } from '../schema/sql-name.js';
import type { ColumnType } from '../schema/types.js';
import { quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { refused } from '../verdict/fact.js';

export default defineRule({
  id: 'foreign-key-type-mismatch',
  harm: 'decision',
  summary: 'A foreign key’s column has another type than the column that it references',
  why: `Where Postgres knows no way to compare the two types, it refuses the key with SQLSTATE 42804. An integer column that is
narrower than what it references is accepted, and fails later, with the first value that doesn’t fit. A column that must be
converted for each comparison, such as int against numeric, makes the index on it useless for the key’s own lookups.`,
  fix: 'Give the column the type of the column that it references, before the key is added.',
  statements: ['AlterTableStmt', 'CreateStmt'],
  check(statement, { schema, report }) {
    const after = schema.fork();
    const keys = effectsOf(statement.node).filter(({ change, object }) => change === 'create' && isForeignKey(object));
    if (keys.length > 0) after.apply(statement.node, 'change');
    for (const { object } of keys) {
      const { columns = [], references } = (object.facts ?? {}) as Partial<ConstraintFacts>;
      const [table, parent] = [object.table ?? '', references?.table ?? ''];
      const keyed = references?.columns.length ? references.columns : primaryKey(parent, after);
      columns.forEach((column, at) => {
        const own = after.find('column', `${table}.${column}`)?.facts?.type;
        const theirs = after.find('column', `${parent}.${keyed[at]}`)?.facts?.type;
        const harm = own && theirs && mismatch(own, theirs);
        if (!harm) return;
        const [mine, other] = [code(`${shortName(table)}.${column}`), code(`${shortName(parent)}.${keyed[at]}`)];
        report({
          message: `${mine} is ${typeCode(own)}, but ${other}, which it references, is ${typeCode(theirs)}. ${HARM[harm]}.`,
          help: `Give ${quoteIdentifier(column)} the type ${typeSql({ ...theirs, serial: false })}, like the column that it references.`,
          ...(harm === 'refused' && { claim: refused('42804') }),
        });
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE c (p text);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p NOT VALID;',
        claim: refused('42804'),
      },
      {
        setup: 'CREATE TABLE p (id bigserial PRIMARY KEY);',
        sql: 'CREATE TABLE c (id int, p varchar(20) REFERENCES p (id));',
        claim: refused('42804'),
      },
      {
        setup: 'CREATE TABLE p (id numeric PRIMARY KEY); CREATE TABLE c (a int);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (a) REFERENCES p;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (a numeric);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (a) REFERENCES p;',
        claim: refused('42804'),
      },
      {
        setup: 'CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE c (a int);',
        sql: 'ALTER TABLE c ADD COLUMN p int REFERENCES p;',
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE p (id bigserial PRIMARY KEY, code varchar(8) UNIQUE); CREATE TABLE c (p bigint, code text);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p, ADD FOREIGN KEY (code) REFERENCES p (code);',
      },
      // The referencing side is the one that is widened first.
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p bigint);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
      },
      {
        setup: 'CREATE DOMAIN key AS bigint; CREATE TABLE p (id key PRIMARY KEY); CREATE TABLE c (p bigint);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p;',
      },
    ],
  },
});

const HARM = {
  refused: 'Postgres refuses the foreign key, and the migration stops here',
  narrower: 'Keys that don’t fit into it can never be referenced, and writing one fails',
  converted: 'Each comparison converts its value, so no index on it serves the key’s lookups',
};

const INTEGERS = ['int2', 'int4', 'int8'];
const NUMBERS = [...INTEGERS, 'numeric', 'float4', 'float8'];
/** The types within a group compare with each other; those of different groups don't. */
const GROUPS = [NUMBERS, ['text', 'varchar', 'bpchar'], ['timestamp', 'timestamptz', 'date'], ['uuid'], ['bool']];

function mismatch(own: ColumnType, theirs: ColumnType): keyof typeof HARM | undefined {
  const groupOf = ({ name, array }: ColumnType) => (array ? undefined : GROUPS.find((group) => group.includes(name)));
  const [group, other] = [groupOf(own), groupOf(theirs)];
  if (!group || !other) return undefined;
  if (group !== other) return 'refused';
  if (group !== NUMBERS || own.name === theirs.name) return undefined;
  const rank = ({ name }: ColumnType) => NUMBERS.indexOf(name);
  if (INTEGERS.includes(own.name) && INTEGERS.includes(theirs.name)) {
    return rank(own) < rank(theirs) ? 'narrower' : undefined;
  }
  // float4 and float8 have operators for each other; what is implicit goes only from integers to numeric to floats.
  if (own.name.startsWith('float') && theirs.name.startsWith('float')) return undefined;
  return rank(own) > rank(theirs) ? 'refused' : 'converted';
}

function isForeignKey({ kind, facts }: { kind: string; facts?: object }): boolean {
  return kind === 'constraint' && (facts as Partial<ConstraintFacts> | undefined)?.type === 'foreign key';
}

function primaryKey(table: string, schema: Schema): string[] {
  return schema.partsOf(table, 'constraint').find(({ facts }) => facts?.type === 'primary key')?.facts?.columns ?? [];
}
