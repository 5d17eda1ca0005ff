/** What goes with an object under CASCADE and not without it, as the replay of the scripts shows it. */
import type { Node } from '@pgsql/types';
import type { Statement } from '../../model.js';
import { dependentsOf } from '../../schema/dependents.js';
import { effectsOf } from '../../schema/effects/index.js';
import type { ConstraintFacts, IndexFacts, SequenceFacts, ViewFacts } from '../../schema/facts.js';
import { lastName, objectKey, type SchemaObject, shortName } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { nodeOf } from '../../sql/ast.js';
import { code } from '../../sql/words.js';
import { dropSql } from './drop-sql.js';

export interface Fallen {
  object: KnownObject;
  /** For the middle of a sentence: `the view v`. */
  words: string;
  drop: string;
  /** What is locked when it goes. */
  relation: string;
}

export interface Fall {
  /** In the order in which each can be dropped by its name. */
  fallen: Fallen[];
  /** The schema when all is gone. */
  after: Schema;
}

export function fallenWith(statement: Statement, object: SchemaObject, schema: Schema): Fall {
  const [all, alone] = [true, false].map((cascade) => goneBy(dropOf(statement.node, object, cascade), schema));
  const { gone = [], after = schema } = all ?? {};
  // Without CASCADE a schema goes only when it is empty.
  const byItself = new Set(object.kind === 'schema' ? [] : (alone?.gone ?? []).map(objectKey));
  const relations = new Set([object, ...gone].map(({ name }) => name));
  const isPart = (one: KnownObject) => one.table !== undefined && relations.has(one.table);
  const named = new Set(dependentsOf(object, schema).map(({ owner }) => owner));
  const fallen = gone
    .filter((one) => objectKey(one) !== objectKey(object) && !isPart(one) && !isImplied(one))
    .filter((one) => isForeignKey(one) || !byItself.has(objectKey(one)))
    // Whether it shows the column nobody knows.
    .filter((one) => object.kind !== 'column' || !isVague(one) || named.has(one.name))
    .map((one) => ({ object: one, ...toldOf(one) }));
  return { fallen: inOrder(fallen), after };
}

/** The statement for this object alone. */
function dropOf(node: Node | null, object: SchemaObject, cascade: boolean): Node | null {
  const behavior = cascade ? 'DROP_CASCADE' : 'DROP_RESTRICT';
  const drop = nodeOf(node, 'DropStmt');
  if (drop) {
    const own = (drop.objects ?? []).filter((item) =>
      effectsOf({ DropStmt: { ...drop, objects: [item] } }).some(({ object: it }) => it.name === object.name),
    );
    return { DropStmt: { ...drop, objects: own, behavior } };
  }
  const alter = nodeOf(node, 'AlterTableStmt');
  const commands = (alter?.cmds ?? []).flatMap((item) => nodeOf(item, 'AlterTableCmd') ?? []);
  const own = commands.filter(({ name }) => name === lastName(object.name));
  return alter
    ? { AlterTableStmt: { ...alter, cmds: own.map((one) => ({ AlterTableCmd: { ...one, behavior } })) } }
    : null;
}

function goneBy(node: Node | null, schema: Schema): { gone: KnownObject[]; after: Schema } {
  const after = schema.fork();
  const { changes } = after.watched(() => after.apply(node, 'change'));
  const gone = changes.flatMap(({ of, object }) => (object === null ? (schema.known(of) ?? []) : []));
  return { gone, after };
}

/** It stands for nothing of its own: an index is its constraint, a sequence its column. */
function isImplied({ kind, facts, name }: KnownObject): boolean {
  if (name.startsWith('pg_temp.')) return true;
  if (kind === 'index') return (facts as Partial<IndexFacts> | undefined)?.constraint !== undefined;
  if (kind === 'sequence') return (facts as Partial<SequenceFacts> | undefined)?.ownedBy !== undefined;
  return kind === 'constraint' && (facts as Partial<ConstraintFacts> | undefined)?.type === 'not null';
}

function isForeignKey({ kind, facts }: KnownObject): boolean {
  return kind === 'constraint' && (facts as Partial<ConstraintFacts> | undefined)?.type === 'foreign key';
}

function isVague({ kind, facts }: KnownObject): boolean {
  return kind.endsWith('view') && (facts as Partial<ViewFacts> | undefined)?.vague === true;
}

function toldOf(object: KnownObject): Omit<Fallen, 'object'> {
  const { kind, name, table } = object;
  const of = table === undefined ? '' : ` of ${code(shortName(table))}`;
  const words =
    kind === 'column'
      ? `the column ${code(shortName(name))}`
      : of
        ? `the ${isForeignKey(object) ? 'foreign key' : kind} ${code(lastName(name))}${of}`
        : `the ${kind} ${code(shortName(name))}`;
  return { words, drop: dropSql(object, false).replace(' IF EXISTS', ''), relation: table ?? name };
}

/** What nothing needs goes first. */
const ORDER = ['constraint', 'trigger', 'policy', 'rule', 'materialized view', 'view', 'index', 'column', 'table'];

function inOrder(fallen: readonly Fallen[]): Fallen[] {
  const rank = ({ object: { kind } }: Fallen) => {
    const at = ORDER.indexOf(kind === 'materialized view' ? 'view' : kind);
    return at < 0 ? ORDER.length : at;
  };
  const left = fallen.toSorted((a, b) => rank(a) - rank(b));
  const ordered: Fallen[] = [];
  while (left.length > 0) {
    // A view goes after those that read it.
    const free = left.findIndex((one) => !left.some((other) => other !== one && reads(other, one)));
    ordered.push(...left.splice(Math.max(free, 0), 1));
  }
  return ordered;
}

function reads({ object: { facts } }: Fallen, { object: { name } }: Fallen): boolean {
  return (facts as Partial<ViewFacts> | undefined)?.reads?.includes(name) ?? false;
}
