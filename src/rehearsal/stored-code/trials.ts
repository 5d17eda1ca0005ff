/**
 * What of a function can be tried without calling it. Postgres analyses the body of a function in SQL when it is made (manual,
 * CREATE FUNCTION, check_function_bodies), so each statement of a body in PL/pgSQL becomes the body of such a function, with the
 * variables that it names as arguments: NEW and OLD with the type of the trigger's table. Pure.
 */
import { deparsed } from '../../sql/deparse.js';
import { ident, literal } from '../../sql/quote.js';
import { conflictSql, resultSql, takesColumns } from './as-plpgsql.js';
import type { Fragment, PlpgsqlBody } from './body.js';
import type { CodeTrial, StoredFunction, StoredTrigger } from './model.js';
import { type Query, queriesOf } from './queries.js';
import { arbitersOf, isExplainable, type ParseStatements } from './statements.js';
import { masked, wordsOf } from './text.js';
import { concrete, pathClauses, positional, transitionTables, variablesOf } from './variables.js';

/** What of a function nobody here can try, and why. */
export interface UntriedPart {
  function: string;
  line: number;
  why: string;
}

export interface Trials {
  trials: CodeTrial[];
  untried: UntriedPart[];
}

/** The whole, made anew: what it declares is resolved, and in SQL all that it says. */
export function wholeTrials(routine: StoredFunction, parse: ParseStatements): CodeTrial[] {
  const { oid, definition, body, language } = routine;
  if (definition === null) return [];
  const text = language === 'sql' ? body : '';
  const common = { function: oid, always: true, caught: false };
  const whole = { ...common, key: `${oid} whole`, sql: definition, text: text.trim() };
  const arbiters = language === 'sql' ? arbitersOf(parse(body) ?? []) : [];
  return [
    whole,
    ...(language === 'sql' ? shadowed(routine, parse) : []),
    ...arbiters.map((sql, at) => ({
      ...common,
      key: `${oid} whole arbiter ${at}`,
      ...arbiter(sql, routine),
      text: text.trim(),
    })),
  ];
}

/** In SQL a column is taken where an argument has its name (manual, CREATE FUNCTION, argname): PL/pgSQL would refuse it. */
function shadowed(routine: StoredFunction, parse: ParseStatements): CodeTrial[] {
  const known = routine.arguments.filter(({ name, mode }) => name !== '' && /^[ibv]$/.test(mode));
  return (parse(routine.body) ?? []).flatMap((node, at) => {
    const sql = isExplainable(node) ? deparsed(node) : undefined;
    const words = wordsOf(sql ?? '');
    const variables = known.flatMap(({ name, type }) => {
      const declared = words.has(name) ? concrete(type) : undefined;
      return declared === undefined ? [] : [{ name, type: declared, guessed: false }];
    });
    if (sql === undefined || variables.length === 0) return [];
    const block = { routine: { ...routine, ...REFUSING }, variables, positional: positional(routine, sql) };
    return [{ ...shadow(routine, conflictSql(sql, block)), key: `${routine.oid} whole shadow ${at}`, text: sql }];
  });
}

/** Where a body says nothing of it, PL/pgSQL refuses what may be both. */
const REFUSING = { body: '#variable_conflict error\n', settings: [] };

function shadow(routine: StoredFunction, sql: string) {
  const common = { function: routine.oid, always: true, caught: false, setup: localPath(routine) };
  return { ...common, sql, shows: /^42702$/, shadows: true as const };
}

/** Postgres looks for the index when it plans. */
function arbiter(sql: string, routine: StoredFunction): Pick<CodeTrial, 'sql' | 'setup' | 'shows'> {
  return { sql: `EXPLAIN ${sql}`, setup: localPath(routine), shows: /^42P10$/ };
}

function localPath(routine: StoredFunction): string {
  return pathClauses(routine)
    .map((clause) => `${clause.replace(/^SET /, 'SET LOCAL ')};`)
    .join(' ');
}

/** Of a trigger's function once for each of its tables; of one that has none, what doesn't speak of its row. */
export function bodyTrials(
  routine: StoredFunction,
  body: PlpgsqlBody,
  triggers: readonly StoredTrigger[],
  parse: ParseStatements,
): Trials {
  const tables = triggers.filter((one, at) => triggers.findIndex(({ relation }) => relation === one.relation) === at);
  const on: (StoredTrigger | undefined)[] = tables.length > 0 ? tables : [undefined];
  const all = on.flatMap((trigger) => {
    const as = { routine, body, trigger, parse };
    const returned = body.returned.map((one, at) => returnedTrials(as, one, at));
    return [...body.fragments.map((fragment, at) => trialsOf(as, fragment, at)), ...returned];
  });
  return { trials: all.flatMap(({ trials }) => trials), untried: all.flatMap(({ untried }) => untried) };
}

/** A function with its body, and the trigger that it is tried as. */
interface TriedAs {
  routine: StoredFunction;
  body: PlpgsqlBody;
  trigger: StoredTrigger | undefined;
  parse: ParseStatements;
}

