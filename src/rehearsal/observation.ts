/** What the rehearsal found by itself: findings with the evidence `observed`, and what they are about. */
import { type BuiltInId, builtInFinding } from '../built-in.js';
import type { Claim, LockMode, Prediction, Script, Statement } from '../model.js';
import type { Finding } from '../report/types.js';

import { codePointToUtf16, LineMap } from '../sql/positions.js';
import type { PostgresError } from './servers/server.js';

export interface Observation {
  finding: Finding;
  at: { path: string; start: number };
  /**
   * The fact itself, so that a rule that predicted it is confirmed instead of repeated. `about`: what isn't as it was after the rollback. `held`: a lock that an
   * earlier statement took, and where that begins. `wholeFile`: what a rule of the same name says anywhere in the file says this.
   */
  fact: Pick<Claim, 'sqlstate' | 'leaves'> & {
    lockOn?: string;
    held?: { mode: LockMode; since: number };
    wholeFile?: boolean;
    about?: Prediction['about'];
  };
}

const INSUFFICIENT_PRIVILEGE = '42501';
const MORE_RIGHTS =
  'Migrations are rehearsed as a role that owns its scratch database and nothing else. Where this one needs an extension or a role, name an SQL file that makes it in the setting `bootstrap`: the administrator runs it first. Where production applies migrations as a superuser, set `superuser: true`.';

/** Parameters of the application's own have a dot in their names. */
const UNSET_PARAMETER = /^unrecognized configuration parameter "(\w+\.[\w.]+)"$/;

/** What to do about it, where that is more than the server's hint. */
function helpFor({ sqlstate, message, hint }: PostgresError): string | undefined {
  if (sqlstate === INSUFFICIENT_PRIVILEGE) return MORE_RIGHTS;
  const parameter = UNSET_PARAMETER.exec(message)?.[1];
  if (parameter === undefined) return hint;
  return `Nothing has set ${parameter} in the migration’s session. Set it there (SET LOCAL ${parameter} = …), or let the policy or function read it with current_setting('${parameter}', true). Where production applies migrations as a role that no policy holds (a superuser, BYPASSRLS), set \`superuser: true\`.`;
}

/** Postgres refused a statement: where exactly, and in its own words. */
export function refused(
  rule: BuiltInId,
  script: Script,
  statement: Statement,
  error: PostgresError,
  extra: Partial<Finding> = {},
): Observation {
  const lines = new LineMap(script.file.text);
  const location = lines.location(script.file.path, ...placeOf(statement, error));
  const help = helpFor(error);
  const words = [error.message, error.detail].filter((part) => part !== undefined).join(' ');
  return {
    finding: builtInFinding(
      rule,
      location,
      `${SUBJECT[script.role]} fails here: ${words}${error.sqlstate && ` (SQLSTATE ${error.sqlstate})`}.`,
      {
        evidence: 'observed',
        statement: statement.sql,
        proof: error.sqlstate
          ? `Postgres answered ${error.sqlstate}: ${error.message}`
          : 'It was not sent to the server.',
        ...(help && { help }),
        ...extra,
      },
    ),
    at: { path: script.file.path, start: statement.start },
    fact: error.sqlstate ? { sqlstate: error.sqlstate } : {},
  };
}

/** The word that Postgres points at, or the whole statement where it points at none. */
function placeOf({ sql, start, end }: Statement, { position }: PostgresError): [number, number] {
  if (position === undefined) return [start, end];
  const offset = codePointToUtf16(sql, position - 1);
  const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(sql.slice(offset))?.[0] ?? '';
  return word === '' ? [start, end] : [start + offset, start + offset + word.length];
}

const SUBJECT = {
  up: 'The migration',
  down: 'The rollback',
  verify: 'The validation query',
  maintenance: 'The maintenance script',
};
