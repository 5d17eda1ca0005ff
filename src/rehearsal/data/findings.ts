/** What a rollback on rows has shown, as findings at the rollback script. Pure. */
import type { Script } from '../../model.js';
import { lost as lostFact } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { observe, statementAt } from '../observe.js';
import type { Tried } from './rollback-data.js';

export function dataFindings(down: Script, { lost, refused }: Tried): Observation[] {
  return [
    ...lost.map(({ table, column, detail }) => {
      const name = column === undefined ? table : `${table}.${column}`;
      const place = `the ${column === undefined ? 'table' : 'column'} ${name}`;
      return observe('rollback-loses-data', down, undefined, {
        message: `The rollback restores the schema, but not the data of ${place}: ${detail}.`,
        proof: 'Row hashes compared before the migration and after its rollback',
        facts: [lostFact(name)],
      });
    }),
    ...refused.map(({ data, line, sqlstate, error }) =>
      observe('down-fails-with-new-data', down, statementAt(down, line), {
        message: `Once production has written ${data}, the rollback fails here: ${error} (SQLSTATE ${sqlstate}).`,
        proof: `Postgres answered ${sqlstate}: ${error}`,
      }),
    ),
  ];
}
