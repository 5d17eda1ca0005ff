/** The way back from a column's replacement: the old column, with all that hung on it, beside the new one. Pure. */
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName, typeSql } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';

export interface ColumnReplacement {
  table: string;
  /** The old column, and the one that takes its place, as it is called before the last step. */
  column: string;
  next: string;
}

/** The recipe with a rollback for its last step; as it is where something in that step can’t be undone with what is known. */
export function undoable(recipe: Recipe, replacement: ColumnReplacement, schema: Schema): Recipe {
  const last = recipe.steps.at(-1);
  const down = last && wayBack(recipe.steps, last.sql, replacement, schema);
  if (!last || down === undefined) return recipe;
  const { oneWay: _, ...rest } = last;
  // The values are in the other column.
  const sql = last.sql.replace('ignore-file drop-column,', '$& irreversible-up,');
  const steps = [...recipe.steps.slice(0, -1), { ...rest, sql, down }];
  return { ...recipe, steps: steps as unknown as Recipe['steps'] };
}

/** What undoes one statement of the last step. */
interface Undone {
  /** While the new column has the name that it has in the end. */
  first?: string[];
  /** When both are there again. */
  later?: string[];
}

function wayBack(
  steps: readonly RecipeStep[],
  sql: string,
  { table, column, next }: ColumnReplacement,
  schema: Schema,
) {
  const facts = schema.find('column', `${table}.${column}`)?.facts;
  const keep = steps.find((step) => /^CREATE FUNCTION\b/.test(step.sql));
  if (!facts?.type || facts.collation || facts.generated || facts.identity || !keep) return undefined;
  const [target, old, other] = [sqlName(table), quoteIdentifier(column), quoteIdentifier(next)];
  const drop = `ALTER TABLE ${target} DROP COLUMN ${old};`;
  const rename = `ALTER TABLE ${target} RENAME COLUMN ${other} TO ${old};`;
  const lines = sql.split('\n').filter((line) => !line.startsWith('--'));
  const at = lines.indexOf(drop);
  // Its trigger and its function go first.
  if (at < 2 || !lines[0]?.startsWith('DROP TRIGGER ') || !lines[1]?.startsWith('DROP FUNCTION ')) return undefined;
  const isRenamed = lines[at + 1] === rename;
  const [before, after] = [lines.slice(2, at), lines.slice(at + (isRenamed ? 2 : 1))];
  const narrow = new Set(
    schema.every('sequence').flatMap(({ name, facts: of }) => (of?.definition?.['option as'] ? sqlName(name) : [])),
  );
  const scene = { table, column, next, called: isRenamed ? column : next, steps, type: facts.type.name, narrow };
  const undone = [...before, ...after].reverse().map((line) => undo(line, scene));
  if (undone.some((one) => one === undefined)) return undefined;
  const alter = `ALTER TABLE ${target}`;
  const type = typeSql(facts.type);
  const required = facts.notNull ? `, ALTER COLUMN ${old} SET NOT NULL` : '';
  const statements = [
    ...undone.flatMap((one) => one?.first ?? []),
    ...(isRenamed ? [`${alter} RENAME COLUMN ${old} TO ${other};`] : []),
    `${alter} ADD COLUMN ${old} ${type};`,
    `${alter} ALTER COLUMN ${old} TYPE ${type} USING ${other}::${type}${required};`,
    ...undone.flatMap((one) => one?.later ?? []),
    keep.sql,
  ];
  const answers = BLOCKING.flatMap(([form, rule]) => (statements.some((one) => form.test(one)) ? rule : []));
  const isOfType = typeSql(facts.type) !== typeOf(steps, scene);
  const rules = [...answers, ...(isOfType ? ['down-fails-with-new-data'] : [])].join(', ');
  const why = `it writes the old column anew, and blocks meanwhile${isOfType ? '; values that only the new type holds stop it' : ''}`;
  return [`-- migration-safety: ignore-file ${rules} ${why}`, ...statements].join('\n');
}

/** What the statements of the way back do to the table meanwhile. */
const BLOCKING: readonly [RegExp, string][] = [
  [/ ALTER COLUMN \S+ TYPE /, 'alter-column-type-rewrites'],
  [/ SET NOT NULL;/, 'set-not-null'],
  [/^CREATE (?:UNIQUE )?INDEX /, 'index-not-concurrent'],
  [/ ADD CONSTRAINT \S+ CHECK /, 'check-without-not-valid'],
  [/ ADD CONSTRAINT \S+ FOREIGN KEY /, 'foreign-key-without-not-valid'],
];

/** The new column's type, as the step that adds it says. */
function typeOf(steps: readonly RecipeStep[], { table, next }: ColumnReplacement): string | undefined {
  const add = `ALTER TABLE ${sqlName(table)} ADD COLUMN ${quoteIdentifier(next)} `;
  const step = steps.find(({ sql }) => sql.startsWith(add));
  return step?.sql.slice(add.length).split(';')[0];
}

interface WayBack extends ColumnReplacement {
  called: string;
  steps: readonly RecipeStep[];
  type: string;
  /** Sequences that end before bigint does, as SQL names them. */
  narrow: ReadonlySet<string>;
}

