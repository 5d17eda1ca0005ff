/** The changesets of Liquibase's changelogs in XML, YAML and JSON, as far as they hold SQL. Pure. */
import type { ScriptSource, SourceFile, TransactionMode } from '../../model.js';
import { maskOutside } from '../../sql/positions.js';
import { type FileProblem, malformed } from '../problem.js';
import { type ChangelogNode, childOf, said, sqlOf } from './changelog-nodes.js';
import type { FoundMigration } from './layout.js';
import {
  type Changeset,
  isForPostgres,
  isForPsql,
  NOTHING,
  runOrderOf,
  saidIrreversible,
} from './liquibase-changesets.js';
import { filesAt } from './liquibase-includes.js';
import { isBlank, saysIrreversible, withSemicolons } from './sections.js';

/** What a changeset has besides its changes. */
const BESIDE = new Set(
  'id author context contexts contextFilter labels dbms runInTransaction runOnChange runAlways runOrder runWith runWithSpoolFile failOnError onValidationFail objectQuotingStrategy logicalFilePath created ignore comment preConditions validCheckSum rollback changes'.split(
    ' ',
  ),
);
/** Changes that leave the schema as it is. */
const WITHOUT_EFFECT = new Set(['tagDatabase', 'empty', 'output', 'stop', 'comment']);

/** SQL of one change: a part of the changelog, or a whole file. */
interface SqlPiece {
  file: SourceFile;
  start: number;
  sql: string;
  /** Sent as it is, as one query. */
  whole: boolean;
}

export interface ReadChangeset {
  changesets: Changeset[];
  problems: FileProblem[];
  /** Kinds of changes that are not SQL. */
  unread: string[];
  /** The files of its `sqlFile` changes. */
  used: SourceFile[];
}

interface ChangelogContext {
  changelog: SourceFile;
  scripts: SourceFile[];
  problems: FileProblem[];
}

/** A changeset as migrations: one, or one for each file that its changes are in. With changes that are not SQL it is none. */
export function readChangeset(node: ChangelogNode, changelog: SourceFile, scripts: SourceFile[]): ReadChangeset {
  const context: ChangelogContext = { changelog, scripts, problems: [] };
  const changes = [...node.children, ...(childOf(node, 'changes')?.children ?? [])];
  const up = piecesOf(
    changes.filter(({ name }) => !BESIDE.has(name)),
    context,
  );
  const backward = node.children.filter(({ name }) => name === 'rollback');
  const down = piecesOf(backward.flatMap(rollbackChanges), context);
  const used = [...up.pieces, ...down.pieces].flatMap(({ file }) => (file === changelog ? [] : [file]));
  const groups = grouped(up.pieces);
  const result: ReadChangeset = { changesets: [], problems: context.problems, unread: up.unread, used };
  if (up.unread.length > 0 || context.problems.length > 0) return result;
  const downs = grouped(down.pieces);
  const complete = down.unread.length === 0 && downs.length === 1 && groups.length === 1;
  const undoneBy = backward.map(referenceOf).find((reference) => reference !== undefined);
  const none = undoneBy === undefined && backward.length > 0 && down.pieces.length === 0 && down.unread.length === 0;
  const hasWay = undoneBy !== undefined || down.unread.length > 0 || downs.length > 0;
  const [reason] = [...groups.flat().map(saidIrreversible), ...down.pieces.map(saysIrreversible)].filter(Boolean);
  const irreversible = hasWay ? undefined : (reason ?? (none ? NOTHING : undefined));
  result.changesets = groups.map((group, index) => ({
    line: node.line,
    dbms: said(node, 'dbms') ?? null,
    ignored: said(node, 'ignore') === 'true',
    runOrder: runOrderOf(said(node, 'runOrder')),
    ...(undoneBy && { undoneBy }),
    migration: migrationOf(node, changelog, index, {
      up: scriptOf('up', group, node),
      ...(complete && downs[0] && { down: scriptOf('down', downs[0], node) }),
      ...(irreversible !== undefined && { irreversible }),
    }),
  }));
  return result;
}

