/** What the application's queries have shown, as findings at the statement that they depend on. Pure. */
import type { Script, Statement } from '../../model.js';
import type { QueryReport, StatementReport } from '../../report-schema/types.js';
import { code } from '../../sql/words.js';
import type { Observation } from '../../verdict/observation.js';
import { culpritOf } from '../probes/culprit.js';
import { observe } from '../run/observe.js';

export function queryFindings(up: Script, reports: StatementReport[], queries: QueryReport[]): Observation[] {
  const migration = { up, reports };
  return queries.flatMap((query) => {
    if (query.status === 'breaks') {
      const message = `The query ${code(query.name)} no longer works after this migration: ${query.error} (SQLSTATE ${query.sqlstate}).`;
      return [breaks('query-breaks', migration, query, message)];
    }
    if (query.status === 'breaks where prepared') {
      const message = `Connections that prepared the query ${code(query.name)} before the migration refuse it afterwards: ${query.error} (SQLSTATE ${query.sqlstate}).`;
      return [breaks('query-breaks-where-prepared', migration, query, message)];
    }
    return [];
  });
}

function breaks(
  rule: 'query-breaks' | 'query-breaks-where-prepared',
  { up, reports }: { up: Script; reports: StatementReport[] },
  query: QueryReport,
  message: string,
): Observation {
  const { path, line } = query;
  return observe(
    rule,
    up,
    culpritOf(up, reports, { error: { message: query.error ?? '' } }) ?? namedBy(up, reports, query),
    {
      message,
      proof: `${query.onRows === 'breaks' ? 'Run on rows before the migration and after it' : 'Prepared before the migration and tried after it'}, Postgres answered ${query.sqlstate}: ${query.error}`,
      ...(rule === 'query-breaks' && { tried: triedQuery(query.name, query.sqlstate) }),
      related: [{ path, line, column: 1, endLine: line, endColumn: 1, message: `The query ${code(query.name)}` }],
    },
  );
}

/** By this it is known when it is tried again after a part of the migration. */
export function triedQuery(name = '', sqlstate = ''): string {
  return JSON.stringify(['query', name, sqlstate]);
}

/** Whether it was that query. */
export function isOfQuery(tried: string, name: string): boolean {
  return tried.startsWith(triedQuery(name).slice(0, -'""]'.length));
}

/** The statement that changed what the query names; the last word of an object's name is what a query writes. */
function namedBy(up: Script, reports: StatementReport[], { sql }: QueryReport): Statement | undefined {
  const words = new Set(sql.toLowerCase().match(/[a-z_][a-z0-9_$]*/g) ?? []);
  const names = (name: string) => words.has((name.split('.').at(-1) ?? name).toLowerCase());
  const index = reports.findIndex(({ objects }) =>
    objects.some(({ change, name }) => change !== 'extra' && names(name)),
  );
  const touching = reports.findIndex(({ objects }) =>
    objects.some(({ name }) => name.split('.').some((part) => words.has(part.toLowerCase()))),
  );
  return up.statements[index >= 0 ? index : touching] ?? up.statements[0];
}
