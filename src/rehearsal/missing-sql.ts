/** The SQL that a rollback forgot: written from the difference, believed only when a server has run it. */
import type { Difference } from '../model.js';
import { shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';

/** Children before parents: what is dropped first comes first. */
const ORDER = [
  'policy',
  'trigger',
  'index',
  'constraint',
  'view',
  'materialized view',
  'column',
  'table',
  'foreign table',
  'sequence',
  'function',
  'domain',
  'type',
  'extension',
  'schema',
];

/** DROP statements for what is left over; null where that alone can't restore the schema. */
export function dropLeftovers(differences: Difference[]): string[] | null {
  if (differences.some(({ change, kind }) => change !== 'extra' || !ORDER.includes(kind))) return null;
  return [...differences].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)).map(dropStatement);
}

/** Names are the catalogs': their parts joined by dots. A part with a dot of its own makes SQL that the server refuses. */
function dropStatement({ kind, name }: Difference): string {
  if (kind === 'function') return `DROP ROUTINE ${shortName(name)};`;
  const parts = shortName(name).split('.').map(quoteIdentifier);
  const last = parts.at(-1);
  const table = parts.slice(0, -1).join('.');
  switch (kind) {
    case 'column':
    case 'constraint':
      return `ALTER TABLE ${table} DROP ${kind.toUpperCase()} ${last};`;
    case 'trigger':
    case 'policy':
      return `DROP ${kind.toUpperCase()} ${last} ON ${table};`;
    case 'index':
      return `DROP INDEX CONCURRENTLY ${parts.join('.')};`;
    default:
      return `DROP ${kind.toUpperCase()} ${parts.join('.')};`;
  }
}