function migrationOf(
  node: ChangelogNode,
  changelog: SourceFile,
  index: number,
  parts: Pick<FoundMigration, 'up' | 'down' | 'irreversible'>,
): FoundMigration {
  const name = `${said(node, 'author') ?? ''}:${said(node, 'id') ?? ''}`;
  const id = index === 0 ? name : `${name} (${index + 1})`;
  const again = said(node, 'runOnChange') === 'true' || said(node, 'runAlways') === 'true';
  return {
    id,
    version: `${id} ${changelog.path}`,
    path: parts.up.file.path,
    layout: 'liquibase',
    ...parts,
    ...(again && { repeatable: true }),
  };
}

/** A rollback that runs another changeset. */
function referenceOf(node: ChangelogNode): Changeset['undoneBy'] {
  const [id, author] = [said(node, 'changeSetId'), said(node, 'changeSetAuthor')];
  if (id === undefined || author === undefined) return undefined;
  return { id: `${author}:${id}`, path: said(node, 'changeSetPath') };
}

/** A rollback's changes: its own text is SQL, too. */
function rollbackChanges(node: ChangelogNode): ChangelogNode[] {
  if (referenceOf(node) !== undefined) return [];
  const { text, value = '', children } = node;
  const says = text !== undefined && !/^\s*(empty|not required)?\s*;?\s*$/i.test(value);
  return [...(says ? [{ ...node, name: 'sql', children: [] }] : []), ...children];
}

function piecesOf(changes: ChangelogNode[], context: ChangelogContext): { pieces: SqlPiece[]; unread: string[] } {
  const unread: string[] = [];
  const pieces = changes.flatMap((change): SqlPiece[] => {
    if (change.name === 'sql' || change.name === 'sqlFile' || change.name === '') return pieceOf(change, context);
    if (!WITHOUT_EFFECT.has(change.name)) unread.push(change.name);
    return [];
  });
  return { pieces, unread };
}

function pieceOf(change: ChangelogNode, { changelog, scripts, problems }: ChangelogContext): SqlPiece[] {
  const dbms = said(change, 'dbms');
  if (dbms !== undefined && !isForPostgres(dbms)) return [];
  const delimiter = said(change, 'endDelimiter')?.replaceAll('\\n', '').trim();
  const whole = said(change, 'splitStatements') === 'false';
  if (change.name !== 'sqlFile') {
    const text = sqlOf(change);
    return text ? [{ file: changelog, start: text.start, sql: withSemicolons(text.sql, delimiter), whole }] : [];
  }
  const path = said(change, 'path') ?? '';
  const [file] = filesAt(path, said(change, 'relativeToChangelogFile') === 'true', changelog, scripts);
  if (file) return [{ file, start: 0, sql: withSemicolons(file.text, delimiter), whole }];
  const message = `${changelog.path} runs ${path}, and there is no such file: Liquibase stops there.`;
  problems.push(malformed(changelog, change.line, message));
  return [];
}

/** Pieces of one file after each other make one script. */
function grouped(pieces: SqlPiece[]): SqlPiece[][] {
  const groups: SqlPiece[][] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last && previous?.file === piece.file && previous.start < piece.start) last.push(piece);
    else groups.push([piece]);
  }
  return groups.filter((group) => group.some((piece) => !isBlank(piece)));
}

function scriptOf(role: 'up' | 'down', pieces: SqlPiece[], node: ChangelogNode): ScriptSource {
  const [{ file }] = pieces as [SqlPiece, ...SqlPiece[]];
  let sql = maskOutside(file.text, []);
  pieces.forEach((piece, index) => {
    const end = piece.start + piece.sql.length;
    sql = sql.slice(0, piece.start) + piece.sql + sql.slice(end);
    // What follows is a statement of its own, whether or not this one ends in a semicolon.
    const gap = sql.slice(end).search(/[^\r\n]/);
    if (index < pieces.length - 1 && gap !== -1) sql = `${sql.slice(0, end + gap)};${sql.slice(end + gap + 1)}`;
  });
  return { role, file, sql, transaction: modeOf(pieces, node) };
}

function modeOf(pieces: SqlPiece[], node: ChangelogNode): TransactionMode {
  if (isForPsql(said(node, 'runWith'))) return 'autocommit';
  if (said(node, 'runInTransaction') !== 'false') return 'per-script';
  return pieces.length === 1 && pieces[0]?.whole ? 'single-query' : 'autocommit';
}
