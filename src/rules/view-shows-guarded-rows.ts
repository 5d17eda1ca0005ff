import type { Node } from '@pgsql/types';
import { everybodyIn, grantedOn } from '../lint/facts/everybody.js';
import { keepsBack } from '../lint/facts/policy-opened.js';
import { defineRule, type RuleContext } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { effectsOf } from '../schema/effects/index.js';
import type { ViewFacts } from '../schema/facts.js';
import { fullName, shortName } from '../schema/objects.js';
import type { KnownObject, Schema } from '../schema/schema.js';
import { sqlName } from '../schema/sql-name.js';
import { hasOption, nodeOf, relationName, walk } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'view-shows-guarded-rows',
  harm: 'decision',
  summary: 'A view that everybody may read shows rows that policies hide',
  why: `A view reads its tables with the rights of its owner, whom row level security rarely holds. Whoever may read the view then sees all
rows of the tables, whatever their policies say: for a view that \`anon\` or PUBLIC may read, that is everybody. With
\`security_invoker\` it reads them with the rights of whoever asks.`,
  fix: 'Create the view WITH (security_invoker = true), so that the tables’ policies count for its readers as well.',
  roles: ['up', 'maintenance'],
  statements: ['ViewStmt', 'GrantStmt'],
  check(statement, context) {
    const { schema, report } = context;
    for (const { name, who } of opened(statement, context)) {
      const view = made(statement) ?? schema.find('view', name);
      const table = view && guardedTable(view, schema);
      if (!table) continue;
      report({
        message: `${who === 'anon' ? 'Whoever calls the API without logging in' : 'Every role that may connect'} sees rows of ${code(shortName(table))} in ${code(shortName(name))}, whatever its policies say. The view reads it with its owner’s rights.`,
        help: `Let the policies count for its readers:\nALTER VIEW ${sqlName(name)} SET (security_invoker = true);`,
        mended: (end) => {
          const left = end.find('view', name);
          return left === undefined || guardedTable(left, end) === undefined;
        },
      });
    }
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE t (a int, owner text); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON t USING (owner = current_user); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'GRANT SELECT ON v TO PUBLIC;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY;',
        sql: 'CREATE VIEW v AS SELECT a FROM t;\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;',
      },
    ],
    good: [
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE VIEW v WITH (security_invoker = true) AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM t;',
        sql: 'GRANT SELECT ON v TO PUBLIC;\nGRANT SELECT ON w TO CURRENT_USER;',
      },
      {
        setup: 'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE VIEW v AS SELECT a FROM t;',
        sql: 'GRANT SELECT ON v TO PUBLIC;\nALTER VIEW v SET (security_invoker = true);',
      },
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY every ON t FOR SELECT USING (true); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'GRANT SELECT ON v TO PUBLIC;',
      },
      {
        setup:
          'CREATE TABLE t (a int, owner text); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE VIEW v AS SELECT a FROM t WHERE owner = current_user;',
        sql: 'GRANT SELECT ON v TO PUBLIC;',
      },
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY; CREATE VIEW v AS SELECT a FROM t;',
        sql: 'GRANT SELECT ON v TO PUBLIC;',
      },
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'GRANT SELECT ON v TO PUBLIC;\nCREATE VIEW w AS SELECT a FROM t;',
      },
    ],
  },
});

interface OpenedView {
  name: string;
  who: 'PUBLIC' | 'anon';
}

/** The views that everybody may read from this statement on. */
function opened({ node }: Statement, { schema, migration }: RuleContext): OpenedView[] {
  const grant = nodeOf(node, 'GrantStmt');
  if (grant) {
    const who = everybodyIn(grant);
    const all = (grant.privileges ?? []).map((item) => nodeOf(item, 'AccessPriv')?.priv_name);
    const reads = grant.is_grant && grant.objtype === 'OBJECT_TABLE' && (all.length === 0 || all.includes('select'));
    return reads && who ? grantedOn(grant, 'view', schema).map((name) => ({ name, who })) : [];
  }
  // Supabase's default privileges give each view of its API to anon.
  const name = relationName(nodeOf(node, 'ViewStmt')?.view);
  const isOfApi = migration.layout === 'supabase' && name && fullName(name).startsWith('public.');
  return isOfApi ? [{ name: fullName(name), who: 'anon' }] : [];
}

/** The view that the statement makes; undefined for a GRANT. */
function made({ node }: Statement): Pick<KnownObject<'view'>, 'facts'> | undefined {
  const view = nodeOf(node, 'ViewStmt');
  if (!view) return undefined;
  const facts = effectsOf(node).find(({ object }) => object.kind === 'view')?.object.facts as Partial<ViewFacts>;
  const invoker = hasOption(view.options, 'security_invoker') ? { 'with security_invoker': 'true' } : {};
  return { facts: { ...facts, definition: { query: view.query, ...invoker } } };
}

const ON = /^(true|on|yes|1)$/i;

/** A table that the view reads past its policies; undefined where the view, or one of them, may keep its readers to their rows. */
function guardedTable({ facts }: Pick<KnownObject<'view'>, 'facts'>, schema: Schema): string | undefined {
  const { query, ...options } = facts?.definition ?? {};
  if (!query || ON.test(String(options['with security_invoker'] ?? '')) || asksWhoReads(query as Node))
    return undefined;
  return facts?.reads?.find((name) => {
    const table = schema.find('table', name);
    if (!table?.facts?.rowSecurity || table.facts.definition?.['FORCE ROW LEVEL SECURITY']) return false;
    return !schema.partsOf(name, 'policy').some(showsAll);
  });
}

function showsAll(policy: KnownObject<'policy'>): boolean {
  const command = policy.facts?.definition?.for;
  return !policy.facts?.restrictive && (command === undefined || command === 'select') && !keepsBack(policy);
}

/** Its query depends on who reads it: auth.uid(), current_user, a setting of the session. */
function asksWhoReads(query: Node): boolean {
  let asks = false;
  walk(query, (tag, body) => {
    if (tag === 'SQLValueFunction') asks = true;
    const names = tag === 'FuncCall' ? ((body as { funcname?: Node[] }).funcname ?? []) : [];
    const [first, last] = [nodeOf(names[0], 'String')?.sval, nodeOf(names.at(-1), 'String')?.sval];
    if (first === 'auth' || last === 'current_setting' || last === 'pg_has_role') asks = true;
  });
  return asks;
}
