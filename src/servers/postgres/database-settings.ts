/** What ALTER DATABASE … SET gave a database: CREATE DATABASE doesn't copy it from the template (manual 23.3). */
import { keeperSql, value } from '../keeper-sql.js';
import { type Keeper, PostgresError } from '../server.js';

/** Only a superuser may write catalogs, and only so do values arrive that a session of the administrator's own should never take. */
export async function copySettings(keeper: Keeper, from: string, to: string): Promise<void> {
  try {
    await keeper.run(
      keeperSql`insert into pg_catalog.pg_db_role_setting (setdatabase, setrole, setconfig)
        select t.oid, s.setrole, s.setconfig from pg_catalog.pg_db_role_setting s, pg_catalog.pg_database f, pg_catalog.pg_database t
        where s.setdatabase operator(pg_catalog.=) f.oid and f.datname operator(pg_catalog.=) ${value(from)} and t.datname operator(pg_catalog.=) ${value(to)}`,
    );
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
  }
}
