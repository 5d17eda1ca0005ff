/** One database for many examples: wiping it is quicker than making an embedded server anew. */
import type { ScratchDatabase, Server, Session } from '../../src/rehearsal/servers/server.js';

const SCHEMAS = `SELECT quote_ident(nspname) FROM pg_namespace WHERE nspname <> 'information_schema' AND nspname !~ '^pg_'`;

/** A server whose scratch databases are all the same one, emptied when it is dropped. It makes no copies. */
export function recycled(server: Server): Server {
  let kept: { scratch: ScratchDatabase; session: Session } | undefined;
  return {
    ...server,
    // A database that one session stays in can’t be copied.
    capabilities: { ...server.capabilities, templates: false },
    async createScratch() {
      if (kept === undefined) {
        const scratch = await server.createScratch();
        kept = { scratch, session: await scratch.connect() };
      }
      const { session, scratch } = kept;
      let taken = false;
      const connect = async (): Promise<Session> => {
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

async function wipe(session: Session): Promise<void> {
  const { rows } = await session.query(SCHEMAS);
  await session.query(`RESET ALL; DROP SCHEMA ${rows.map(([name]) => name).join(', ')} CASCADE; CREATE SCHEMA public;`);
}
