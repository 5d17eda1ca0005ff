import type { AlterDomainStmt } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { enumerated, sqlName } from '../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';
import { lock, scan, touches } from '../verdict/fact.js';

export default defineRule({
  id: 'domain-constraint-blocks-writes',
  harm: 'blocks',
  summary: 'A new rule of a domain blocks writes to every table that uses it',
  why: `ALTER DOMAIN with ADD CONSTRAINT, SET NOT NULL or VALIDATE CONSTRAINT takes SHARE on each table that has a column of the
domain, and keeps them all while it reads every row of every one: INSERT, UPDATE and DELETE wait. VALIDATE CONSTRAINT is no
gentler: unlike that of a table, it blocks writes as well.`,
  fix: `ADD CONSTRAINT … NOT VALID takes no lock on the tables, and new values are checked from then on. Where the old rows must
be validated, do it when few write, with a short lock_timeout. A CHECK on each table can be validated without blocking.`,
  statements: ['AlterDomainStmt'],
  check(statement, context) {
    const domain = nodeOf(statement.node, 'AlterDomainStmt');
    const name = dotted(domain?.typeName);
    const work = domain && readsRows(domain);
    if (!name || !domain || !work) return;
    const known = context.schema.find('domain', fullName(name));
    const tables = context.footprint().filter(({ relation }) => !context.schema.isNew(relation));
    const [first] = tables;
    if (known && first === undefined) return;
    const where = first
      ? enumerated(tables.map(({ relation }) => code(shortName(relation))))
      : 'every table that has a column of it';
    context.report({
      message: `${work} reads every row of ${where}. It holds SHARE meanwhile, so writes wait.`,
      help: advice(statement, domain, fullName(name)),
      ...(first && { claim: touches(first.lock, first.relation, first) }),
    });
  },
  examples: {
    bad: [
      {
        setup: 'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive); INSERT INTO t VALUES (1);',
        sql: 'ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0);',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      {
        setup:
          'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive); ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0) NOT VALID;',
        sql: 'ALTER DOMAIN positive VALIDATE CONSTRAINT above;',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
      {
        setup: 'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive); CREATE TABLE u (a int, b positive);',
        sql: 'ALTER DOMAIN positive SET NOT NULL;',
        claim: [lock('SHARE', 'public.t'), scan('public.t')],
      },
    ],
    good: [
      {
        setup: 'CREATE DOMAIN positive AS int; CREATE TABLE t (a positive);',
        sql: 'ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0) NOT VALID;',
      },
      { setup: 'CREATE DOMAIN positive AS int;', sql: 'ALTER DOMAIN positive ADD CHECK (VALUE > 0);' },
      {
        setup: 'CREATE DOMAIN positive AS int;',
        sql: 'CREATE TABLE t (a positive);\nALTER DOMAIN positive SET NOT NULL;',
      },
      {
        setup: 'CREATE DOMAIN positive AS int NOT NULL; CREATE TABLE t (a positive);',
        sql: 'ALTER DOMAIN positive DROP NOT NULL;\nALTER DOMAIN positive SET DEFAULT 1;',
      },
    ],
  },
});

/** What it is called; undefined where it leaves the rows alone. */
function readsRows({ subtype, def }: AlterDomainStmt): string | undefined {
  if (subtype === 'O') return 'SET NOT NULL';
  if (subtype === 'V') return 'VALIDATE CONSTRAINT';
  return subtype === 'C' && !nodeOf(def, 'Constraint')?.skip_validation ? 'ADD CONSTRAINT' : undefined;
}

function advice({ sql }: Statement, { subtype }: AlterDomainStmt, domain: string): string {
  if (subtype === 'C') return `Add it unchecked; new values are held to it from then on:\n${sql} NOT VALID;`;
  if (subtype === 'V') {
    return `Run it when few write, by itself, and limit the wait:\nSET lock_timeout = '2s';\n${sql};`;
  }
  const name = quoteIdentifier(`${domain.slice(domain.indexOf('.') + 1)}_not_null`);
  return `Ask for it in a CHECK, which can be added unchecked:\nALTER DOMAIN ${sqlName(domain)} ADD CONSTRAINT ${name} CHECK (VALUE IS NOT NULL) NOT VALID;`;
}
