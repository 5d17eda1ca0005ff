/** A table's size for the planner, where no function sets that. */
import { type KeeperSql, keeperSql, value } from '../keeper-sql.js';

/** `relation`: its oid. Only a superuser writes into a catalog; nothing of the table's is run. */
export function rowEstimate(relation: string, rows: number, pages: number): KeeperSql {
  return keeperSql`update pg_catalog.pg_class set reltuples = ${value(rows)}, relpages = ${value(pages)} where oid operator(pg_catalog.=) ${value(relation)}::pg_catalog.oid`;
}
