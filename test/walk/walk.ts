/** Follows the advice of findings to the letter, again and again, until nothing is left to do. */
import { CHECKS } from '../../src/catalogue.js';
import { draftsOf, isWritten } from '../../src/lint/help/recipe.js';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import type { Example } from '../../src/lint/rule.js';
import { LAYOUTS } from '../../src/migrations/layouts/index.js';
import { loadReaders } from '../../src/migrations/layouts/readers.js';
import type { MigrationDraft, Writing } from '../../src/migrations/layouts/writing.js';
import type { Migration, Script, SourceFile } from '../../src/model.js';
import { REHEARSAL_CHECKS } from '../../src/rehearsal/checks.js';
import { rehearse } from '../../src/rehearsal/rehearse.js';
import type { Finding } from '../../src/report-schema/types.js';
import { Schema } from '../../src/schema/schema.js';
import type { Server } from '../../src/servers/server.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { decide } from '../../src/verdict/decide.js';
import { applied } from '../support/edits.js';
import { setOf } from '../support/file-set.js';
import { readRuby } from './ruby.js';

const grammar = await loadGrammar();
await loadReaders([{ path: 'changelog.yaml' }]);
const KNOWN = new Set(CHECKS.map(({ id }) => id));
const NO_WORD = 'a human being decides, and says so';

/** A migration on its way: its draft, so that it can be written anew, and its files as they stand. */
interface Written {
  draft: MigrationDraft;
  files: SourceFile[];
}

export interface Walk {
  /** How often help was followed. */
  steps: number;
  /** What the help asked somebody to decide: the rules that were silenced. */
  decided: string[];
  /** The `up` scripts in the order in which they are deployed. */
  deployed: string[];
  /** The same with their rollbacks. */
  chain: Migration<Script>[];
}

/** What graphile-migrate's files need besides, hashes, only it knows how to compute. */
export const WRITTEN = LAYOUTS.filter(({ writing, name }) => writing && name !== 'graphile-migrate');

/**
 * Walks from the example, as one migration of the layout. Without a server only the SQL is read. `decides`: somebody says
 * of everything that it is meant. Throws where after `most` steps something is left to do.
 */
export async function walk(
  layout: string,
  example: Example,
  server: Server | null,
  { most = 3, decides = false }: { most?: number; decides?: boolean } = {},
): Promise<Walk> {
  const writing = LAYOUTS.find(({ name }) => name === layout)?.writing;
  if (writing === undefined) throw new Error(`nobody knows how ${layout} is written`);
  let version = 1;
  const write = (draft: Omit<MigrationDraft, 'version'>): Written => {
    const whole = { ...draft, version: versionOf(layout, version++) };
    return { draft: whole, files: writing.files(whole) };
  };
  const base = write({ name: 'base', up: example.setup ?? 'SELECT 1;', down: null, outside: false });
  const { role = 'up', sql } = example;
  const texts =
    role === 'down' ? { up: example.up ?? 'SELECT 1;', down: sql } : { up: sql, down: example.down ?? null };
  const waiting = [write({ name: 'change', outside: false, ...texts })];
  const deployed = [base];
  const decided: string[] = [];
  let steps = 0;
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    const todo = await check(layout, deployed, next, example, server);
    if (todo.length === 0) {
      deployed.push(next);
      waiting.shift();
      continue;
    }
    if (++steps > most) throw new Error(`still to do: ${todo.map(({ finding }) => told(finding)).join('\n')}`);
    const [, ...rest] = waiting.splice(0);
    // What comes before one of them gets a version before those of all others.
    waiting.push(
      ...followed(next, todo, { write, writing, decided, decides }),
      ...rest.map((one) => later(one, write)),
    );
  }
  const chain = scripts(layout, deployed);
  return { steps, decided, chain, deployed: chain.map(({ up }) => up.sql) };
}

const told = ({ rule, line, message, help }: Finding) => `${rule}, line ${line}: ${message}\n${help}`;

/** A version that the layout's tool takes for the nth. */
function versionOf(layout: string, nth: number): string {
  if (layout === 'flyway') return String(nth);
  if (layout === 'drizzle') return String(nth).padStart(4, '0');
  return String(20260101000000 + nth);
}

interface Todo {
  finding: Finding;
  recipe?: Parameters<typeof draftsOf>[0] | undefined;
  /** What mends it where it is the same in the migration's other file. */
  elsewhere: Finding[];
}

