/** The one way to make a finding of what the rehearsal saw. */

import type { Location, Script, Statement } from '../../model.js';
import type { Finding } from '../../report-schema/types.js';
import type { PostgresError } from '../../servers/server.js';
import { codePointToUtf16, LineMap, startOfFile } from '../../sql/positions.js';
import { code } from '../../sql/words.js';
import { hazard, refused } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { type RehearsalCheck, rehearsalFinding } from '../checks.js';

/** What is reported, and its facts: absent where only a rule of the same name could have reported it. */
export type Told = Pick<Finding, 'message'> &
  Partial<Pick<Finding, 'proof' | 'help' | 'severity' | 'related' | 'fixes'>> & {
    facts?: Observation['facts'];
    cause?: string;
    tried?: string;
  };

/** At a statement of the script, or where its first one begins. */
export function observe(
  rule: RehearsalCheck,
  script: Script,
  statement: Statement | undefined,
  told: Told,
): Observation {
  const { message, facts = [hazard(rule)], cause, tried, ...extra } = told;
  const text = statement && { statement: statement.sql };
  return {
    finding: rehearsalFinding(rule, statement?.location ?? startOf(script), message, {
      evidence: 'observed',
      ...text,
      ...extra,
    }),
    at: { path: statement?.location.path ?? script.file.path, start: statement?.start ?? -1 },
    facts,
    ...(cause !== undefined && { cause: `${script.file.path} ${cause}` }),
    ...(tried !== undefined && { tried }),
  };
}

/** At another statement, which was shown to be the one. */
export function movedTo(observation: Observation, { location, start, sql }: Statement): Observation {
  const { finding } = observation;
  const proof = `${finding.proof ?? ''}; tried again after each part of the migration, it fails from here on`;
  return {
    ...observation,
    finding: { ...finding, ...location, statement: sql, proof },
    // What is said to come of a statement comes of this one.
    ...(observation.cause && { cause: observation.cause.replace(/ at -?\d+$/, ` at ${start}`) }),
    at: { path: location.path, start },
  };
}

/** The statement that begins in a line. */
export function statementAt({ statements }: Script, line: number | undefined): Statement | undefined {
  return statements.find(({ location }) => location.line === line);
}

function startOf({ file, statements }: Script): Location {
  return statements[0]?.location ?? startOfFile(file.path);
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
  return `Nothing has set ${code(parameter)} in the migration’s session. Set it there (SET LOCAL ${parameter} = …), or let the policy or function read it with current_setting('${parameter}', true). Where production applies migrations as a role that no policy holds (a superuser, BYPASSRLS), set \`superuser: true\`.`;
}

/** Postgres refused a statement: where, and its message. An error without SQLSTATE is ours: the statement was never sent. */
export function observeRefusal(
  rule: RehearsalCheck,
  { script, statement }: { script: Script; statement: Statement },
  error: PostgresError,
  told: Partial<Told> = {},
): Observation {
  const location = placeOf(script, statement, error);
  const help = helpFor(error);
  const { sqlstate, detail } = error;
  const said = withoutOids(error.message);
  const words = detail === undefined ? said : `${said}. ${detail.replace(/\.$/, '')}`;
  const observation = observe(rule, script, statement, {
    message: `${SUBJECT[script.role]} fails here: ${words}${sqlstate && ` (SQLSTATE ${sqlstate})`}.`,
    proof: sqlstate ? `Postgres answered ${sqlstate}: ${said}` : 'It was not sent to the server.',
    ...(help && { help }),
    ...(sqlstate && { facts: [refused(sqlstate)] as const }),
    ...told,
  });
  return { ...observation, finding: { ...observation.finding, ...location } };
}

/** The triggers of foreign keys are named by oids, which are others each time. */
function withoutOids(message: string): string {
  return message.replaceAll(/"(RI_ConstraintTrigger_[ac])_\d+"/g, '"$1_…"');
}

/** What the tool sends was refused: nothing silences that. */
export function binding(observation: Observation): Observation {
  return observation.facts[0].kind === 'refused' ? { ...observation, binding: true } : observation;
}

/** The word that Postgres points at, or the whole statement where it points at none. */
function placeOf({ file }: Script, { sql, start, end, location }: Statement, { position }: PostgresError): Location {
  // Where a placeholder was filled, or rows were sent with it, Postgres counts in another text.
  if (position === undefined || file.text.slice(start, end) !== sql) return location;
  const offset = codePointToUtf16(sql, position - 1);
  const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(sql.slice(offset))?.[0] ?? '';
  if (word === '') return location;
  return LineMap.of(file).location(file.path, start + offset, start + offset + word.length);
}

const SUBJECT = {
  up: 'The migration',
  down: 'The rollback',
  verify: 'The validation query',
  maintenance: 'The maintenance script',
};
