/** The SQL that a rollback forgot: written from the difference, believed only when a server has run it. */
import { shortName } from '../../schema/objects.js';
import { refusal } from '../../servers/refusal.js';
import { objectOf, type SchemaChange } from '../snapshot/compare.js';
import type { Entry } from '../snapshot/entry.js';
import { functionSql, relationSql, sqlName } from '../snapshot/names.js';
import { commented, recreate } from './recreate.js';

/** Children before parents: what is dropped first comes first. */
const ORDER = [
  'comment',
  'policy',
  'rule',
  'trigger',
  'event trigger',
  'publication',
  'statistics object',
  'index',
  'constraint',
  'view',
  'materialized view',
  'column',
  'table',
  'foreign table',
  'user mapping',
  'server',
  'foreign-data wrapper',
  'sequence',
  'cast',
  'operator class',
  'operator family',
  'operator',
  'function',
  'domain',
  'type',
  'text search configuration',
  'text search dictionary',
  'collation',
  'conversion',
  'extension',
  'schema',
  'role',
];

export interface Repair {
  change: SchemaChange;
  sql: string;
}

/** One statement or a few for each difference that they can end; in an order in which they may be run. */
export function repairs(changes: readonly SchemaChange[]): Repair[] {
  const ordered = [...changes].sort((a, b) => rank(a) - rank(b));
  return ordered.flatMap((change) => {
    const sql = change.change === 'extra' ? drop(change.after) : recreate(change);
    return sql === null ? [] : [{ change, sql }];
  });
}

/** Those that the server took. One that it refuses has done nothing. */
export async function runInOrder(
  proposed: readonly Repair[],
  run: (repair: Repair) => Promise<unknown>,
): Promise<Repair[]> {
  const ran: Repair[] = [];
  for (const repair of proposed) if ((await refusal(run(repair))) === null) ran.push(repair);
  return ran;
}

/** What was run, with the differences that are left after all of it. Null where it ended none. */
export function offered(
  ran: readonly Repair[],
  changes: readonly SchemaChange[],
  left: readonly SchemaChange[],
): string | null {
  const keys = new Set(left.map((change) => objectOf(change).key));
  if (changes.every((change) => keys.has(objectOf(change).key))) return null;
  const still = left.map((change) => {
    const { kind, name } = objectOf(change);
    return `-- still different after this: the ${kind} ${shortName(name)}`.replaceAll(/\s+/g, ' ');
  });
  return [...ran.map(({ sql }) => sql), ...still].join('\n');
}

/** What is left over goes first, and what is gone comes back parents first. */
function rank(change: SchemaChange): number {
  const at = ORDER.indexOf(objectOf(change).kind);
  return change.change === 'extra' ? at : 2 * ORDER.length - at;
}

/** Null where no statement can drop it. */
export function drop({ kind, parts, tableParts }: Entry): string | null {
  const last = sqlName(parts.at(-1) ?? '');
  const table = relationSql(tableParts ?? []);
  switch (kind) {
    case 'function':
      return `DROP ROUTINE ${functionSql(parts)};`;
    case 'column':
    case 'constraint':
      return `ALTER TABLE ${table} DROP ${kind.toUpperCase()} ${last};`;
    case 'trigger':
    case 'policy':
      return `DROP ${kind.toUpperCase()} ${last} ON ${table};`;
    case 'index':
      return `DROP INDEX CONCURRENTLY ${relationSql(parts)};`;
    case 'comment':
      return `COMMENT ON ${commented(parts)} IS NULL;`;
    case 'foreign-data wrapper':
      return `DROP FOREIGN DATA WRAPPER ${parts[0]};`;
    case 'statistics object':
      return `DROP STATISTICS ${parts[0]};`;
    case 'user mapping':
      return `DROP USER MAPPING FOR ${userSql(parts[0])} SERVER ${last};`;
    default:
      // What pg_identify_object calls an object is what DROP expects.
      if (!ORDER.includes(kind)) return null;
      return `DROP ${kind.toUpperCase()} ${identified(kind, parts) ? parts[0] : relationSql(parts)};`;
  }
}

const IDENTIFIED = new Set([
  ...ORDER.slice(ORDER.indexOf('cast'), ORDER.indexOf('function')),
  ...ORDER.slice(ORDER.indexOf('text search configuration'), ORDER.indexOf('extension')),
  ...['rule', 'event trigger', 'publication', 'server'],
]);

/** The catalogs wrote the name as SQL. */
function identified(kind: string, parts: readonly string[]): boolean {
  return IDENTIFIED.has(kind) || (kind === 'type' && parts.length === 1);
}

function userSql(name = ''): string {
  return ['public', 'current_user'].includes(name) ? name : sqlName(name);
}
