/** SQL that brings back what a rollback lost or changed, as far as the snapshot's definitions are SQL themselves. Pure. */
import type { Difference } from '../report-schema/types.js';
import { shortName } from '../schema/objects.js';
import { quoteIdentifier } from '../sql/ast.js';
import { literal } from './seed/quote.js';

/** Null where the definition doesn't say enough. */
export function recreate({ change, kind, name, before = '', after = '' }: Difference): string | null {
  const gone = change === 'missing';
  const parts = shortName(name).split('.').map(quoteIdentifier);
  const last = parts.at(-1);
  const table = parts.slice(0, -1).join('.');
  switch (kind) {
    case 'index':
      return gone && !/\(invalid\)/.test(before)
        ? `${before.replace(/ \((?:clustered|replica identity)\)/g, '')};`
        : null;
    case 'trigger':
      return gone ? `${before.replace(/ enabled [ODRA]$/, '')};` : null;
    case 'constraint':
      // What differs besides its definition is its index or its triggers.
      if (!gone && after.startsWith(`${before} (`)) return null;
      return `ALTER TABLE ${table}${gone ? '' : ` DROP CONSTRAINT ${last},`} ADD CONSTRAINT ${last} ${before};`;
    case 'function': {
      const at = before.indexOf('CREATE OR REPLACE');
      return at < 0
        ? null
        : `${before
            .slice(at)
            .replace(/ grants [^$]*$/, '')
            .trimEnd()};`;
    }
    case 'comment':
      return `COMMENT ON ${commented(name)} IS ${literal(before)};`;
    case 'view':
      return view(parts.join('.'), before);
    case 'column':
      return gone ? null : column(`ALTER TABLE ${table} ALTER COLUMN ${last}`, before, after);
    default:
      return null;
  }
}

function view(name: string, before: string): string | null {
  const [, body] = /^owner \S+ (\s*(?:SELECT|WITH).*?;)/s.exec(before) ?? [];
  return body === undefined ? null : `CREATE OR REPLACE VIEW ${name} AS ${body.trim()}`;
}

/** Only what ALTER COLUMN gives back without a look at the rows. */
function column(alter: string, before: string, after: string): string | null {
  const was = facts(before);
  const is = facts(after);
  const steps = [
    was.notNull === is.notNull ? '' : was.notNull ? 'SET NOT NULL' : 'DROP NOT NULL',
    was.value === is.value ? '' : was.value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${was.value}`,
  ].filter((step) => step !== '');
  return steps.length === 0 ? null : steps.map((step) => `${alter} ${step};`).join('\n');
}

function facts(definition: string): { notNull: boolean; value: string | undefined } {
  const [, value] = / default (.*?)(?: identity [ad])? storage [pexm] /s.exec(`${definition} `) ?? [];
  return { notNull: / not null(?: default | identity | storage )/.test(definition), value };
}

/** An object's type and identity, as COMMENT wants them. */
export function commented(name: string): string {
  return name.replace(/^(?:table|domain) constraint/, 'constraint').replace(/^statistics object/, 'statistics');
}