function trialsOf(as: TriedAs, fragment: Fragment, at: number): Trials {
  const { routine, body, parse } = as;
  const variables = variablesOf(routine, body, as.trigger);
  const { queries, untried } = queriesOf({ routine, body, parse, variables }, fragment);
  const { oid } = routine;
  const trials = queries.flatMap((query, part) => asTrials(as, fragment, query, `${at} ${part}`));
  return { trials, untried: untried.map((why) => ({ function: oid, line: fragment.line, why })) };
}

type Site = Pick<CodeTrial, 'line' | 'always' | 'caught'> & Pick<Fragment, 'sql'>;

function asTrials({ routine, body, trigger, parse }: TriedAs, of: Site, query: Query, place: string): CodeTrial[] {
  const { sql, returns = NOTHING, text = of.sql, guessed = false, result, given } = query;
  const { line, always, caught } = of;
  const named = wordsOf(sql);
  // What EXECUTE runs sees no variables, only what USING gives it.
  const its = given ? [] : variablesOf(routine, body, trigger).filter(({ name }) => named.has(name));
  const numbered = given ?? positional(routine, sql);
  const all = [...numbered, ...its];
  const list = all.map(({ name, type }) => `${name === '' ? '' : `${ident(name)} `}${type}`).join(', ');
  const head = `CREATE FUNCTION pg_temp.${ident(routine.name)}(${list}) RETURNS ${returns} LANGUAGE sql`;
  const transitions = transitionTables(trigger, named);
  const setup = (path: string) => [path, transitions].filter((one) => one !== '').join(' ');
  const isGuessed = guessed || all.some((one) => one.guessed);
  const common = {
    ...{ function: routine.oid, line: line ?? 1, always, caught, text: text.trim() },
    ...(trigger && { relation: trigger.relation }),
    ...(isGuessed && { guessed: true }),
  };
  const key = (kind: string) => `${routine.oid} ${trigger?.relation ?? ''} ${place} ${kind}`;
  const block = { routine, variables: its, positional: numbered };
  const nodes = READS_ROWS.test(masked(sql)) ? (parse(sql) ?? []) : [];
  const isConflicting = its.length > 0 && nodes.length === 1 && nodes.every(isExplainable);
  const rows = result && !isGuessed ? resultSql(result.sql, result.as, block) : undefined;
  const own = { ...common, setup: setup(localPath(routine)) };
  const analysed = {
    ...own,
    key: key('analysed'),
    sql: `${[head, ...pathClauses(routine)].join(' ')} AS ${literal(sql)}`,
  };
  // In SQL a column's name comes before an argument's: there only what views and rules make of it is shown.
  const asItself = isConflicting
    ? [
        {
          ...own,
          key: key('names'),
          sql: conflictSql(sql, block),
          shows: OF_ANALYSIS,
          unclear: 'names that could not be resolved',
        },
        ...(returns !== NOTHING || WRITES.test(masked(sql)) ? [{ ...analysed, shows: OF_REWRITING }] : []),
        ...(takesColumns(routine)
          ? [
              {
                ...shadow(routine, conflictSql(sql, { ...block, routine: { ...routine, ...REFUSING } })),
                ...{ ...own, key: key('shadow') },
              },
            ]
          : []),
      ]
    : [analysed];
  const compared = { key: key('rows'), shows: /^42804$/, unclear: 'rows whose types could not be compared' };
  return [
    ...asItself,
    ...(rows === undefined ? [] : [{ ...own, ...compared, sql: rows }]),
    ...arbitersOf(nodes).map((one, at) => ({ ...common, key: key(`arbiter ${at}`), ...arbiter(one, routine) })),
  ];
}

/** Names, types, constants. What a variable's own first value may be refused with is none of it. */
const OF_ANALYSIS = /^(?:42|22|3F|0A)/;
/** A generated column is written, a view can't be written to, a query gives back other rows than it should. */
const OF_REWRITING = /^(?:428C9|55000|0A000|42P13)$/;

const NOTHING = 'pg_catalog.void';
const WRITES = /\b(?:insert|update|delete|merge)\b/i;
/** A statement with columns that a variable's name can be, too. */
const READS_ROWS = /\b(?:from|into|update|merge)\b/i;

/** A record that is given back must have the columns that the function declares: those of its one query. */
function returnedTrials(as: TriedAs, returned: PlpgsqlBody['returned'][number], at: number): Trials {
  const { routine, body } = as;
  const { name, returns, line } = returned;
  const isRecord = body.variables.some((one) => one.name === name && concrete(one.type) === undefined);
  if (!isRecord || routine.returns === 'trigger') return { trials: [], untried: [] };
  const source = body.sources.get(name);
  if (source === undefined || source === null)
    return {
      trials: [],
      untried: [{ function: routine.oid, line, why: `the row of ${name}, which only a run fills` }],
    };
  const query = { sql: source, result: { sql: source, as: returns }, text: `RETURN ${name}` };
  const of = { ...returned, sql: source };
  return { trials: asTrials(as, of, query, `returned ${at}`).filter(({ key }) => key.endsWith(' rows')), untried: [] };
}
