/** ALTER TABLE … ADD CONSTRAINT, constraint by constraint, with its text. */
import type { Constraint } from '@pgsql/types';
import type { Script, Statement } from '../../model.js';
import type { Fix } from '../../report-schema/types.js';
import { chosenConstraintName, constraintFacts } from '../../schema/effects/columns.js';
import type { ConstraintFacts } from '../../schema/facts.js';
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { nodeOf, quoteIdentifier } from '../../sql/ast.js';
import { alterCommands, rangesOf } from './alter-table.js';
import { betweenStatements, keywords, replaceRange } from './edits.js';
import { perStatement } from './per-statement.js';

export interface AddedConstraint {
  /** The table's full name. */
  table: string;
  constraint: Constraint;
  facts: ConstraintFacts;
  /** As written, or as Postgres will choose it. */
  name: string;
  /** The command's range in the statement's text; undefined where it can't be determined. */
  range?: { start: number; end: number };
}

/** The constraints that a statement adds to tables with a command of their own; not those inside a column's definition. */
export const addedConstraints = perStatement((statement): readonly AddedConstraint[] => {
  const commands = alterCommands(statement);
  if (!commands.some(({ constraint }) => constraint)) return [];
  const ranges = rangesOf(statement);
  return commands.flatMap(({ table, constraint }, at) => {
    const facts = constraint && constraintFacts(constraint);
    if (!constraint || !facts) return [];
    const range = ranges?.[at];
    return [{ table, constraint, facts, name: nameOf(table, constraint, facts), ...(range && { range }) }];
  });
});

function nameOf(table: string, constraint: Constraint, facts: ConstraintFacts): string {
  return constraint.conname ?? constraint.indexname ?? chosenConstraintName(lastName(table), facts);
}

const UNNAMED = /^add\s+(?=foreign|check|unique|primary|exclude|not)/i;

/** The constraint as a statement of its own, with its name; `how` comes at its end. */
export function addStatement({ table, name, range }: AddedConstraint, { sql }: Statement, how = ''): string {
  const text = range ? sql.slice(range.start, range.end) : `ADD CONSTRAINT ${quoteIdentifier(name)} …`;
  const named = text.replace(UNNAMED, `ADD CONSTRAINT ${quoteIdentifier(name)} `);
  return `ALTER TABLE ${sqlName(table)} ${named}${how};`;
}

export function validateStatement({ table, name }: Pick<AddedConstraint, 'table' | 'name'>): string {
  return `ALTER TABLE ${sqlName(table)} VALIDATE CONSTRAINT ${quoteIdentifier(name)};`;
}

/** NOT VALID and a VALIDATE after it: only outside a transaction, which would keep the first one's lock. */
export function notValidFix(
  added: AddedConstraint,
  statement: Statement,
  { script, schema }: { script: Script; schema: Schema },
): Fix[] {
  const { range, name } = added;
  // ALTER TABLE, IF EXISTS, ONLY and the table, as they are written.
  const head = statement.sql.slice(0, rangesOf(statement)?.[0]?.start).trimEnd();
  if (
    !range ||
    /--|\/\*/.test(head) ||
    statement.transaction.kind !== 'none' ||
    // With a second statement its text is a transaction.
    script.transaction === 'single-query' ||
    !isSureOfName(added, statement, schema)
  )
    return [];
  const text = statement.sql.slice(range.start, range.end);
  const own = (words: string) => keywords(statement, words);
  const safe = `${text.replace(UNNAMED, `${own('ADD CONSTRAINT')} ${quoteIdentifier(name)} `)}${own(' NOT VALID')}`;
  const rest = statement.sql.slice(range.end);
  const validate = `${head} ${own('VALIDATE CONSTRAINT')} ${quoteIdentifier(name)}`;
  const all = `${safe}${rest};${betweenStatements(statement, script)}${validate}`;
  const edits = replaceRange(statement, script, { start: range.start, end: statement.sql.length }, all);
  return [{ description: 'Add NOT VALID, and validate in a statement of its own', edits }];
}

/** It is written, or Postgres chooses it without a number after it: the constraint keeps the name that it would have had. */
function isSureOfName({ table, constraint, name }: AddedConstraint, statement: Statement, schema: Schema): boolean {
  if (constraint.conname) return true;
  if (schema.find('table', table) === undefined || schema.find('constraint', `${table}.${name}`)) return false;
  return addedConstraints(statement).filter((one) => one.table === table && one.name === name).length === 1;
}

/** A unique or primary key whose index can be built beforehand. */
export function takesIndexAsIs({ without_overlaps: withoutOverlaps }: Constraint): boolean {
  return !withoutOverlaps;
}

/** The same key in two steps: the index without blocking other sessions, and the constraint that takes it over. */
export function buildAndUseIndex({ table, name, facts, constraint }: AddedConstraint): [build: string, use: string] {
  const list = (columns: string[]) => `(${columns.map(quoteIdentifier).join(', ')})`;
  const { including = [], nulls_not_distinct: notDistinct, deferrable, initdeferred } = constraint;
  const included = including.flatMap((node) => nodeOf(node, 'String')?.sval ?? []);
  const index = [
    `CREATE UNIQUE INDEX CONCURRENTLY ${quoteIdentifier(name)} ON ${sqlName(table)} ${list(facts.columns)}`,
    ...(included.length > 0 ? [`INCLUDE ${list(included)}`] : []),
    ...(notDistinct ? ['NULLS NOT DISTINCT'] : []),
  ];
  const kind = facts.type === 'primary key' ? 'PRIMARY KEY' : 'UNIQUE';
  const use = [
    `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${quoteIdentifier(name)} ${kind} USING INDEX ${quoteIdentifier(name)}`,
    ...(deferrable ? ['DEFERRABLE'] : []),
    ...(initdeferred ? ['INITIALLY DEFERRED'] : []),
  ];
  return [`${index.join(' ')};`, `${use.join(' ')};`];
}

/** On a partitioned table: what its partitions have already is taken over. */
export const PARTITION_BY_PARTITION =
  'On a partitioned table, build it partition by partition: CREATE UNIQUE INDEX CONCURRENTLY on each one, then ADD CONSTRAINT … USING INDEX there. Run this statement last: it takes over the constraints that the partitions have without reading their rows.';