/** The errors and warnings of the migration after those that are deployed. */
async function check(
  layout: string,
  deployed: Written[],
  next: Written,
  { options, postgres }: Example,
  server: Server | null,
): Promise<Todo[]> {
  const all = scripts(layout, [...deployed, next]);
  const changed = all.at(-1);
  if (changed === undefined || all.length !== deployed.length + 1) {
    throw new Error(`${layout} reads ${all.length} of ${deployed.length + 1} migrations`);
  }
  // What has no rollback among others that have one is a warning of its own.
  const isRound = LAYOUTS.find(({ name }) => name === layout)?.writing?.files(next.draft).length === 2;
  if (next.draft.name !== 'change' && !next.draft.unknownDown && isRound && !changed.down && !changed.irreversible) {
    throw new Error(`${next.draft.name} has no rollback in ${layout}`);
  }
  const before = all.slice(0, -1);
  const schema = new Schema();
  for (const { up } of before) schema.replay(up.statements, 'baseline');
  const version = server?.major ?? postgres?.from ?? postgres?.until ?? null;
  const said = new Map(RULES.flatMap(({ id }) => (options ? [[id, options] as const] : [])));
  const rules = RULES.filter(({ preset }) => preset !== 'strict');
  const predictions = lint([changed], schema, { rules, ...(options && { options: said }), postgresVersion: version });
  const run =
    server && (await rehearse(server, { changed: [changed], baseline: before.map(({ up }) => up), seed: [] }));
  const { findings } = decide(
    {
      predictions,
      observations: run?.observations ?? [],
      ...(run?.seen && { seen: run.seen }),
      scripts: [changed.up, ...(changed.down ? [changed.down] : [])],
      migrationOf: new Map([changed.up, changed.down].flatMap((one) => (one ? [[one.file.path, changed.path]] : []))),
    },
    { failOn: 'error', rules: {}, knownRules: KNOWN, needsServer: (rule) => rule in REHEARSAL_CHECKS },
  );
  return findings
    .filter(({ severity, evidence }) => severity !== 'info' && evidence !== 'refuted')
    .map((finding) => {
      const { recipe } = predictions.find(({ finding: one }) => sameFinding(one, finding)) ?? {};
      const elsewhere = predictions
        .map(({ finding: one }) => one)
        .filter((one) => one.rule === finding.rule && one.fixes && one.path !== finding.path)
        .filter((one) => finding.places?.some(({ path }) => path === one.path));
      return { finding, elsewhere, ...(recipe && { recipe }) };
    });
}

function sameFinding(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.path === b.path && a.line === b.line && a.column === b.column;
}

/** As the layout's reader finds them, in order. */
function scripts(layout: string, written: readonly Written[]): Migration<Script>[] {
  const files = Object.fromEntries(written.flatMap(({ files: all }) => all.map(({ path, text }) => [path, text])));
  const set = setOf({ ...files, ...bookkeeping(layout, written) });
  const read = LAYOUTS.find(({ name }) => name === layout)?.read(set);
  // Rails' own files are read by a program of the project's.
  const { migrations, problems = [] } =
    layout === 'rails' ? { migrations: readRuby(set.files) } : (read ?? { migrations: [] });
  const broken = problems.filter(({ rule }) => rule === 'malformed-migration');
  if (broken.length > 0)
    throw new Error(`malformed: ${broken.map(({ path, message }) => `${path} ${message}`).join(' ')}`);
  return migrations.map(({ up, down, verify: _, maintenance: __, ...rest }) => ({
    ...rest,
    up: grammar.parseScript(up),
    ...(down && { down: grammar.parseScript(down) }),
  }));
}

/** What the tool's own lists say. */
function bookkeeping(layout: string, written: readonly Written[]): Record<string, string> {
  const firsts = written.flatMap(({ files: [first] }) => first ?? []);
  if (layout === 'drizzle') {
    const entries = firsts.map(({ path }, idx) => ({
      idx,
      version: '7',
      when: idx + 1,
      tag: path.replace(/\.sql$/, ''),
      breakpoints: true,
    }));
    return { 'meta/_journal.json': JSON.stringify({ version: '7', dialect: 'postgresql', entries }) };
  }
  if (layout === 'sqitch') {
    const head = '%syntax-version=1.0.0\n%project=shop\n\n';
    const changes = written.map(
      ({ draft }, at) => `${draft.name} 2026-01-01T00:00:${String(at).padStart(2, '0')}Z A <a@b.c>`,
    );
    return { 'sqitch.plan': `${head}${changes.join('\n')}\n` };
  }
  if (layout === 'liquibase') {
    const files = firsts.map(({ path }) => `  - include: {file: ${path}, relativeToChangelogFile: true}`);
    return { 'db.changelog-master.yaml': `databaseChangeLog:\n${files.join('\n')}\n` };
  }
  return {};
}

