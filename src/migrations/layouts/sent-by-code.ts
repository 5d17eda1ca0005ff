/** Plain files that the project's own code sends. Pure. */
import type { ScriptSource } from '../../model.js';
import type { FileSet, FoundMigration, Layout, OwnRunner } from './layout.js';
import { baseName, sqlFiles } from './names.js';
import { statementHeads } from './statement-heads.js';

/** The layout with the code's transactions and its order, as far as it shows them. */
export function sentByCode(layout: Layout, { begins, order }: OwnRunner): Layout {
  const sent = (script: ScriptSource): ScriptSource =>
    begins === null ? script : { ...script, transaction: begins.around === 'all files' ? 'per-run' : 'per-script' };
  const own = withScripts(layout, sent);
  if (!Array.isArray(order)) return own;
  const place = new Map(order.map((name, index) => [name, index]));
  return inOrder(own, ({ path }) => place.get(baseName(path)) ?? order.length);
}

/** The layout with another order. What has no place of its own comes by its name. */
export function inOrder(layout: Layout, placeOf: (migration: FoundMigration) => number): Layout {
  return {
    ...layout,
    listed: true,
    read(set) {
      const result = layout.read(set);
      return { ...result, migrations: [...result.migrations].sort((a, b) => placeOf(a) - placeOf(b)) };
    },
  };
}

/** The layout with what is sent, there and back, sent otherwise. */
function withScripts(layout: Layout, sent: (script: ScriptSource) => ScriptSource): Layout {
  return {
    ...layout,
    read(set) {
      const result = layout.read(set);
      const migrations = result.migrations.map((migration) => ({
        ...migration,
        up: sent(migration.up),
        ...(migration.down && { down: sent(migration.down) }),
      }));
      return { ...result, migrations };
    },
  };
}

/** What Postgres takes in a transaction only. */
const IN_TRANSACTION = /^(LOCK( TABLE)?|SET LOCAL|SET CONSTRAINTS|SAVEPOINT|DECLARE)\b/;

/** While it is open how files are sent: those that need a transaction have one, or they would never have run. */
export function asTheyAsk(layout: Layout): Layout {
  const sent = (script: ScriptSource): ScriptSource => {
    const heads = statementHeads(script.sql);
    const begins = heads.some((head) => /^(BEGIN|START TRANSACTION)\b/.test(head));
    const asks = !begins && heads.some((head) => IN_TRANSACTION.test(head));
    return asks ? { ...script, transaction: 'per-script' } : script;
  };
  return withScripts(layout, sent);
}

/** Whether files begin transactions themselves: then nothing around them does. */
export function beginThemselves(set: FileSet): boolean {
  return sqlFiles(set).some(({ text }) =>
    /^\s*(?:BEGIN(?:\s+(?:TRANSACTION|WORK))?|START\s+TRANSACTION)\s*;/im.test(text),
  );
}

/** Whether merged files hold what no transaction takes: the code has another way for some. */
export function ranOutside({ files }: FileSet): boolean {
  const outside = /\bCONCURRENTLY\b|^VACUUM\b|^ALTER SYSTEM\b/;
  return files.some(
    ({ path, text }) => /\.sql$/i.test(path) && statementHeads(text).some((head) => outside.test(head)),
  );
}

/** What the code shows, to follow the reason for the layout. */
export function shownBy({ path, begins, order }: OwnRunner): string {
  const begun =
    begins === null
      ? ''
      : `${begins.path === path ? ' and' : `, and ${begins.path}`} begins a transaction (${begins.words}), taken for one around ${begins.around}`;
  return `${path} reads the folder${begun}${Array.isArray(order) ? `; it lists the files in their order` : ''}`;
}
