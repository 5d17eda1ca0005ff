/** How a column gets another name while code of both names runs: a second column takes its place. */
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import { lastName, shortName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName, typeSql } from '../../schema/sql-name.js';
import type { ColumnType } from '../../schema/types.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { code } from '../../sql/words.js';
import { undoable } from './column-back.js';
import { firesFor } from './fires-for.js';
import { type CopyingTrigger, lastTrigger } from './last-trigger.js';
import { answeredBySwitch, leftToDo, unfinished } from './replaced-column.js';
import { fill, ruleOutNull, slug } from './steps.js';
import { withColumn } from './with-column.js';

export interface RenamedColumn {
  table: string;
  from: string;
  to: string;
}

/** In words where there is no such way; the last step is left to a human being where something hangs on it that no SQL is known for. */
export function underBothNames(renamed: RenamedColumn, schema: Schema): Recipe | string {
  const { table, from, to } = renamed;
  const facts = schema.find('column', `${table}.${from}`)?.facts;
  const type = facts?.type;
  const [target, name, next] = [sqlName(table), quoteIdentifier(from), quoteIdentifier(to)];
  const collation = facts?.collation ? ` COLLATE ${facts.collation.split('.').map(quoteIdentifier).join('.')}` : '';
  const add = `ALTER TABLE ${target} ADD COLUMN ${next} ${type ? `${typeSql(type)}${collation}` : '…'};`;
  const reason = !type
    ? 'No script tells its type.'
    : facts.generated
      ? `A trigger can’t copy ${code(from)}: Postgres computes it later.`
      : // Where NULL is a value, nobody could tell it from a column that an INSERT leaves to its default.
        facts.default !== undefined && !facts.notNull
        ? `No trigger can tell a NULL that the new code writes from a column that it leaves to the default of ${code(from)}: give both names in each INSERT meanwhile, or take the default away first.`
        : undefined;
  if (!type || reason) {
    return `This is not finished by one statement: add ${code(to)} beside ${code(from)}, keep both equal, fill it in batches, make anew what hangs on ${code(from)}, and drop that in a later migration. ${reason}\n${add}`;
  }
  const { missing, ...along } = withColumn({ table, column: from, next: to, to: type, called: to }, schema);
  const trigger = lastTrigger(table, `${lastName(table)}_${to}_equal`, schema);
  const fires = firesFor(table, schema);
  const first: RecipeStep = {
    name: slug('add', lastName(table), to),
    sql: add,
    locks: true,
    down: `ALTER TABLE ${target} DROP COLUMN ${next};`,
  };
  const before: RecipeStep[] = [
    { ...keptEqual(renamed, type, trigger), ...(fires && { after: fires }) },
    fill(table, to, name, name),
    ...(facts.notNull ? ruleOutNull(table, [to]) : []),
    ...along.steps,
  ];
  // Old code leaves the new column to the trigger.
  const isRequired = facts.notNull && facts.default === undefined && !facts.identity && !type.serial;
  const answered = [...answeredBySwitch(along.steps), ...(isRequired ? ['write-breaks'] : [])].join(', ');
  const last: RecipeStep = {
    name: slug('drop', lastName(table), from),
    sql: [
      `-- migration-safety: ignore-file ${answered} nothing uses the old name any more`,
      `DROP TRIGGER ${trigger.own} ON ${target};`,
      `DROP FUNCTION ${trigger.full}();`,
      ...along.before,
      `ALTER TABLE ${target} DROP COLUMN ${name};`,
      ...along.after,
    ].join('\n'),
    locks: true,
    oneWay: 'the old column is gone',
  };
  const says = 'Let a second column take its place, which code of both names reads and writes meanwhile.';
  const what = `The name of ${code(shortName(`${table}.${from}`))}`;
  const still = missing.length === 0 ? [] : [leftToDo(what, missing, last)];
  const { after, ...lastBefore } = before.at(-1) as RecipeStep;
  const done = {
    ...lastBefore,
    after: [...(after ? [after] : []), `Move the application over to ${code(to)} before the next one.`, ...still].join(
      '\n',
    ),
  };
  if (missing.length === 0) {
    const recipe: Recipe = { says, steps: [first, ...before.slice(0, -1), done, last] };
    return undoable(recipe, { table, column: from, next: to }, schema);
  }
  return {
    says: `${says} These migrations prepare it; the last one is left to be written by hand.`,
    steps: [unfinished(first, what, missing), ...before.slice(0, -1), done],
  };
}

/** Types that all have an operator for equality. */
const COMPARED =
  /^(int[248]|float[48]|numeric|bool|text|varchar|bpchar|uuid|date|time|timetz|timestamp|timestamptz|jsonb|bytea)$/;

/** Whichever of the two a statement writes, the other one follows. */
function keptEqual(
  renamed: RenamedColumn,
  { name: type, array }: ColumnType,
  { own, full }: CopyingTrigger,
): RecipeStep {
  const { table, from, to } = renamed;
  const [target, name, next] = [sqlName(table), quoteIdentifier(from), quoteIdentifier(to)];
  const cast = COMPARED.test(type) && !array ? '' : '::text';
  return {
    name: slug('keep', lastName(table), to, 'equal'),
    sql: `CREATE FUNCTION ${full}() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' AND NEW.${next} IS NOT NULL OR TG_OP = 'UPDATE' AND NEW.${next}${cast} IS DISTINCT FROM OLD.${next}${cast} THEN
      NEW.${name} := NEW.${next};
    ELSE
      NEW.${next} := NEW.${name};
    END IF;
    RETURN NEW;
  END
$$;
CREATE TRIGGER ${own} BEFORE INSERT OR UPDATE ON ${target} FOR EACH ROW EXECUTE FUNCTION ${full}();`,
    locks: true,
    down: `DROP TRIGGER ${own} ON ${target};\nDROP FUNCTION ${full}();`,
  };
}
