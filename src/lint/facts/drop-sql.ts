/** The DROP for an object, from its name alone. */
import type { Effect } from '../../schema/effects/index.js';
import { lastName } from '../../schema/objects.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';

/** `concurrently`: CONCURRENTLY is allowed where the DROP will be. */
export function dropSql({ kind, name, table, facts }: Effect['object'], concurrently: boolean): string {
  const last = quoteIdentifier(lastName(name));
  const owner = table === undefined ? '' : sqlName(table);
  switch (kind) {
    case 'column':
    case 'constraint':
      return `ALTER TABLE ${owner} DROP ${kind.toUpperCase()} IF EXISTS ${last};`;
    case 'trigger':
    case 'policy':
    case 'rule':
      return `DROP ${kind.toUpperCase()} IF EXISTS ${last} ON ${owner};`;
    case 'statistics object':
      return `DROP STATISTICS IF EXISTS ${sqlName(name)};`;
    case 'foreign-data wrapper':
      return `DROP FOREIGN DATA WRAPPER IF EXISTS ${sqlName(name)};`;
    case 'cast':
      return `DROP CAST IF EXISTS ${name};`;
    case 'operator': {
      const [operator, types = ''] = name.split('(');
      const given = types.slice(0, -1);
      return `DROP OPERATOR IF EXISTS ${operator} (${given.includes(',') ? given.replace(',', ', ') : `NONE, ${given}`});`;
    }
    case 'index':
      return `DROP INDEX ${concurrently ? 'CONCURRENTLY ' : ''}IF EXISTS ${sqlName(name)};`;
    case 'function': {
      const types = (facts as { arguments?: string[] } | undefined)?.arguments;
      return `DROP ROUTINE IF EXISTS ${sqlName(name)}${types ? `(${types.join(', ')})` : ''};`;
    }
    default:
      return `DROP ${kind.toUpperCase()} IF EXISTS ${sqlName(name)};`;
  }
}

/** The RENAME that takes one back. */
export function renameBackSql({ kind, name, table, facts }: Effect['object'], was: string): string {
  const [now, old] = [quoteIdentifier(lastName(name)), quoteIdentifier(lastName(was))];
  const owner = table === undefined ? '' : sqlName(table);
  const moved = name.slice(0, name.lastIndexOf('.')) !== was.slice(0, was.lastIndexOf('.'));
  if (kind === 'column' || kind === 'constraint')
    return `ALTER TABLE ${owner} RENAME ${kind.toUpperCase()} ${now} TO ${old};`;
  if (kind === 'trigger' || kind === 'policy' || kind === 'rule')
    return `ALTER ${kind.toUpperCase()} ${now} ON ${owner} RENAME TO ${old};`;
  if (kind === 'function') {
    const types = (facts as { arguments?: string[] } | undefined)?.arguments;
    const routine = `ALTER ROUTINE ${sqlName(name)}${types ? `(${types.join(', ')})` : ''}`;
    return moved
      ? `${routine} SET SCHEMA ${quoteIdentifier(was.slice(0, was.indexOf('.')))};`
      : `${routine} RENAME TO ${old};`;
  }
  if (moved && kind !== 'schema') {
    return `ALTER ${kind.toUpperCase()} ${sqlName(name)} SET SCHEMA ${quoteIdentifier(was.slice(0, was.indexOf('.')))};`;
  }
  return `ALTER ${kind.toUpperCase()} ${sqlName(name)} RENAME TO ${old};`;
}
