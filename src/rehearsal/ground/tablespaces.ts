/** Names the tablespaces that scripts put things into and this server doesn't have. */
import type { Script } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import type { ChangeSession } from '../../servers/server.js';
import { tablespacesIn } from '../../sql/tablespaces.js';
import { missingTablespaces } from '../run/sent.js';
import { NO_TABLESPACE } from './missing-extension.js';

/** One note for each. */
export async function tablespaceNotes(session: ChangeSession, scripts: readonly Script[]): Promise<NotChecked[]> {
  const places = new Map<string, string[]>();
  for (const statement of scripts.flatMap(({ statements }) => statements)) {
    const { path, line } = statement.location;
    for (const name of tablespacesIn(statement)) places.set(name, [...(places.get(name) ?? []), `${path}:${line}`]);
  }
  if (places.size === 0) return [];
  const missing = await missingTablespaces(session, [...places.keys()]);
  return [...missing].map((name) => {
    const [first, ...more] = new Set(places.get(name));
    const where = more.length > 0 ? `${first} and ${more.length} more were` : `${first} was`;
    return { check: `tablespace ${name}`, reason: `${where} run without it: ${NO_TABLESPACE}` };
  });
}
