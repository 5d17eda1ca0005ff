/** Holds a folder's migrations against those of the base branch: what is new, what was there, what was edited. Pure. */
import type { ScriptSource } from '../model.js';
import type { ChangedFile } from './changes.js';
import type { FoundMigration, Layout, LayoutResult } from './layouts/layout.js';
import { isMarkdown } from './layouts/readers.js';
import { statementTexts } from './layouts/statement-heads.js';
import type { FileProblem } from './problem.js';

/** `altered`: its up script reads otherwise. `touched`: something else of it does. */
type State = 'same' | 'new' | 'renamed' | 'altered' | 'touched';

export interface Compared {
  migration: FoundMigration;
  state: State;
  /** The same migration on the base branch, where its text is known. */
  before?: FoundMigration;
}

/** One entry for each migration, in order. Without `base`, the list of changed files has to do. */
export function compareWithBase(
  now: FoundMigration[],
  base: LayoutResult | null,
  changes: ReadonlyMap<string, ChangedFile>,
): Compared[] {
  if (base === null) return now.map((migration) => ({ migration, state: stateByFiles(migration, changes) }));
  const found = matcher(now, base.migrations, changes);
  return now.map((migration) => {
    const before = found(migration);
    if (before === undefined) return { migration, state: 'new' };
    return { migration, before, state: stateOf(migration, before, changes) };
  });
}

/** The migrations of the base branch that are gone. */
export function deletedSince(now: FoundMigration[], base: LayoutResult, changes: ReadonlyMap<string, ChangedFile>) {
  const found = matcher(now, base.migrations, changes);
  const kept = new Set(now.map(found));
  return base.migrations.filter((migration) => !kept.has(migration));
}

/** Where the base branch can't be read, the names of removed files have to do. */
export function removedFiles(
  changes: ReadonlyMap<string, ChangedFile>,
  root: string,
  layout: Layout,
): FoundMigration[] {
  return [...changes].flatMap(([path, { status }]) => {
    const name = path.slice(root.length);
    const isPart = /(\b|_)(down|rollback|revert|undo|verify|validate|maintenance)\b/i.test(name);
    const isOurs = path.startsWith(root) && (layout.name === 'markdown' ? isMarkdown({ path }) : /\.sql$/i.test(path));
    if (status !== 'removed' || isPart || !isOurs) return [];
    const up: ScriptSource = { role: 'up', file: { path, text: '' }, sql: '', transaction: 'autocommit' };
    return [{ id: name, path, layout: layout.name, up }];
  });
}

/** Finds a migration's counterpart: by what the tool knows it by, else by path and id, or by path where a file holds one migration. */
function matcher(
  now: FoundMigration[],
  base: FoundMigration[],
  changes: ReadonlyMap<string, ChangedFile>,
): (migration: FoundMigration) => FoundMigration | undefined {
  const renamed = new Map(
    [...changes].flatMap(([path, { previousPath, path: full }]) =>
      previousPath === undefined ? [] : [[shownAs(previousPath, full, path), path] as const],
    ),
  );
  const before = byPath(base, ({ path }) => renamed.get(path) ?? path);
  const today = byPath(now, ({ path }) => path);
  const known = new Map(base.flatMap((migration) => (migration.identity ? [[migration.identity, migration]] : [])));
  const still = new Set(now.map(({ identity }) => identity));
  return ({ id, path, identity }) => {
    const own = identity === undefined ? undefined : known.get(identity);
    if (own) return own;
    // What another of today's migrations is known to be is not this one.
    const free = (other: FoundMigration) => other.identity === undefined || !still.has(other.identity);
    const same = (before.get(path) ?? []).filter(free);
    const single = same.length === 1 && today.get(path)?.length === 1;
    return same.find((other) => other.id === id) ?? (single ? same[0] : undefined);
  };
}

function byPath(migrations: FoundMigration[], pathOf: (migration: FoundMigration) => string) {
  const found = new Map<string, FoundMigration[]>();
  for (const migration of migrations) {
    const path = pathOf(migration);
    const list = found.get(path);
    if (list) list.push(migration);
    else found.set(path, [migration]);
  }
  return found;
}

/** A path from the repository's top as reports show it: `full` is shown as `shown`. */
function shownAs(path: string, full: string, shown: string): string {
  const prefix = full.endsWith(shown) ? full.slice(0, full.length - shown.length) : '';
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

function stateOf(migration: FoundMigration, before: FoundMigration, changes: ReadonlyMap<string, ChangedFile>): State {
  if (text(migration.up) !== text(before.up) || migration.up.transaction !== before.up.transaction) return 'altered';
  const moved = migration.path !== before.path || migration.id !== before.id;
  if (moved && (migration.identity === undefined || migration.identity !== before.identity)) return 'renamed';
  const others = (['down', 'verify', 'maintenance'] as const).some(
    (role) => text(migration[role]) !== text(before[role]),
  );
  return others || (migration.beside ?? []).some((path) => changes.has(path)) ? 'touched' : 'same';
}

function text(script: ScriptSource | undefined): string {
  return script?.sql.trim() ?? '';
}

function stateByFiles(migration: FoundMigration, changes: ReadonlyMap<string, ChangedFile>): State {
  const of = (script: ScriptSource | undefined) => (script ? changes.get(script.file.path)?.status : undefined);
  const up = of(migration.up);
  if (up === 'added') return 'new';
  if (up === 'renamed') return 'renamed';
  if (up === 'modified') return 'altered';
  const others = [migration.down, migration.verify, migration.maintenance].some((script) => of(script) !== undefined);
  return others || (migration.beside ?? []).some((path) => changes.has(path)) ? 'touched' : 'same';
}

/** What the change does to migrations that are on the base branch already. */
export function historyProblems(compared: Compared[], deleted: FoundMigration[], layout: Layout): FileProblem[] {
  const { refuses } = layout;
  const known = 'Databases that have applied it keep what it said before.';
  const edits = compared.flatMap(({ migration, state, before }): FileProblem[] => {
    if (migration.repeatable) return [];
    const at = { path: migration.path, line: 1 };
    if (state === 'altered' && isEdit(migration, before, layout)) {
      const message = `${migration.id} is on the base branch already, and the change edits it. ${refuses.edited ?? known}`;
      return [{ rule: 'migration-edited', ...at, message, severity: refuses.edited ? 'error' : 'warning' }];
    }
    if (state !== 'renamed') return [];
    const was = before && before.id !== migration.id ? `: it was ${before.id}` : '';
    const message = `${migration.id} is on the base branch already, and the change renames it${was}. ${refuses.renamed ?? 'Where it was applied under its old name, the tool may apply it again.'}`;
    return [{ rule: 'migration-renamed', ...at, message, severity: refuses.renamed ? 'error' : 'warning' }];
  });
  const gone = deleted.map((migration): FileProblem => {
    const message = `${migration.id} is on the base branch already, and the change deletes it. ${refuses.deleted ?? 'Databases that have applied it keep what it made; new ones never get it.'}`;
    return {
      rule: 'migration-deleted',
      path: migration.path,
      line: 1,
      message,
      severity: refuses.deleted ? 'error' : 'warning',
    };
  });
  return [...edits, ...gone];
}

/** A comment or a line break is no edit, unless the tool compares the whole text. */
function isEdit({ up }: FoundMigration, before: FoundMigration | undefined, { checksums }: Layout): boolean {
  if (before === undefined || checksums) return true;
  const [now, then] = [statementTexts(up.sql), statementTexts(before.up.sql)];
  return now.length !== then.length || now.some((statement, index) => statement !== then[index]);
}
