/** How a column gets another name while code of both names runs: a second column takes its place. */
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName, typeSql } from '../../schema/sql-name.js';
import type { ColumnType } from '../../schema/types.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { type CopyingTrigger, lastTrigger } from './last-trigger.js';
import { fill, ruleOutNull, slug } from './steps.js';
import { withColumn } from './with-column.js';

export interface RenamedColumn {
  table: string;
  from: string;
  to: string;
}

/** Undefined where the column isn't known well enough, or something hangs on it that no SQL is known for. */
export function underBothNames(renamed: RenamedColumn, schema: Schema): Recipe | undefined {
  const { table, from, to } = renamed;
  const facts = schema.find('column', `${table}.${from}`)?.facts;
  const type = facts?.type;
  // Where NULL is a value, nobody could tell it from a column that an INSERT leaves to its default.
  if (!type || facts.identity || (facts.default !== undefined && !facts.notNull)) return undefined;
  const along = withColumn({ table, column: from, next: to, to: type, called: to }, schema);
  if (!along) return undefined;
  const [target, name, next] = [sqlName(table), quoteIdentifier(from), quoteIdentifier(to)];
  const trigger = lastTrigger(table, `${lastName(table)}_${to}_equal`, schema);
  const before = [
    keptEqual(renamed, type, trigger),
    fill(table, to, name, name),
    ...(facts.notNull ? ruleOutNull(table, [to]) : []),
    ...along.steps,
  ];
  const last = before.at(-1) as RecipeStep;
  const others = along.steps.length > 0 ? 'drop-column-drops-index, ' : '';
  return {
    says: `Let a second column take its place, which code of both names reads and writes meanwhile.`,
    steps: [
      {
        name: slug('add', lastName(table), to),
        sql: `ALTER TABLE ${target} ADD COLUMN ${next} ${typeSql(type)};`,
        locks: true,
        down: `ALTER TABLE ${target} DROP COLUMN ${next};`,
      },
      ...before.slice(0, -1),
      { ...last, after: `Move the application over to \`${to}\` before the next one.` },
      {
        name: slug('drop', lastName(table), from),
        sql: [
          `-- migration-safety: ignore-file drop-column, ${others}drop-trigger nothing uses the old name any more`,
          `DROP TRIGGER ${trigger.own} ON ${target};`,
          `DROP FUNCTION ${trigger.full}();`,
          ...along.before,
          `ALTER TABLE ${target} DROP COLUMN ${name};`,
          ...along.after,
        ].join('\n'),
        locks: true,
        oneWay: 'the old column is gone',
      },
    ],
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
