/** Where sequences stand: no ROLLBACK sets them back (manual, "Sequence Manipulation Functions"), so what is sent twice would. */
import type { Statement } from '../../model.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import { PostgresError, type ScriptSession } from '../../servers/server.js';

/** Sets sequences to where they stood. */
export type SetBack = () => Promise<void>;

/** What may leave for COMMIT to check what moves sequences. */
const WRITES = new Set('CallStmt CopyStmt DeleteStmt DoStmt InsertStmt MergeStmt SelectStmt UpdateStmt'.split(' '));

/** Before a transaction of statements that only its COMMIT may still refuse; asks little where no constraint can be deferred. */
export async function beforeCommit(session: ScriptSession, statements: readonly Statement[]): Promise<SetBack> {
  if (!statements.some(({ kind }) => WRITES.has(kind))) return async () => {};
  const defers = statements.some(({ sql }) => /\bdeferr/i.test(sql));
  return positions(session, !defers);
}

/** Notes where the session's sequences stand. `ifDeferrable`: only where the database has constraints that can be deferred. */
export async function positions(session: ScriptSession, ifDeferrable = false): Promise<SetBack> {
  const { rows } = await session.query(catalogSql('sequences', String(ifDeferrable)));
  if (rows.length === 0) return async () => {};
  const reads = rows.map(([oid, name]) => `SELECT '${oid}', s.last_value, s.is_called FROM ${name} s`);
  const outcomes = await session.queryAll([reads.join(' UNION ALL ')]);
  const stood = outcomes.flatMap((outcome) => (outcome instanceof PostgresError ? [] : outcome.rows));
  return async () => {
    const back = stood.map(([oid, value, called]) => {
      const sequence = `'${oid}'::pg_catalog.regclass`;
      return `SELECT pg_catalog.setval(${sequence}, ${value}, ${called === 't'})`;
    });
    await session.queryAll(back);
  };
}
