/** node-pg-migrate's migrations in code that do nothing but send SQL: `<timestamp>_name.sql.cjs`. Pure. */
import type { ScriptSource, SourceFile, TransactionMode } from '../../model.js';
import { lex } from '../../sql/lexer.js';
import { maskOutside } from '../../sql/positions.js';
import { downOf, type MigrationDraft } from './writing.js';

/** As `maskOutside` takes them. */
interface TextRange {
  start: number;
  end: number;
}

/** A function that may leave the tool's transaction, and sends texts; or one that does nothing. */
const FUNCTION =
  /exports\.(up|down)\s*=\s*\(\s*(?:pgm)?\s*\)\s*=>\s*\{\s*(?:pgm\.noTransaction\(\)\s*;?\s*)?(?:pgm\.sql\(\s*`[^`\\$]*(?:\$(?!\{)[^`\\$]*)*`\s*\)\s*;?\s*)*\}\s*;?/g;
const TEXT = /pgm\.sql\(\s*`([^`]*)`/g;

export interface SqlInCode {
  up: ScriptSource;
  down?: ScriptSource;
  irreversible?: string;
}

/** Undefined where its code does more than send SQL. */
export function sqlInCode(file: SourceFile, mode: TransactionMode): SqlInCode | undefined {
  const functions = [...file.text.matchAll(FUNCTION)];
  const rest = file.text
    .replace(FUNCTION, '')
    .replace(/^\s*exports\.down\s*=\s*false\s*;?\s*$/m, '')
    .replace(/^\s*\/\/.*$/gm, '');
  if (rest.trim() !== '') return undefined;
  const scripts = functions.map((found) => scriptOf(file, found, mode));
  const [up, down] = ['up', 'down'].map((role) => scripts.filter((one) => one?.role === role));
  if (scripts.some((one) => one === undefined) || up?.length !== 1 || (down?.length ?? 0) > 1) return undefined;
  const isEmpty = down?.[0] && lex(down[0].sql).statements.length === 0;
  const why = /^\s*\/\/\s*(?:irreversible:\s*(.*)|(no rollback:.*))$/m.exec(file.text)?.slice(1).find(Boolean);
  return {
    up: up[0] as ScriptSource,
    ...(down?.[0] && !isEmpty && { down: down[0] }),
    ...(isEmpty && why !== undefined && { irreversible: why.trim() }),
  };
}

function scriptOf(file: SourceFile, found: RegExpExecArray, mode: TransactionMode): ScriptSource | undefined {
  const [text, role] = found;
  const spans = [...text.matchAll(TEXT)].map((one): TextRange => {
    const start = found.index + one.index + one[0].length - 1 - (one[1]?.length ?? 0);
    return { start, end: start + (one[1]?.length ?? 0) };
  });
  const texts = spans.map(({ start, end }) => file.text.slice(start, end));
  // Each text is sent by itself; what has no end would run into the next one.
  const isLast = (at: number) => at === texts.length - 1;
  if (texts.some((one, at) => !isLast(at) && !one.trimEnd().endsWith(';'))) return undefined;
  const isSeveral = texts.some((one) => lex(one).statements.length > 1);
  const isOutside = text.includes('pgm.noTransaction()');
  if (isOutside && isSeveral && texts.length > 1) return undefined;
  return {
    role: role as 'up' | 'down',
    file,
    sql: maskOutside(file.text, spans),
    transaction: isOutside ? (isSeveral ? 'single-query' : 'autocommit') : mode,
  };
}

/** The draft in code, whose statement runs outside the tool's transaction. */
export function codeFor(draft: MigrationDraft): string {
  const sent = (direction: 'up' | 'down', sql: string) =>
    `exports.${direction} = (pgm) => {\n  pgm.noTransaction();\n  pgm.sql(\`\n${sql.replace(/[`\\]|\$\{/g, '\\$&')}\n\`);\n};\n`;
  const down = draft.down === null ? undefined : sent('down', draft.down);
  const none = downOf(draft)?.replace('-- ', '// ');
  const back = down ?? (none === undefined ? 'exports.down = false;\n' : `${none}\nexports.down = () => {};\n`);
  return `${sent('up', draft.up)}\n${back}`;
}