const NAME = '(?:"(?:[^"]|"")+"|[\\w$]+)';
const FULL = `(?:${NAME}\\.)?${NAME}`;
const FORMS = {
  index: new RegExp(`^ALTER INDEX (?<schema>(?:${NAME}\\.)?)(?<own>${NAME}) RENAME TO (?<was>${NAME});$`),
  constraint: new RegExp(`^ALTER TABLE (?<on>${FULL}) RENAME CONSTRAINT (?<own>${NAME}) TO (?<was>${NAME});$`),
  key: new RegExp(
    `^ALTER TABLE (?<on>${FULL}) ADD CONSTRAINT (?<was>${NAME}) (?:UNIQUE|PRIMARY KEY) USING INDEX (?<own>${NAME})[^;]*;$`,
  ),
  sequence: new RegExp(`^ALTER SEQUENCE (?<name>${FULL}) (?<wider>AS bigint )?OWNED BY `),
  /** What is made again names its columns: dropped before, it says the same after. */
  dropped: /^DROP (?:VIEW|POLICY|TRIGGER) /,
  made: new RegExp(`^CREATE (?<kind>VIEW|POLICY) (?<name>${FULL}(?: ON ${FULL})?)`),
};

/** Undefined for what can't be undone with what is known. */
function undo(line: string, scene: WayBack): Undone | undefined {
  const { table, called } = scene;
  const alter = `ALTER TABLE ${sqlName(table)}`;
  const is = (form: keyof typeof FORMS) => FORMS[form].exec(line)?.groups;
  const [index, constraint, key] = [is('index'), is('constraint'), is('key')];
  const { own = '', was = '', on } = index ?? constraint ?? key ?? {};
  const made = own === '' ? undefined : madeFor(scene, own, was);
  if (index) {
    const back = `ALTER INDEX ${index.schema}${was} RENAME TO ${own};`;
    return made === undefined ? undefined : { first: [back], later: [made] };
  }
  if (constraint) {
    const back = `${alter} RENAME CONSTRAINT ${was} TO ${own};`;
    return made === undefined || on !== sqlName(table) ? undefined : { first: [back], later: [made] };
  }
  if (key) {
    const build = scene.steps.find(({ sql }) => mentions(sql, own) && /^CREATE UNIQUE INDEX\b/.test(sql));
    if (on !== sqlName(table) || !build || made === undefined) return undefined;
    return {
      first: [`${alter} DROP CONSTRAINT ${was};`],
      later: [blocking(build.sql), made, renamed(line, own, was)],
    };
  }
  const column = `${alter} ALTER COLUMN ${quoteIdentifier(called)} SET DEFAULT `;
  if (line.startsWith(column)) {
    const old = `${alter} ALTER COLUMN ${quoteIdentifier(scene.column)} SET DEFAULT `;
    return { first: [`${column.replace(/SET DEFAULT $/, 'DROP DEFAULT')};`], later: [line.replace(column, old)] };
  }
  const sequence = is('sequence');
  if (sequence) {
    // One that nobody gave a type is bigint.
    const width =
      sequence.wider && scene.narrow.has(sequence.name ?? '')
        ? `AS ${scene.type === 'int2' ? 'smallint' : 'integer'} `
        : '';
    const owner = `${sqlName(table)}.${quoteIdentifier(scene.column)}`;
    return { later: [`ALTER SEQUENCE ${sequence.name} ${width}OWNED BY ${owner};`] };
  }
  if (FORMS.dropped.test(line)) return {};
  const again = is('made');
  if (!again || called !== scene.column) return undefined;
  return { first: [`DROP ${again.kind} ${again.name};`], later: [line] };
}

/** What was made for the new column under a name of its own, for the old one under the name that it has; without CONCURRENTLY. */
function madeFor(scene: WayBack, own: string, was: string): string | undefined {
  const made = scene.steps.find(
    ({ sql }) => mentions(sql, own) && /^(CREATE|ALTER TABLE \S+ ADD CONSTRAINT)\b/.test(statementIn(sql)),
  );
  if (!made) return undefined;
  const text = statementIn(made.sql);
  const next = quoteIdentifier(scene.next);
  // In a text it may be anything.
  if (text.split("'").some((part, at) => at % 2 === 1 && mentions(part, next))) return undefined;
  const old = blocking(renamed(renamed(text, next, quoteIdentifier(scene.column)), own, was));
  return old.replace(/ NOT VALID;$/, ';');
}

const statementIn = (sql: string) => sql.replace(/^(?:--[^\n]*\n)+/, '');
const blocking = (sql: string) => sql.replace(/^(CREATE (?:UNIQUE )?INDEX) CONCURRENTLY\b/, '$1');

function word(name: string): RegExp {
  return new RegExp(`(?<![\\w$"])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w$"])`, 'g');
}

function mentions(sql: string, name: string): boolean {
  return word(name).test(sql);
}

function renamed(sql: string, from: string, to: string): string {
  return sql.replace(word(from), () => to);
}
