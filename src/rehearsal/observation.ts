/** What the rehearsal found by itself: findings with the evidence `observed`, and what they are about. */
import { type BuiltInId, builtInFinding } from '../built-in.js';
import type { Claim, Finding, Script, Statement } from '../model.js';

import { codePointToUtf16, LineMap } from '../sql/positions.js';
import type { PostgresError } from './servers/server.js';

export interface Observation {
  finding: Finding;
  at: { path: string; start: number };
  /** The fact itself, so that a rule that predicted it is confirmed instead of repeated. */
  fact: Pick<Claim, 'sqlstate' | 'leaves'>;
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
  const offset = error.position === undefined ? 0 : codePointToUtf16(statement.sql, error.position - 1);
  const location = lines.location(script.file.path, Math.min(statement.start + offset, statement.end), statement.end);
  const words = [error.message, error.detail].filter((part) => part !== undefined).join(' ');
  return {
    finding: builtInFinding(
      rule,
      location,
      `${SUBJECT[script.role]} fails here: ${words} (SQLSTATE ${error.sqlstate}).`,
      {
        evidence: 'observed',
        statement: statement.sql,
        proof: `Postgres answered ${error.sqlstate}: ${error.message}`,
        ...(error.hint && { help: error.hint }),
        ...extra,
      },
    ),
    at: { path: script.file.path, start: statement.start },
    fact: { sqlstate: error.sqlstate },
  };
}

const SUBJECT = {
  up: 'The migration',
  down: 'The rollback',
  verify: 'The validation query',
  maintenance: 'The maintenance script',
};
