/** plpgsql_check, where the database has it: it follows records and types through a body (github.com/okbob/plpgsql_check). */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { PostgresError } from '../../servers/server.js';
import { ident } from '../../sql/quote.js';
import type { Stage } from '../ground/stage.js';
import type { StoredCode, StoredFunction } from './model.js';

export interface CheckerError {
  function: string;
  relation: string;
  line: number;
  sqlstate: string;
  message: string;
}

export interface CheckerAnswer {
  /** The database has it. */
  available: boolean;
  errors: readonly CheckerError[];
}

/** Only its errors: whatever else it says is advice. */
export async function checkAll(
  stage: Stage,
  code: StoredCode,
  functions: readonly StoredFunction[],
): Promise<CheckerAnswer> {
  const own = functions.filter(({ language }) => language === 'plpgsql');
  const none = { available: false, errors: [] };
  if (own.length === 0) return none;
  const { rows } = await (await stage.scratch.observe()).read(catalogSql('plpgsql checker'));
  const schema = rows[0]?.[0];
  if (schema === undefined || schema === null) return none;
  const calls = own.flatMap(({ oid, returns }) => {
    const tables = code.triggers.filter((one) => one.function === oid).map(({ relation }) => relation);
    const on = returns === 'trigger' ? [...new Set(tables)] : ['0'];
    return on.map((relation) => ({ oid, relation }));
  });
  const outcomes = await stage.session.queryAll(
    calls.map(
      ({ oid, relation }) =>
        `SELECT lineno::pg_catalog.text, sqlstate, message FROM ${ident(schema)}.plpgsql_check_function_tb(${oid}::pg_catalog.regprocedure, ${relation}::pg_catalog.regclass) WHERE level OPERATOR(pg_catalog.=) 'error'`,
    ),
  );
  const errors = outcomes.flatMap((outcome, at): CheckerError[] => {
    const { oid = '', relation = '' } = calls[at] ?? {};
    if (outcome instanceof PostgresError) return [];
    return outcome.rows.map(([line, sqlstate, message]) => ({
      ...{ function: oid, relation, line: Number(line ?? 1) },
      ...{ sqlstate: sqlstate ?? '', message: message ?? '' },
    }));
  });
  return { available: true, errors };
}

/** What it says only now. */
export function newErrors(before: CheckerAnswer, after: CheckerAnswer): CheckerError[] {
  const keyOf = ({ function: oid, relation, sqlstate, message }: CheckerError) =>
    JSON.stringify([oid, relation, sqlstate, message]);
  const known = new Set(before.errors.map(keyOf));
  return after.errors.filter((one) => !known.has(keyOf(one)));
}
