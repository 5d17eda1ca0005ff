/** An object that the scripts have made, as the SQL that makes it again. */
import type { CreateTrigStmt, IndexElem, Node } from '@pgsql/types';
import type { RecipeStep } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { createView } from './views-anew.js';

/** Undefined where the scripts don't show all of it. `concurrently`: an index may be built so. */
export function asItWas(object: KnownObject, schema: Schema, concurrently: boolean): string | undefined {
  const { kind, name } = object;
  if (kind === 'policy') return createPolicy(object as KnownObject<'policy'>);
  if (kind === 'trigger') return createTrigger(object as KnownObject<'trigger'>);
  if (kind === 'view') return createView(object as KnownObject<'view'>, schema);
  if (kind === 'materialized view') return createMaterializedView(object as KnownObject<'materialized view'>, schema);
  if (kind !== 'index') return undefined;
  const index = indexNode(object as KnownObject<'index'>, { name: lastName(name), concurrently });
  const sql = index && deparsed(index);
  return sql && `${sql};`;
}

/** A step that drops an index, with the index as it was for its rollback where the scripts show all of it. */
export function withIndexBack(step: RecipeStep, index: KnownObject<'index'> | undefined, schema: Schema): RecipeStep {
  const [down, blocking] = [true, false].map((concurrently) => index && asItWas(index, schema, concurrently));
  if (down === undefined || blocking === undefined) return step;
  return { ...step, down, ...(step.within && { within: { ...step.within, down: blocking } }) };
}

const COMMANDS = ['select', 'insert', 'update', 'delete'];

export function createPolicy({ name, table, facts }: KnownObject<'policy'>): string | undefined {
  const { for: command, to, using, 'with check': check, permissive, ...rest } = facts?.definition ?? {};
  const isKnown = facts?.definition !== undefined && Object.values(rest).every((value) => value === undefined);
  const isPlain = command === undefined || COMMANDS.includes(String(command));
  if (!table || !isKnown || !isPlain || (to !== undefined && typeof to !== 'string')) return undefined;
  const [shows, takes] = [using, check].map((node) => (node === undefined ? '' : deparsed(node as Node)));
  if (shows === undefined || takes === undefined) return undefined;
  return `${[
    `CREATE POLICY ${quoteIdentifier(lastName(name))} ON ${sqlName(table)}`,
    permissive === true ? '' : 'AS RESTRICTIVE',
    command === undefined ? '' : `FOR ${String(command).toUpperCase()}`,
    to === undefined ? '' : `TO ${to.split(', ').map(roleSql).join(', ')}`,
    shows && `USING (${shows})`,
    takes && `WITH CHECK (${takes})`,
  ]
    .filter((part) => part !== '')
    .join(' ')};`;
}

/** With its indexes, which go with it. */
function createMaterializedView(view: KnownObject<'materialized view'>, schema: Schema): string | undefined {
  const indexes = schema.partsOf(view.name, 'index').map((index) => asItWas(index, schema, false));
  const all = [createView(view, schema), ...indexes];
  return all.includes(undefined) ? undefined : all.join('\n');
}

/** CURRENT_USER and the like are no names. */
function roleSql(role: string): string {
  return role.startsWith('ROLESPEC_') ? role.slice('ROLESPEC_'.length) : quoteIdentifier(role);
}

function createTrigger({ name, table, facts }: KnownObject<'trigger'>): string | undefined {
  const definition = facts?.definition?.definition as CreateTrigStmt | undefined;
  if (!table || typeof definition !== 'object') return undefined;
  const sql = deparsed({ CreateTrigStmt: { ...definition, trigname: lastName(name), relation: rangeOf(table) } });
  return sql && `${sql};`;
}

export function rangeOf(table: string) {
  const schemaname = table.slice(0, table.lastIndexOf('.'));
  return { ...(schemaname !== 'public' && { schemaname }), relname: lastName(table), inh: true, relpersistence: 'p' };
}

const KNOWN_PARTS = ['keys', 'included columns', 'predicate', 'unique', 'method', 'nulls not distinct'];

/** Undefined where it says more than its keys, what it includes, its condition and its method. */
export function indexNode(
  { table, facts }: KnownObject<'index'>,
  { name, concurrently }: { name: string; concurrently: boolean },
): ({ IndexStmt: object } & Node) | undefined {
  const definition = facts?.definition;
  const keys = definition?.keys as Node[] | undefined;
  if (!table || !facts || !definition || !keys || facts.invalid || facts.constraint) return undefined;
  const said = Object.entries(definition).filter(([, value]) => value !== undefined);
  if (said.some(([part]) => !KNOWN_PARTS.includes(part))) return undefined;
  const included = definition['included columns'] as Node[] | undefined;
  return {
    IndexStmt: {
      idxname: name,
      relation: rangeOf(table),
      accessMethod: facts.method ?? 'btree',
      indexParams: keys,
      ...(included && { indexIncludingParams: included }),
      ...(definition.predicate !== undefined && { whereClause: definition.predicate as Node }),
      unique: facts.unique ?? false,
      nulls_not_distinct: facts.nullsNotDistinct ?? false,
      concurrent: concurrently,
    },
  } as { IndexStmt: object } & Node;
}

export function keysOf({ facts }: KnownObject<'index'>): IndexElem[] {
  return ((facts?.definition?.keys ?? []) as Node[]).flatMap((item) => nodeOf(item, 'IndexElem') ?? []);
}
