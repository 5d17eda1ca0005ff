/** Liquibase: each changeset that holds SQL is a migration of its own. */
import type { MigrationHome, SourceFile } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import type { FileProblem } from '../problem.js';
import { mayBeChangelog } from '../roots.js';
import type { ChangelogNode } from './changelog-nodes.js';
import { marked } from './evidence.js';
import { type FoundMigration, type Layout, type LayoutResult, wholeFile } from './layout.js';
import { readChangeset } from './liquibase-changes.js';
import { type Changeset, changesetsOf, FORMATTED, isForPostgres, isForPsql } from './liquibase-changesets.js';
import { included, isChangelog, type NamedScript } from './liquibase-includes.js';
import { soleFile, unlisted } from './liquibase-unlisted.js';
import { liquibaseWriting } from './liquibase-writing.js';
import { baseName, byName, folderOf, sqlFiles } from './names.js';

export const liquibase: Layout = {
  name: 'liquibase',
  tool: 'Liquibase',
  summary:
    'the changesets of a changelog in its order: files with `--liquibase formatted sql`, plain SQL files, `sql` and `sqlFile` changes',
  placeholders: 'dollar-brace',
  bookkeeping: {
    table: 'databasechangelog',
    sql: `CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
      dateexecuted timestamp NOT NULL, orderexecuted int NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35),
      description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
      labels varchar(255), deployment_id varchar(10));
      CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255))`,
  },
  listed: true,
  refuses: {
    edited:
      'Liquibase compares checksums and refuses to run: "Validation Failed: … changesets check sum" (unless it has validCheckSum).',
    renamed: 'Liquibase tells changesets apart by author, id and file: it would run this one again.',
    duplicate: 'Liquibase refuses to run: "duplicate changeSets".',
  },
  filled: (set) => Object.fromEntries(included(set.files.filter(isChangelog), sqlFiles(set)).properties),
  writing: liquibaseWriting,
  recognise(set) {
    const mark = marked(sqlFiles(set), FORMATTED, '--liquibase formatted sql');
    const changelog = set.files.find(isChangelog);
    return mark ?? (changelog && { kind: 'marks', reason: changelog.path });
  },
  read(set) {
    const scripts = sqlFiles(set).sort((a, b) => byName(a.path, b.path));
    const changelogs = set.files.filter(isChangelog);
    const { steps, problems, ignored, incomplete } = included(changelogs, scripts);
    const isOpen = incomplete || (set.unreadable ?? []).some(mayBeChangelog);
    const sole = changelogs.length === 0 && !isOpen ? soleFile(scripts, set.configs) : undefined;
    const reader = new Reader(scripts, problems, sole?.file);
    for (const step of steps) {
      if ('file' in step) reader.file(step.file, step);
      else reader.changeset(withRunner(step.changeset, step.runWith), step.changelog);
    }
    if (sole) reader.file(sole.file);
    const told = unlisted({ changelogs, naming: reader.naming, ignored, sole });
    reader.others(isOpen || (changelogs.length === 0 && !sole?.certain), isOpen ? () => undefined : told);
    return reader.result();
  },
};

/** All that an element and those inside it say: names of tables, columns and the like. */
function wordsOf({ value, children }: ChangelogNode): string[] {
  return [...(value === undefined ? [] : [value]), ...children.flatMap(wordsOf)];
}

/** New changesets are their author's, too. */
function authorOf({ id }: FoundMigration): Pick<MigrationHome, 'author'> {
  const author = /^([\w.@-]+):/.exec(id)?.[1];
  return author === undefined ? {} : { author };
}

/** A changeset with what `modifyChangeSets` around its changelog says; its own word counts more. */
function withRunner(node: ChangelogNode, runWith: string | undefined): ChangelogNode {
  if (runWith === undefined) return node;
  return { ...node, children: [...node.children, { name: 'runWith', line: node.line, value: runWith, children: [] }] };
}

/** Collects the changesets in the order in which Liquibase runs them. */
class Reader {
  readonly #scripts: SourceFile[];
  readonly #problems: FileProblem[];
  readonly #notChecked: NotChecked[] = [];
  readonly #changesets: Pick<Changeset, 'migration' | 'runOrder' | 'undoneBy'>[] = [];
  readonly #used = new Set<SourceFile>();
  /** Kinds of changes that are not SQL, by changelog. */
  readonly #unread = new Map<string, { kinds: Set<string>; words: string[] }>();

  /** The changelogs that name scripts, by the scripts' folders. */
  readonly naming = new Map<string, SourceFile>();
  /** The file that takes all new changesets. */
  readonly #sole: SourceFile | undefined;

