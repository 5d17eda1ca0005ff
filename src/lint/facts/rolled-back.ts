/** What a migration and its rollback leave behind, replayed one after the other. */
import type { Migration, Script, Statement } from '../../model.js';
import type { IndexFacts } from '../../schema/facts.js';
import { objectKey } from '../../schema/objects.js';
import type { KnownObject, MadeObject, Schema } from '../../schema/schema.js';
import { nodeOf } from '../../sql/ast.js';
import { effectsFrom, readable } from './down.js';
import { type KeptChange, keptChanges, type Steps } from './kept-changes.js';
import { lostObjects } from './lost-objects.js';

export interface RolledBack {
  /** What each statement made that wasn't there before the migration and is there after its rollback. */
  left: ReadonlyMap<Statement, readonly MadeObject[]>;
  /** What was changed and stays so. */
  kept: readonly KeptChange[];
  /** What each statement took away and nothing brings back. */
  lost: ReadonlyMap<Statement, readonly KnownObject[]>;
  /** The schema after both. */
  end: Schema;
}

/** By migration: looked at once, before its first statement is taken over into the schema. */
const KNOWN = new WeakMap<Script, RolledBack>();

/** Undefined where there is no rollback, or one that can't be read. `before`: the schema before the migration, the first time. */
export function rolledBack({ up, down }: Migration<Script>, before: Schema): RolledBack | undefined {
  if (down === undefined || !readable(down)) return undefined;
  const known = KNOWN.get(up) ?? replayed(up, down, before);
  KNOWN.set(up, known);
  return known;
}

function replayed(up: Script, down: Script, before: Schema): RolledBack {
  const after = before.fork();
  const history = new Map<string, Steps>();
  const made = lasting(up).map((statement) => {
    const touched = after.watched(() => applied(statement, after));
    for (const { of, object } of touched.changes) {
      const known = history.get(objectKey(of)) ?? { of, steps: [] };
      known.steps.push({ statement, object });
      history.set(objectKey(of), known);
    }
    return { statement, made: touched.made };
  });
  const end = after.fork();
  for (const statement of lasting(down)) applied(statement, end);
  const last = new Map(made.flatMap((one) => one.made.map(({ object }) => [keyOf(object), one.statement] as const)));
  const left = made.map(({ statement, made: all }) => {
    const stays = ({ object, implied }: MadeObject) =>
      (!implied || isInherited(object, before) || isSetFree(object, end)) &&
      !(object.kind === 'column' && isView(object.table, end)) &&
      last.get(keyOf(object)) === statement &&
      !object.name.startsWith('pg_temp.') &&
      !(object.table !== undefined && end.isTemporary(object.table)) &&
      !before.known(object) &&
      end.known(object) !== undefined &&
      !mayGoWithColumn(object, down);
    return [statement, all.filter(stays)] as const;
  });
  const renamed = left.flatMap(([, all]) => all.flatMap(({ was }) => was ?? []));
  const stages = { before, after, end };
  return {
    left: new Map(left),
    kept: keptChanges(stages, history),
    lost: lostObjects(stages, history, renamed),
    end,
  };
}

function applied({ node, conditional }: Statement, schema: Schema): MadeObject[] {
  return schema.apply(node, 'change', conditional);
}

/** It came to a table that was there before, with its parent's; of a constraint's index the constraint tells. */
function isInherited({ kind, table, facts }: KnownObject, before: Schema): boolean {
  if (facts?.inherited === undefined || table === undefined) return false;
  if (kind === 'index' && (facts as Partial<IndexFacts>).constraint !== undefined) return false;
  return before.find('table', table) !== undefined;
}

/** The sequence of a serial column that OWNED BY NONE took from it. */
function isSetFree({ kind, name }: KnownObject, end: Schema): boolean {
  if (kind !== 'sequence') return false;
  const known = end.find('sequence', name);
  return known !== undefined && known.facts?.ownedBy === undefined;
}

/** A view's columns are its own definition. */
function isView(name: string | undefined, schema: Schema): boolean {
  return name !== undefined && (schema.find('view', name) ?? schema.find('materialized view', name)) !== undefined;
}

function keyOf({ kind, name, facts }: { kind: string; name: string; facts?: object }): string {
  const given = kind === 'function' ? (facts as { arguments?: string[] } | undefined)?.arguments : undefined;
  return `${kind} ${name}${given ? `(${given.join()})` : ''}`;
}

/** The statements whose transaction the script doesn't roll back, with those of DO blocks. */
function lasting({ statements }: Script): Statement[] {
  const undone = new Set(
    statements.flatMap(({ node, transaction }) =>
      nodeOf(node, 'TransactionStmt')?.kind === 'TRANS_STMT_ROLLBACK' && transaction.kind === 'explicit'
        ? [`${transaction.begin.line}:${transaction.begin.column}`]
        : [],
    ),
  );
  return statements
    .filter(
      ({ transaction }) =>
        transaction.kind !== 'explicit' || !undone.has(`${transaction.begin.line}:${transaction.begin.column}`),
    )
    .flatMap((statement) => [statement, ...(statement.block?.statements ?? [])]);
}

/** An index or constraint whose columns no script tells may be on one that the rollback drops. */
function mayGoWithColumn({ kind, table, facts }: KnownObject, down: Script): boolean {
  if (kind !== 'index' && kind !== 'constraint') return false;
  if ((facts as { columns?: unknown } | undefined)?.columns !== undefined) return false;
  return effectsFrom(down).some(
    ({ change, object }) => change === 'drop' && object.kind === 'column' && object.table === table,
  );
}
