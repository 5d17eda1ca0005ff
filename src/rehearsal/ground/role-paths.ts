/** ALTER ROLE … SET search_path: it counts where production's tool logs in as that role, which no script says. Pure. */
import type { ScriptSource } from '../../model.js';
import type { PostgresError } from '../../servers/server.js';

const ALTERED =
  /\balter\s+(?:role|user)\s+("(?:[^"]|"")+"|[\w$]+)\s+(?:in\s+database\s+\S+\s+)?set\s+search_path\s*(?:=|\bto\b)\s*([^;]+)/gi;
const MISSED = /^(?:relation|type|function|procedure) "?(?:([\w$]+)\.)?([\w$]+)"?(?:\(.*\))? does not exist$/;
const SAID_OF_ITSELF = /^(current_user|current_role|session_user)$/i;

/** Why a name may be missing here that the path of a role finds: another schema holds it, or would. */
export function explainByRolePath(before: readonly ScriptSource[], { message }: PostgresError): string | undefined {
  const [, schema, name] = MISSED.exec(message) ?? [];
  if (name === undefined) return undefined;
  for (const { file, sql } of before) {
    for (const { 1: role = '', 2: path = '', index } of sql.matchAll(ALTERED)) {
      if (SAID_OF_ITSELF.test(role)) continue;
      const schemas = path.split(',').map((part) => part.trim().replace(/^["']|["']$/g, ''));
      const homes = schemas.filter((home) => home !== 'public' && (schema === undefined || home === schema));
      const found = homes.some((home) => names(before, schema === undefined ? home : undefined, name));
      if (!found) continue;
      const line = sql.slice(0, index).split('\n').length;
      return `it may need the search_path that ${file.path}:${line} gives the role ${role}, and nobody knows here whether migrations run as that role: ALTER DATABASE … SET search_path in a bootstrap file gives it to all`;
    }
  }
  return undefined;
}

/** Whether a script names an object, in a schema or without one. */
function names(scripts: readonly ScriptSource[], schema: string | undefined, name: string): boolean {
  const qualified = schema === undefined ? '(?<!\\.)' : `\\b${literally(schema)}"?\\s*\\.\\s*"?`;
  const pattern = new RegExp(`${qualified}(?<![\\w$])${literally(name)}(?![\\w$])`, 'i');
  return scripts.some(({ sql }) => pattern.test(sql));
}

function literally(text: string): string {
  return text.replaceAll(/[^\w]/g, '\\$&');
}
