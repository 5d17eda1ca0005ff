/** What interruptions have shown, as findings: one for each way in which a second run goes wrong. Pure. */
import { builtInFinding } from '../../built-in.js';
import type { Interruption, Script } from '../../model.js';
import type { Observation } from '../observation.js';
import { inWords } from '../rollback.js';

/** `restores`: whether the rollback leads back from where the migration came to its end. */
export function interruptionFindings(
  up: Script,
  interrupted: readonly Interruption[],
  restores: boolean,
): Observation[] {
  return [...failures(up, interrupted), ...masked(up, interrupted), ...(restores ? left(up, interrupted) : [])];
}

/** The second run stumbles over what the first one left: told once, where it stumbles. */
function failures(up: Script, interrupted: readonly Interruption[]): Observation[] {
  const byLine = new Map<number, Interruption>();
  for (const one of interrupted) {
    if (one.again.verdict === 'fails' && one.again.line !== undefined && !byLine.has(one.again.line)) {
      byLine.set(one.again.line, one);
    }
  }
  return [...byLine].map(([at, { line, again }]) => {
    const message = `When the migration fails at line ${line}, it can’t simply be run again: the second run fails here with “${again.error}” (SQLSTATE ${again.sqlstate}).`;
    return observed(
      up,
      'rerun-fails-halfway',
      at,
      message,
      `Stopped at line ${line} and run again, Postgres answered ${again.sqlstate}: ${again.error}`,
    );
  });
}

/** It reports success, and something is wrong. */
function masked(up: Script, interrupted: readonly Interruption[]): Observation[] {
  return interrupted
    .filter(({ again }) => again.verdict === 'differs')
    .map(({ line, again }) => {
      const what = again.differences.map((difference) => inWords(difference)).join('; ');
      const message = `When this statement is interrupted and the migration is run again, it reports success although ${what}.`;
      const proof = `Stopped at line ${line} and run again, the schema differs from the one that an undisturbed run leads to`;
      return observed(up, 'rerun-hides-failure', line, message, proof);
    });
}

/** The rollback reports success, and something of a migration that didn't come to its end is still there. */
function left(up: Script, interrupted: readonly Interruption[]): Observation[] {
  return interrupted.flatMap(({ line, rolledBack }) => {
    if (rolledBack?.verdict !== 'differs') return [];
    const what = rolledBack.differences.map((difference) => inWords(difference)).join('; ');
    const message = `When this statement is interrupted, the rollback reports success although ${what}.`;
    const proof = `Stopped at line ${line} and rolled back, the schema differs from the one before the migration`;
    return observed(up, 'rollback-hides-failure', line, message, proof);
  });
}

function observed(
  up: Script,
  rule: 'rerun-fails-halfway' | 'rerun-hides-failure' | 'rollback-hides-failure',
  line: number,
  message: string,
  proof: string,
): Observation {
  const statement = up.statements.find(({ location }) => location.line === line);
  const place = statement?.location ?? { path: up.file.path, line, column: 1, endLine: line, endColumn: 1 };
  const extra = { evidence: 'observed', proof, ...(statement && { statement: statement.sql }) } as const;
  // The names under which the rules that foresee it speak of it.
  const name = rule === 'rerun-fails-halfway' ? up.file.path : `${up.file.path}:${line}`;
  const about = { kind: rule === 'rollback-hides-failure' ? 'rollback' : 'second run', name };
  return {
    finding: builtInFinding(rule, place, message, extra),
    at: { path: up.file.path, start: statement?.start ?? -1 },
    fact: { about },
  };
}
