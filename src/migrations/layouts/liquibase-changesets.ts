/** Liquibase's formatted SQL: a file's changesets, with their rollbacks. Pure. */
import type { ScriptSource, SourceFile, TransactionMode } from '../../model.js';
import type { Range } from '../../sql/lexer.js';
import { maskOutside } from '../../sql/positions.js';
import { type FileProblem, malformed } from '../problem.js';
import type { FoundMigration } from './layout.js';
import { isBlank, type Line, linesOf, saysIrreversible, withSemicolons } from './sections.js';

export const FORMATTED = /^\s*--\s*liquibase\s+formatted\s+sql\b/i;
const CHANGESET = /^\s*--\s*changeset\s+("[^"]+"|[^:\s]+):("[^"]+"|\S+)\s*(.*)$/i;
const ROLLBACK = /^\s*--\s*rollback(?:\s+(.*))?$/i;
const NONE = /^\s*(empty|not required)?\s*;?\s*$/i;

export interface Changeset {
  migration: FoundMigration;
  line: number;
  /** The databases that it is for; null is all. */
  dbms: string | null;
  ignored: boolean;
  runOrder: 'first' | 'last' | null;
  /** The changeset that takes it back: its author and id, and its file where that is said. */
  undoneBy?: { id: string; path?: string | undefined };
}

/** What Liquibase's `runOrder` says. */
export function runOrderOf(said: string | undefined): Changeset['runOrder'] {
  return said === 'first' || said === 'last' ? said : null;
}

/** What psql runs, it sends statement by statement. */
export function isForPsql(runWith: string | undefined): boolean {
  return runWith?.toLowerCase() === 'psql';
}

/** The changesets of a file, in order. What precedes the first is not run, which is reported. */
export function changesetsOf(file: SourceFile, runWith?: string): { changesets: Changeset[]; problems: FileProblem[] } {
  const lines = [...linesOf(file.text)];
  const starts = lines.flatMap((line, index) => (CHANGESET.test(line.text) ? [index] : []));
  const problems = lines.flatMap(({ text, number }) =>
    /^\s*--\s*changeset\b/i.test(text) && !CHANGESET.test(text)
      ? [malformed(file, number, `This changeset has no name: Liquibase expects "--changeset author:id".`)]
      : [],
  );
  const before = lines[starts[0] ?? lines.length]?.start ?? file.text.length;
  if (!isBlank({ sql: maskOutside(file.text, [{ start: 0, end: before }]) })) {
    const message = 'SQL before the first "--changeset author:id": Liquibase expects every statement in a changeset.';
    problems.push(malformed(file, lines.find(({ text }) => !/^\s*(--.*)?$/.test(text))?.number ?? 1, message));
  }
  const changesets = starts.map((start, index) =>
    changeset(file, lines.slice(start, starts[index + 1] ?? lines.length), runWith),
  );
  return { changesets, problems };
}

function changeset(file: SourceFile, lines: Line[], runWith: string | undefined): Changeset {
  const [head] = lines as [Line, ...Line[]];
  const [, author = '', id = '', rest = ''] = CHANGESET.exec(head.text) ?? [];
  const attributes = attributesOf(rest);
  const { up, down, none, undoneBy } = partsOf(lines.slice(1));
  const byPsql = isForPsql(attributes.get('runwith') ?? runWith);
  const inTransaction = attributes.get('runintransaction') !== 'false' && !byPsql;
  const whole = attributes.get('splitstatements') === 'false' && !byPsql;
  const mode: TransactionMode = inTransaction ? 'per-script' : whole ? 'single-query' : 'autocommit';
  const delimiter = attributes.get('enddelimiter')?.replaceAll('\\n', '');
  const script = (role: 'up' | 'down', ranges: Range[]): ScriptSource => {
    const sql = withSemicolons(maskOutside(file.text, ranges), delimiter, head.next);
    return { role, file, sql, transaction: mode };
  };
  const downScript = script('down', down);
  const why = saidIrreversible(script('up', up)) ?? saysIrreversible(downScript) ?? (none ? NOTHING : undefined);
  const again = attributes.get('runonchange') === 'true' || attributes.get('runalways') === 'true';
  const name = `${unquoted(author)}:${unquoted(id)}`;
  return {
    line: head.number,
    dbms: attributes.get('dbms') ?? null,
    ignored: attributes.get('ignore') === 'true',
    runOrder: runOrderOf(attributes.get('runorder')),
    ...(undoneBy && { undoneBy }),
    migration: {
      id: name,
      version: name,
      path: file.path,
      layout: 'liquibase',
      up: script('up', up),
      ...(isBlank(downScript) ? why !== undefined && { irreversible: why } : { down: downScript }),
      ...(again && { repeatable: true }),
    },
  };
}

/** What a changeset says that says only that. */
export const NOTHING = 'its changeset says that nothing is to be rolled back';
const IRREVERSIBLE =
  /^[ \t]*--[ \t]*(?:migration-safety:[ \t]*irreversible[ \t]+|irreversible[ \t]*[:,–-][ \t]*)(\S.*?)[ \t]*$/im;

/** Why there is no way back, where a comment in the changeset says so. */
export function saidIrreversible({ sql }: Pick<ScriptSource, 'sql'>): string | undefined {
  return IRREVERSIBLE.exec(sql)?.[1];
}

/** The ranges of a changeset's SQL, and those of its rollback, which is in comments. */
function partsOf(lines: Line[]): { up: Range[]; down: Range[]; none: boolean } & Pick<Changeset, 'undoneBy'> {
  let undoneBy: Changeset['undoneBy'];
  const [up, down]: [Range[], Range[]] = [[], []];
  let none = false;
  let inBlock = false;
  for (const line of lines) {
    const opens = /^\s*\/\*\s*liquibase\s+rollback\b/i.exec(line.text);
    const rollback = ROLLBACK.exec(line.text);
    if (opens) inBlock = true;
    else if (inBlock) {
      const end = line.text.indexOf('*/');
      down.push({ start: line.start, end: end === -1 ? line.end : line.start + end });
      if (end !== -1) inBlock = false;
    } else if (rollback) {
      const sql = rollback[1] ?? '';
      const reference = attributesOf(sql);
      const [id, author] = [reference.get('changesetid'), reference.get('changesetauthor')];
      if (NONE.test(sql)) none = true;
      else if (id !== undefined && author !== undefined) {
        undoneBy = { id: `${author}:${id}`, path: reference.get('changesetpath') };
      } else down.push({ start: line.start + line.text.length - sql.length, end: line.end });
    } else up.push({ start: line.start, end: line.next });
  }
  return { up, down, none, ...(undoneBy && { undoneBy }) };
}

function attributesOf(text: string): Map<string, string> {
  const pairs = text.matchAll(/(\w+):("[^"]*"|\S+)/g);
  return new Map([...pairs].map(([, name = '', value = '']) => [name.toLowerCase(), unquoted(value)]));
}

function unquoted(text: string): string {
  return text.replace(/^"(.*)"$/, '$1');
}

/** Whether `dbms` names PostgreSQL, or excludes others only. */
export function isForPostgres(dbms: string): boolean {
  const names = dbms
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  if (names.includes('!postgresql') || names.includes('none')) return false;
  return names.some((name) => name === 'postgresql' || name === 'all' || name.startsWith('!'));
}
