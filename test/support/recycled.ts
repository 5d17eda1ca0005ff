/** One database for many examples: wiping it is quicker than making an embedded server anew. */
import type { ChangeSession, ScratchDatabase, Server } from '../../src/servers/server.js';

const SCHEMAS = `SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'`;

/** A server whose scratch databases are all the same one, emptied when it is dropped. It makes no copies. */
export function recycled(server: Server): Server {
  let kept: { scratch: ScratchDatabase; session: ChangeSession } | undefined;
  const { kind, version, major, copyMs, keepMs, notChecked } = server;
  return {
    ...{ kind, version, major, copyMs, keepMs, ...(notChecked && { notChecked }) },
    // A database that one session stays in can’t be copied.
    capabilities: { ...server.capabilities, templates: false },
    async createScratch() {
      if (kept === undefined) {
        const scratch = await server.createScratch();
        kept = { scratch, session: await scratch.connect() };
      }
      const { session, scratch } = kept;
      let taken = false;
      const connect = async (): Promise<ChangeSession> => {
        // Further sessions are the rehearsal's own to open and close.
        if (taken) return scratch.connect();
        taken = true;
        return {
          ...session,
          close: async () => {
            taken = false;
          },
        };
      };
      const { copy: _, ...rest } = scratch;
      return { ...rest, connect, drop: () => wipe(session) };
    },
    async close() {
      await kept?.session.close();
      await kept?.scratch.drop();
      await server.close();
    },
  };
}

/** What stands in no schema. Roles are there only where the session may make them. */
const REST = `DO $wipe$ DECLARE command text; BEGIN
  FOR command IN SELECT format('ALTER DATABASE %I RESET ALL', current_database())
    UNION ALL SELECT 'ALTER DEFAULT PRIVILEGES REVOKE ALL ON TABLES FROM PUBLIC'
    UNION ALL SELECT format('SELECT lo_unlink(%s)', oid) FROM pg_largeobject_metadata
    UNION ALL SELECT format('DROP EVENT TRIGGER %I', evtname) FROM pg_event_trigger
    UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
    UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
    UNION ALL SELECT format('DROP CAST (%s AS %s)', castsource::regtype, casttarget::regtype) FROM pg_cast WHERE oid >= 16384
    UNION ALL SELECT format('DROP OWNED BY %1$I; DROP ROLE %1$I', rolname) FROM pg_roles
      WHERE oid >= 16384 AND rolname <> session_user AND rolname !~ '^migration_safety_'
  LOOP EXECUTE command; END LOOP; END $wipe$`;

async function wipe(session: ChangeSession): Promise<void> {
  const { rows } = await session.query(SCHEMAS);
  await session.query(
    `RESET ALL; DROP SCHEMA ${rows.map(([name]) => name).join(', ')} CASCADE; CREATE SCHEMA public; COMMENT ON SCHEMA public IS 'standard public schema';`,
  );
  await session.query(REST);
}
