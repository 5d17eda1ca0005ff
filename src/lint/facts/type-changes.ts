/** ALTER COLUMN … TYPE on tables, change by change. */
import type { LockMode, Statement } from '../../model.js';
import { type ColumnTypeChange, columnTypeChange } from '../../schema/column-type-change.js';
import { isPartitioned } from '../../schema/footprint/touch.js';
import type { Session } from '../../schema/session.js';
import { nodeOf } from '../../sql/ast.js';
import { type Claim, touches } from '../../verdict/fact.js';
import type { RuleContext } from '../rule.js';
import { alterCommands, rangesOf } from './alter-table.js';
import { predicted } from './predicted.js';

export interface ChangedType extends ColumnTypeChange {
  /** The table's full name. */
  table: string;
  lock: LockMode;
  claim: Claim;
  /** The new type, with COLLATE, and USING as written. */
  text: { to: string; using?: string };
}

const TYPE = /\stype\s+([\s\S]+?)(?:\s+using\s+([\s\S]+))?$/i;

/** The changes whose effect is known, of tables that existed before the change. */
export function changedTypes(statement: Statement, context: RuleContext): ChangedType[] {
  const { schema, session } = context;
  if (nodeOf(statement.node, 'AlterTableStmt')?.objtype !== 'OBJECT_TABLE') return [];
  const commands = alterCommands(statement);
  if (!commands.some(({ subtype }) => subtype === 'AT_AlterColumnType')) return [];
  const ranges = rangesOf(statement);
  return commands.flatMap(({ table, subtype, command }, at): ChangedType[] => {
    if (subtype !== 'AT_AlterColumnType' || schema.isNew(table)) return [];
    const change = columnTypeChange(table, command, schema, inUtc(session));
    const found = change && predicted(table, context);
    if (!found) return [];
    const range = ranges?.[at];
    const [, to = change.to.name, using] = TYPE.exec(range ? statement.sql.slice(range.start, range.end) : '') ?? [];
    const rewrites = change.work === 'rewrite' && !isPartitioned(table, schema);
    const claim = rewrites ? touches(found.lock, table, { scans: true, rewrites }) : found.claim;
    return [{ ...change, table, lock: found.lock, claim, text: { to, ...(using && { using }) } }];
  });
}

const UTC = /^(?:etc\/)?(?:utc|uct|gmt|zulu|universal|greenwich)$|^[+-]?0+$/i;

/** Undefined where the script leaves the time zone to the server. */
function inUtc(session: Session): boolean | undefined {
  const zone = session.get('timezone')?.value;
  return zone === undefined || zone === null ? undefined : UTC.test(zone);
}
