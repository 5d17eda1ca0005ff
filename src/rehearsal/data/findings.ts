/** What a rollback on rows has shown, as findings at the rollback script. Pure. */
import type { Script, Statement } from '../../model.js';
import { lastName, shortName } from '../../schema/objects.js';
import { enumerated } from '../../schema/sql-name.js';
import { code } from '../../sql/words.js';
import { lost as lostFact } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { observe, statementAt } from '../run/observe.js';
import { type Certainty, certaintyOf } from './any-rows.js';
import { ANY_ROWS, type Tried } from './rollback-data.js';

export function dataFindings(down: Script, { lost, refused }: Tried): Observation[] {
  return [
    ...lost.map(({ table, column, detail }) => {
      const name = column === undefined ? table : `${table}.${column}`;
      const place = `the ${column === undefined ? 'table' : 'column'} ${code(name)}`;
      return observe('rollback-loses-data', down, undefined, {
        message: `The rollback restores the schema, but not the data of ${place}: ${detail}.`,
        proof: 'Row hashes compared before the migration and after its rollback',
        facts: [lostFact(name)],
      });
    }),
    ...refused.map((one) => (one.data === ANY_ROWS ? failsWithRows(down, one) : failsWithNewData(down, one))),
  ];
}

type RefusedRow = Tried['refused'][number];

function failsWithNewData(down: Script, { data, line, sqlstate, error }: RefusedRow): Observation {
  return observe('down-fails-with-new-data', down, statementAt(down, line), {
    message: `Once production has written ${data}, the rollback fails here: ${error} (SQLSTATE ${sqlstate}).`,
    proof: `Postgres answered ${sqlstate}: ${error}`,
  });
}

function failsWithRows(down: Script, { line, sqlstate, error }: RefusedRow): Observation {
  const statement = statementAt(down, line);
  const certain = statement !== undefined && isCertain(statement, down, { sqlstate, error });
  const rows = certain ? 'as soon as there is a row' : 'on tables with a few made-up rows';
  const doubt = certain ? '' : ' Whether it does in production depends on the rows there.';
  return observe('fails-with-rows', down, statement, {
    message: `The rollback succeeds on empty tables and fails ${rows}: ${error} (SQLSTATE ${sqlstate}).${doubt}`,
    proof: `Run on rows, Postgres answered ${sqlstate}: ${error}`,
    severity: certain ? 'error' : 'warning',
  });
}

/** The report keeps the server's words; they name what was broken. */
const BROKEN = /\b(?:constraint|index) "([^"]+)"/;
const COLUMN = /\bcolumn "([^"]+)"/;

function isCertain(
  statement: Statement,
  { statements }: Script,
  { sqlstate, error }: Pick<RefusedRow, 'sqlstate' | 'error'>,
): boolean {
  const [constraint, column] = [BROKEN, COLUMN].map((words) => words.exec(error)?.[1]);
  const sure = certaintyOf(statement, { sqlstate, constraint, column }, statements.slice(0, statement.index));
  return sure !== undefined && sure.unlessIn === undefined;
}

/** Why it doesn't depend on what the rows hold. */
export function certainWords({ rows, columns, unlessIn }: Certainty): string {
  const which = enumerated(columns.map((column) => code(lastName(column))));
  if (unlessIn !== undefined) return `Each row does unless ${code(shortName(unlessIn))} holds the default of ${which}.`;
  return rows === 1 ? `Each row has the same value in ${which}.` : `All rows have the same value in ${which}.`;
}
