/** What stands in the place of a statement, as migrations of the layout that it was found in. Pure. */
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import type { MigrationDraft, WayOut, Writing } from '../../migrations/layouts/writing.js';
import type { Migration, Script, SourceFile, TransactionMode } from '../../model.js';
import { lex } from '../../sql/lexer.js';
import { toolOf, wayOutAdvice, writingOf } from './way-out.js';

/** Where the statement was found. */
export interface RecipeSite {
  migration: Pick<Migration, 'layout' | 'undecided' | 'oneWay'>;
  script: Pick<Script, 'role' | 'transaction'>;
}

/** The recipe in words, with the files that have to be made, ready to paste. */
export function recipeHelp(recipe: Recipe, { migration, script }: RecipeSite): string {
  const writing = migration.undecided ? undefined : writingOf(migration);
  if (script.role !== 'up' || writing === undefined) return inline(recipe, migration);
  const { wayOut, besides, besidesOutside } = writing;
  if (recipe.steps.some((step) => !isTaken(step, wayOut))) return byHand(recipe, migration);
  const files = draftsOf(recipe, writing).flatMap((draft, at) => [
    ...filesOf(draft, writing, migration).map(({ path, text }) => `\`${path}\`:\n${text.trimEnd()}`),
    recipe.steps[at]?.after ?? [],
  ]);
  return [
    `${recipe.says} ${insteadOf(recipe, writing)}`,
    ...files.flat(),
    besides ?? [],
    (recipe.steps.some(({ outside, sql }) => outside && /\bconcurrently\b/i.test(String(sql))) && besidesOutside) || [],
  ]
    .flat()
    .join('\n');
}

/** The recipe's migrations, to be written with versions of one's own: `<version>` stands for them. */
export function draftsOf(
  { steps }: Recipe,
  { transaction }: Writing,
  version = (_: number) => '<version>',
): MigrationDraft[] {
  return steps.map((step, at) => {
    const { name, sql, locks = false, outside = false, down, downApart, oneWay } = step;
    const apart = transaction === 'autocommit' ? downApart : undefined;
    const back = typeof down === 'string' ? (outside ? down : asOne(down, true, transaction)) : null;
    return {
      ...{ version: version(at), name, outside },
      up: outside ? sql : asOne(sql, locks, transaction),
      down: apart ?? back,
      ...(apart === undefined && oneWay !== undefined && { oneWay }),
      ...(down === null && { unknownDown: true as const }),
    };
  });
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

function insteadOf({ steps: { length }, before }: Recipe, { transaction }: Writing): string {
  const where = before ? 'Before' : 'Instead of';
  if (length === 1) return `${where} this statement, a migration of its own, with nothing else in it:`;
  const together = transaction === 'per-run' ? ' (all that are pending share one transaction)' : '';
  return `${where} this statement, ${length} migrations, each deployed after the one before${together}:`;
}

/** Where nobody knows how its files are written, and in rollbacks. */
function inline({ says, steps }: Recipe, migration: Pick<Migration, 'layout'>): string {
  const outside = steps.some((step) => step.outside);
  const how =
    steps.length > 1
      ? 'Run these one by one, each in a transaction of its own:'
      : outside
        ? 'Outside a transaction:'
        : 'Instead:';
  const sql = steps.map((step) => [step.sql, ...(step.after ? [`-- ${step.after}`] : [])].join('\n'));
  return [`${says} ${how}`, ...sql, ...(outside && writingOf(migration)?.wayOut ? [wayOutAdvice(migration)] : [])].join(
    '\n',
  );
}

/** The tool can't run it: somebody does, and says so. */
function byHand(recipe: Recipe, migration: Pick<Migration, 'layout'>): string {
  const sql = recipe.steps.map((step) => step.sql);
  return [
    `${recipe.says} ${toolOf(migration)} can’t run all of this, for lack of a file without a transaction. Leave the statement out of the migration, and run this apart from it, statement by statement:`,
    ...sql,
  ].join('\n');
}

/** Whether the tool can run it: a statement outside a transaction only where it has a way for that. */
export function isTaken({ outside, sql }: RecipeStep, way: WayOut | undefined): boolean {
  if (!outside || way === undefined) return true;
  return !('none' in way) && !('mark' in way && way.takes && !way.takes.test(sql));
}
