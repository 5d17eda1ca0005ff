/** What stands in the place of a statement, as migrations of the layout that it was found in. Pure. */
import type { Recipe, RecipeStep, WithinTransaction } from '../../findings/recipe.js';
import type { MigrationDraft, WayOut, Writing } from '../../migrations/layouts/writing.js';
import type { Migration, Script, SourceFile, TransactionMode } from '../../model.js';
import { lex } from '../../sql/lexer.js';
import { toolOf, wayOutAdvice, writingOf } from './way-out.js';

/** Where the statement was found. */
export interface RecipeSite {
  migration: Pick<Migration, 'layout' | 'undecided' | 'oneWay' | 'home'>;
  script: Pick<Script, 'role' | 'transaction'>;
}

/** The recipe in words, with the files that have to be made, ready to paste. */
export function recipeHelp(recipe: Recipe, { migration, script }: RecipeSite): string {
  const writing = migration.undecided ? undefined : writingOf(migration);
  if ((script.role !== 'up' && !recipe.both) || writing === undefined) return inline(recipe, { migration, script });
  const { wayOut, besides, besidesOutside, appends, listing } = writing;
  if (recipe.steps.some((step) => !isWritten(step, wayOut))) return byHand(recipe, migration);
  const drafts = draftsOf(recipe, writing);
  const files = drafts.flatMap((draft, at) => {
    const step = recipe.steps[at];
    return [
      step && !isTaken(step, wayOut) ? beforehand(step, writing, migration) : [],
      ...filesOf(draft, writing, migration).map(({ path, text }) =>
        appends ? text.trimEnd() : `\`${path}\`:\n${text.trimEnd()}`,
      ),
      step?.after ?? [],
    ].flat();
  });
  const paths = drafts.map((draft) => filesOf(draft, writing, migration)[0]?.path ?? '');
  return [
    `${recipe.says} ${insteadOf(recipe, writing)}`,
    appends ? `\`${paths[0]}\`, at its end:` : [],
    ...files.flat(),
    listing?.(paths, recipe.before === true) ?? [],
    besides ?? [],
    (recipe.steps.some(({ outside, sql }) => outside && /\bconcurrently\b/i.test(String(sql))) && besidesOutside) || [],
  ]
    .flat()
    .join('\n');
}

/** The recipe's migrations, to be written with versions of one's own: `<version>` stands for them. */
export function draftsOf(
  { steps }: Recipe,
  { transaction, wayOut }: Writing,
  version = (_: number) => '<version>',
): MigrationDraft[] {
  return steps.map((step, at) => {
    if (step.within && !isTaken(step, wayOut)) return { version: version(at), ...answered(step, step.within) };
    const { name, sql, locks = false, outside = false, down, downApart, downTogether, oneWay } = step;
    const apart = transaction === 'autocommit' ? downApart : undefined;
    // A mark that takes the file out of its transaction is for both directions: a block is one statement there.
    const takesSeveral = !outside || transaction === 'autocommit' || transaction === 'single-query';
    const together = (text: string) => (takesSeveral ? asOne(text, true, transaction) : asBlock(text));
    const back = typeof down === 'string' ? (outside && !downTogether ? down : together(down)) : null;
    return {
      ...{ version: version(at), name, outside },
      up: outside ? sql : asOne(sql, locks, transaction),
      down: apart ?? back,
      ...(apart === undefined && oneWay !== undefined && { oneWay }),
      ...(down === null && { unknownDown: true as const }),
    };
  });
}

const BACKWARDS: readonly [RegExp, string][] = [
  [/^create\b/i, 'index-not-concurrent'],
  [/\battach partition\b/i, 'attach-partition-scan'],
  [/^/, 'drop-index-not-concurrent'],
];

/** Where no rows are the tool’s transaction does no harm; elsewhere it was done beforehand. */
function answered(
  { name, down: way, oneWay }: RecipeStep,
  { sql, down, answers }: WithinTransaction,
): Omit<MigrationDraft, 'version'> {
  const text = (answer: string, one: string) =>
    `-- migration-safety: ignore-file ${answer}\nSET LOCAL lock_timeout = '2s';\n${one}`;
  const [, rule] = BACKWARDS.find(([form]) => form.test(down ?? '')) ?? [];
  const back = `${rule} the tool has no way without a transaction, and gives up soon`;
  return {
    ...{ name, outside: false },
    up: text(`${answers.join(', ')} run by hand beforehand, without blocking, where there are rows`, sql),
    down: down === undefined ? null : text(back, down),
    ...(oneWay !== undefined && { oneWay }),
    ...(down === undefined && way === null && { unknownDown: true as const }),
  };
}

