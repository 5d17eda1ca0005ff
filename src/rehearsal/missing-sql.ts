/** The SQL that a rollback forgot: written from the difference, believed only when a server has run it. Pure. */
import type { Difference } from '../report-schema/types.js';
import { shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
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

/** One statement for each difference that a statement can end; in an order in which they may be run. */
export function repairs(differences: Difference[]): { difference: Difference; sql: string }[] {
  const ordered = [...differences].sort((a, b) => rank(a) - rank(b));
  return ordered.flatMap((difference) => {
    const sql = difference.change === 'extra' ? drop(difference) : recreate(difference);
    return sql === null ? [] : [{ difference, sql }];
  });
}

/** What is left over goes first, and what is gone comes back parents first. */
function rank({ change, kind }: Difference): number {
  const at = ORDER.indexOf(kind);
  return change === 'extra' ? at : 2 * ORDER.length - at;
}

/** Names are the catalogs': their parts joined by dots. A part with a dot of its own makes SQL that the server refuses. */
export function drop({ kind, name }: Difference): string | null {
  const parts = shortName(name).split('.').map(quoteIdentifier);
  const last = parts.at(-1);
  const table = parts.slice(0, -1).join('.');
  switch (kind) {
    case 'function':
      return `DROP ROUTINE ${shortName(name)};`;
    case 'column':
    case 'constraint':
      return `ALTER TABLE ${table} DROP ${kind.toUpperCase()} ${last};`;
    case 'trigger':
    case 'policy':
      return `DROP ${kind.toUpperCase()} ${last} ON ${table};`;
    case 'index':
      return `DROP INDEX CONCURRENTLY ${parts.join('.')};`;
    case 'comment':
      return `COMMENT ON ${commented(name)} IS NULL;`;
    case 'foreign-data wrapper':
      return `DROP FOREIGN DATA WRAPPER ${name};`;
    case 'statistics object':
      return `DROP STATISTICS ${name};`;
    case 'user mapping':
      return `DROP USER MAPPING ${name.replace(' on server ', ' SERVER ')};`;
    case 'role':
      return `DROP ROLE ${quoteIdentifier(name)};`;
    default:
      // What pg_identify_object calls an object is what DROP wants to hear.
      if (!ORDER.includes(kind)) return null;
      return `DROP ${kind.toUpperCase()} ${IDENTIFIED.has(kind) ? name : parts.join('.')};`;
  }
}

const IDENTIFIED = new Set(ORDER.slice(ORDER.indexOf('cast'), ORDER.indexOf('function')).concat('rule'));
