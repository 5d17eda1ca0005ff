/** SQL that brings back what a rollback lost or changed, as far as the snapshot's attributes are SQL themselves. Pure. */
import { literal } from '../../sql/quote.js';
import { differing, type SchemaChange } from '../snapshot/compare.js';
import { type Entry, listOf, textOf } from '../snapshot/entry.js';
import { relationSql, sqlName } from '../snapshot/names.js';

/** Null where the attributes don't say enough. */
export function recreate({ before, after }: SchemaChange): string | null {
  if (before === undefined) return null;
  const { kind, parts } = before;
  const differ = after === undefined ? null : new Set(differing(before, after));
  switch (kind) {
    case 'index':
      return differ === null && before.attributes.invalid === undefined ? `${textOf(before, 'definition')};` : null;
    case 'trigger':
      return differ === null ? `${textOf(before, 'definition')};` : null;
    case 'constraint':
      return constraint(before, differ);
    case 'function':
      if (typeof before.facts.sql !== 'string' || (differ && onlyGranted(differ))) return null;
      return `${before.facts.sql.trimEnd()};`;
    case 'comment':
      return `COMMENT ON ${commented(parts)} IS ${literal(textOf(before, 'text') ?? '')};`;
    case 'view':
      if (differ !== null && !differ.has('query')) return null;
      return replaceView(before);
    case 'column':
      return after === undefined ? null : column(before, after);
    default:
      return null;
  }
}

/** What CREATE OR REPLACE doesn't touch. */
function onlyGranted(differ: ReadonlySet<string>): boolean {
  return [...differ].every((name) => name === 'owner' || name === 'grants');
}

function constraint(before: Entry, differ: ReadonlySet<string> | null): string | null {
  // What differs besides its definition is its index or its triggers.
  if (differ !== null && !differ.has('definition')) return null;
  const name = sqlName(before.parts.at(-1) ?? '');
  const first = differ === null ? '' : ` DROP CONSTRAINT ${name},`;
  return `ALTER TABLE ${relationSql(before.tableParts ?? [])}${first} ADD CONSTRAINT ${name} ${textOf(before, 'definition')};`;
}

/** Only what ALTER COLUMN restores without reading the rows. */
function column(before: Entry, after: Entry): string | null {
  const alter = `ALTER TABLE ${relationSql(before.tableParts ?? [])} ALTER COLUMN ${sqlName(before.parts.at(-1) ?? '')}`;
  const differ = differing(before, after);
  const value = textOf(before, 'default');
  const steps = [
    differ.includes('not null') ? `${before.attributes['not null'] ? 'SET' : 'DROP'} NOT NULL` : '',
    differ.includes('default') ? (value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`) : '',
  ].filter((step) => step !== '');
  return steps.length === 0 ? null : steps.map((step) => `${alter} ${step};`).join('\n');
}

/** An object's type and identity, as COMMENT expects them. */
export function commented([type = '', identity = '']: readonly string[]): string {
  if (type === 'domain constraint') return `constraint ${identity.replace(LAST_NAME, ' on domain $1')}`;
  const word = type
    .replace(/^table constraint$/, 'constraint')
    .replace(/^.* column$/, 'column')
    .replace(/^statistics object$/, 'statistics')
    .replace(/^foreign-data wrapper$/, 'foreign data wrapper');
  return `${word} ${identity}`;
}

const LAST_NAME = / on ((?:"(?:[^"]|"")*"|[^"\s])+)$/;

/** OR REPLACE keeps nothing of a view's options that it doesn't say again. */
export function replaceView(view: Entry): string {
  const options = listOf(view.attributes, 'with');
  const guarded = options.length === 0 ? '' : ` WITH (${options.join(', ')})`;
  return `CREATE OR REPLACE VIEW ${relationSql(view.parts)}${guarded} AS ${textOf(view, 'query')?.trim()}`;
}