  constructor(scripts: SourceFile[], problems: FileProblem[], sole?: SourceFile) {
    this.#scripts = scripts;
    this.#problems = [...problems];
    this.#sole = sole;
  }

  file(file: SourceFile, { by, runWith }: Partial<NamedScript> = {}): void {
    this.#used.add(file);
    if (by) this.naming.set(folderOf(file.path), by.changelog);
    const beside = { folder: folderOf(file.path), ...(by && !by.all && { list: by.changelog.path }) };
    if (!FORMATTED.test(file.text)) {
      // Without the header, the file is one changeset, in a transaction.
      const id = baseName(file.path);
      const up = wholeFile('up', file, isForPsql(runWith) ? 'autocommit' : 'per-script');
      const migration = { id, version: file.path, path: file.path, layout: 'liquibase', up, home: beside };
      this.#changesets.push({ migration, runOrder: null });
      return;
    }
    const { changesets, problems } = changesetsOf(file, runWith);
    this.#problems.push(...problems);
    const home = changesets.length > 1 || file === this.#sole ? { file: file.path } : beside;
    this.#add(changesets, file, home);
  }

  changeset(node: ChangelogNode, changelog: SourceFile): void {
    const { changesets, problems, unread, used } = readChangeset(node, changelog, this.#scripts);
    for (const file of used) {
      this.#used.add(file);
      this.naming.set(folderOf(file.path), changelog);
    }
    this.#problems.push(...problems);
    if (unread.length > 0) {
      const entry = this.#unread.get(changelog.path) ?? { kinds: new Set(), words: [] };
      this.#unread.set(changelog.path, entry);
      for (const kind of unread) entry.kinds.add(kind);
      entry.words.push(...wordsOf(node));
    }
    const folder = folderOf((used[0] ?? changelog).path);
    this.#add(changesets, changelog, { folder, list: changelog.path, inList: true });
  }

  /** Files that no changelog names. `run`: what names them is not there, or can't be followed. `told`: what is wrong with that. */
  others(run: boolean, told: (file: SourceFile) => FileProblem | undefined): void {
    for (const file of this.#scripts.filter((script) => !this.#used.has(script))) {
      const formatted = FORMATTED.test(file.text);
      const problem = told(file);
      if (problem) this.#problems.push(problem);
      if (run && formatted) this.file(file);
      else if (!problem) {
        const reason = formatted
          ? 'no changelog includes it: Liquibase never runs it'
          : 'it has no "--liquibase formatted sql", and no changelog includes it';
        this.#notChecked.push({ check: file.path, reason });
      }
    }
  }

  result(): LayoutResult {
    for (const [path, { kinds }] of this.#unread) {
      const reason = `its changes ${[...kinds].join(', ')} are not SQL: what "liquibase update-sql" prints can be checked with the setting command`;
      this.#notChecked.push({ check: path, reason });
    }
    return {
      migrations: this.#inOrder(),
      problems: this.#problems,
      notChecked: this.#notChecked,
      unread: [...this.#unread].map(([path, { words }]) => ({ path, text: words.join('\n') })),
    };
  }

  /** Liquibase moves what says `runOrder` to an end of all, and otherwise keeps the order. */
  #inOrder(): FoundMigration[] {
    const of = (wanted: Changeset['runOrder']) => this.#changesets.filter(({ runOrder }) => runOrder === wanted);
    return [...of('first'), ...of(null), ...of('last')].map((changeset) => this.#withDown(changeset));
  }

  /** A rollback may be another changeset's SQL. */
  #withDown({ migration, undoneBy }: Pick<Changeset, 'migration' | 'undoneBy'>): FoundMigration {
    if (undoneBy === undefined) return migration;
    const { id, path = migration.path } = undoneBy;
    const found = this.#changesets.filter(({ migration: other }) => other.id === id);
    const other = found.find((one) => one.migration.path.endsWith(path)) ?? found[0];
    return other ? { ...migration, down: { ...other.migration.up, role: 'down' } } : migration;
  }

  #add(changesets: Changeset[], { path }: SourceFile, home: MigrationHome): void {
    for (const { migration, dbms, ignored, ...more } of changesets) {
      const check = `${path} (${migration.id})`;
      if (ignored) this.#notChecked.push({ check, reason: 'it says ignore: Liquibase passes over it' });
      else if (dbms === null || isForPostgres(dbms))
        this.#changesets.push({
          ...more,
          migration: { ...migration, version: `${migration.id} ${path}`, home: { ...home, ...authorOf(migration) } },
        });
      else this.#notChecked.push({ check, reason: `it is for ${dbms}, not for PostgreSQL` });
    }
  }
}