/** What somebody runs where the file can’t. */
function beforehand({ sql }: RecipeStep, { wayOut }: Writing, migration: RecipeSite['migration']): string[] {
  const command = wayOut && 'recorded' in wayOut ? wayOut.recorded : undefined;
  const noted = command === undefined ? '' : `, then \`${command}\`, which notes the next file as applied`;
  return [
    `${toolOf(migration)} runs each file in a transaction. In each database that holds rows, run this with psql first${noted}:`,
    sql,
  ];
}

const COMMENTS = /^(?:--[^\n]*\n)*/;

/** A step's statements take effect together: what stands between two of them could be lost, and what fails leaves nothing half done. */
function asOne(sql: string, locks: boolean, transaction: TransactionMode): string {
  const isOpen = transaction !== 'autocommit';
  const isSeveral = !isOpen && isMany(sql);
  const limit = locks ? `${isOpen || isSeveral ? 'SET LOCAL' : 'SET'} lock_timeout = '2s';\n` : '';
  if (!isSeveral) return `${limit}${sql}`;
  // What speaks for the whole file stands at its top.
  const [head = ''] = COMMENTS.exec(sql) ?? [];
  return `${head}BEGIN;\n${limit}${sql.slice(head.length)}\nCOMMIT;`;
}

function asBlock(sql: string): string {
  return `DO $$\nBEGIN\n  SET LOCAL lock_timeout = '2s';\n  ${sql.replaceAll('\n', '\n  ')}\nEND\n$$;`;
}

/** Whether it is more than one statement. */
function isMany(sql: string): boolean {
  return lex(sql).statements.length > 1;
}

/** Rollbacks are written where the project has some. */
function filesOf(
  draft: MigrationDraft,
  { files, forward }: Writing,
  { oneWay }: RecipeSite['migration'],
): SourceFile[] {
  return (oneWay && forward ? forward : files)(draft);
}

function insteadOf({ steps: { length }, before, both }: Recipe, { transaction }: Writing): string {
  const also = both ? ' and of what it takes back' : '';
  const where = before ? 'Before' : 'Instead of';
  if (length === 1) return `${where} this statement${also}, a migration of its own, with nothing else in it:`;
  const together = transaction === 'per-run' ? ' (all that are pending share one transaction)' : '';
  return `${where} this statement${also}, ${length} migrations, each deployed after the one before${together}:`;
}

/** Where nobody knows how its files are written, and in rollbacks. */
function inline({ says, steps }: Recipe, { migration, script }: RecipeSite): string {
  const outside = steps.some((step) => step.outside);
  const byHand = steps.length > 1 && script.role === 'down' && script.transaction !== 'autocommit';
  const isMixed = outside && steps.some((step) => !step.outside);
  const sql = steps.flatMap((step) => [
    ...(isMixed && step.outside ? ['-- outside a transaction'] : []),
    step.sql,
    ...(step.after ? [step.after.replace(/^/gm, '-- ')] : []),
  ]);
  const advice = outside && !byHand && writingOf(migration)?.wayOut ? [wayOutAdvice(migration)] : [];
  return [`${says} ${byHand ? BY_HAND : inOrder(steps, isMixed)}`, ...sql, ...advice].join('\n');
}

const BY_HAND =
  'A rollback is sent in one transaction: where there are many rows, run these by hand in its place, one by one:';

function inOrder(steps: Recipe['steps'], isMixed: boolean): string {
  const outside = steps.some((step) => step.outside);
  if (steps.length === 1) return outside ? 'Outside a transaction:' : 'Instead:';
  if (outside && !isMixed) return 'Run these one by one, outside a transaction:';
  return `Run these one by one, each in a transaction of its own${isMixed ? ', but outside of any what says so' : ''}:`;
}

/** The tool can't run it: somebody does, and says so. */
function byHand(recipe: Recipe, migration: RecipeSite['migration']): string {
  const sql = recipe.steps.map((step) => step.sql);
  return [
    `${recipe.says} ${toolOf(migration)} can’t run all of this, for lack of a file without a transaction. Leave the statement out of the migration, and run this apart from it, statement by statement:`,
    ...sql,
  ].join('\n');
}

/** Whether it can be a file of the tool’s. */
export function isWritten(step: RecipeStep, way: WayOut | undefined): boolean {
  return step.within !== undefined || isTaken(step, way);
}

/** Whether the tool can run it: a statement outside a transaction only where it has a way for that. */
function isTaken({ outside, sql }: RecipeStep, way: WayOut | undefined): boolean {
  if (!outside || way === undefined) return true;
  return !('none' in way) && !('mark' in way && way.takes && !way.takes.test(sql));
}
