/** What a rollback on rows has shown, as findings at the rollback script. Pure. */
import { builtInFinding } from '../../built-in.js';
import type { Location, Script } from '../../model.js';
import type { Observation } from '../observation.js';
import type { Tried } from './rollback-data.js';

export function dataFindings(down: Script, tried: Tried | string): Observation[] {
  if (typeof tried === 'string') return [];
  const start = down.statements[0]?.location ?? { path: down.file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  const lost = tried.lost.map(({ table, column, detail }) => {
    const place = column === undefined ? `the table ${table}` : `the column ${table}.${column}`;
    const message = `The rollback restores the schema, but not the data of ${place}: ${detail}.`;
    const proof = 'Row hashes compared before the migration and after its rollback';
    const about = { kind: 'data', name: column === undefined ? table : `${table}.${column}` };
    return { ...observed(down, 'rollback-loses-data', start, message, proof), fact: { about } };
  });
  const refused = tried.refused.map(({ data, line, sqlstate, error }) => {
    const place = down.statements.find(({ location }) => location.line === line)?.location ?? start;
    const message = `Once production has written ${data}, the rollback fails here: ${error} (SQLSTATE ${sqlstate}).`;
    return observed(down, 'down-fails-with-new-data', place, message, `Postgres answered ${sqlstate}: ${error}`);
  });
  return [...lost, ...refused];
}

function observed(
  down: Script,
  rule: 'rollback-loses-data' | 'down-fails-with-new-data',
  location: Location,
  message: string,
  proof: string,
): Observation {
  const finding = builtInFinding(rule, location, message, { evidence: 'observed', proof });
  return { finding, at: { path: down.file.path, start: -1 }, fact: {} };
}