interface Pen {
  write(draft: Omit<MigrationDraft, 'version'>): Written;
  writing: Writing;
  decided: string[];
  decides: boolean;
}

/** The migrations that stand in its place once all help was followed. */
function followed(next: Written, todo: readonly Todo[], { write, writing, decided, decides }: Pen): Written[] {
  // A condition that only a human being can write is a decision.
  const able = ({ recipe }: Todo) =>
    !decides && recipe?.steps.every((step) => isWritten(step, writing.wayOut) && !/CHECK \(.*…/.test(step.sql));
  const first = todo.find((one) => able(one) && (one.recipe?.both || one.finding.path === next.files[0]?.path));
  if (first?.recipe) {
    const { finding, recipe } = first;
    // Of a rollback's example the migration is what it takes back, and nothing else.
    const rest = recipe.before || recipe.both ? undefined : without(next, finding);
    const drafts = draftsOf(recipe, writing).map(({ version: _, up, ...draft }) =>
      write({ ...draft, up: up.replaceAll('…', '0') }),
    );
    const stays = recipe.before ? [later(next, write)] : [];
    return [...(rest ? [rest] : []), ...drafts, ...stays];
  }
  const fixable = decides ? undefined : todo.find(({ finding: { fixes } }) => fixes);
  const [fix] = fixable?.finding.fixes ?? [];
  if (fixable && fix) {
    const mended = edited(next, fixable.finding.path, (text) => applied(text, fix.edits));
    return [
      fixable.elsewhere.reduce(
        (now, { path, fixes }) => edited(now, path, (text) => applied(text, fixes?.[0]?.edits ?? [])),
        mended,
      ),
    ];
  }
  const stale = todo.find(({ finding: { rule } }) => rule === 'unused-ignore');
  if (stale) return [edited(next, stale.finding.path, (text) => withoutLine(text, stale.finding.line))];
  let now = next;
  // From the bottom up: a line above one of them moves the others.
  for (const { finding } of [...todo].sort((a, b) => b.finding.line - a.finding.line)) {
    if (finding.ignore === undefined) throw new Error(`nothing says what to do about ${told(finding)}`);
    decided.push(finding.rule);
    const line = finding.ignore.replace('<reason>', NO_WORD);
    const elsewhere = (finding.places ?? []).filter(({ path }) => path !== finding.path);
    for (const place of [finding, ...elsewhere]) {
      const silenced = /\.(cjs|rb)$/.test(place.path) ? inCode : above;
      now = edited(now, place.path, (text) => silenced(text, place.line, line));
    }
  }
  return [now];
}

/** The same under a version that comes after all others. */
function later({ draft, files }: Written, write: Pen['write']): Written {
  const again = write(draft);
  return { ...again, files: again.files.map((file, at) => ({ ...file, text: files[at]?.text ?? file.text })) };
}

/** In a text of SQL that code sends. */
function inCode(text: string, at: number, comment: string): string {
  return text
    .split('\n')
    .toSpliced(at - 1, 0, comment)
    .join('\n');
}

/** The comment above the statement that the line is in. */
function above(text: string, line: number, comment: string): string {
  const script = grammar.parseScript({
    role: 'up',
    file: { path: 'x.sql', text },
    sql: text,
    transaction: 'autocommit',
  });
  const found = script.statements.find(({ location }) => location.line <= line && line <= location.endLine);
  const lines = text.split('\n');
  // In a comment that holds a rollback no other comment can stand.
  if (found) lines.splice(found.location.line - 1, 0, comment);
  else lines.push(comment.replace('ignore', 'ignore-file'));
  return lines.join('\n');
}

function withoutLine(text: string, line: number): string {
  return text
    .split('\n')
    .filter((_, at) => at !== line - 1)
    .join('\n');
}

function edited(written: Written, path: string, edit: (text: string) => string): Written {
  const files = written.files.map((file) => (file.path === path ? { ...file, text: edit(file.text) } : file));
  return { ...written, files };
}

/** The migration without the statement; undefined where nothing is left. */
function without(written: Written, { path, statement = '' }: Finding): Written | undefined {
  const cut = (text: string) => text.replace(statement, '').replace(/^\s*;\s*$/m, '');
  const up = cut(written.draft.up);
  const left = { ...edited(written, path, cut), draft: { ...written.draft, up } };
  return up.replace(/;/g, '').trim() === '' ? undefined : left;
}
