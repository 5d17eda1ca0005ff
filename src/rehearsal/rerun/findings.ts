/** What interruptions have shown, as findings: one for each way in which a second run goes wrong. Pure. */
import { builtInFinding } from '../../built-in.js';
import type { Script } from '../../model.js';
import type { Interruption } from '../../report/types.js';
import type { Observation } from '../observation.js';
import { inWords } from '../rollback.js';

/** `restores`: whether the rollback leads back from where the migration came to its end. */
export function interruptionFindings(
  up: Script,
  interrupted: readonly Interruption[],
  restores: boolean,
): Observation[] {
  return [
    ...failures(up, interrupted),
    ...masked(up, interrupted, 'again'),
    ...(restores ? masked(up, interrupted, 'rolledBack') : []),
  ];
}

/** The second run stumbles over what the first one left: told once, where it stumbles. */
function failures(up: Script, interrupted: readonly Interruption[]): Observation[] {
  const byLine = new Map<number, Interruption>();
  for (const one of interrupted) {
    if (one.again.verdict === 'fails' && one.again.line !== undefined && !byLine.has(one.again.line)) {
      byLine.set(one.again.line, one);
    }
  }
  // The name under which the rule that foresees it speaks of it.
  const about = { kind: 'second run', name: up.file.path };
  return [...byLine].map(([at, { line, again }]) => {
    const message = `When the migration fails at line ${line}, it can’t simply be run again: the second run fails here with “${again.error}” (SQLSTATE ${again.sqlstate}).`;
    const proof = `Stopped at line ${line} and run again, Postgres answered ${again.sqlstate}: ${again.error}`;
    return observed(up, 'rerun-fails-halfway', at, { message, proof, about });
  });
}

/** How it is told of each that reports success. */
const MASKED = {
  again: {
    rule: 'rerun-hides-failure',
    // As in the rule that foresees it.
    kind: 'second run',
    reports: ' and the migration is run again, it reports success',
    proof: 'run again, the schema differs from the one that an undisturbed run leads to',
  },
  rolledBack: {
    rule: 'rollback-hides-failure',
    kind: 'rollback',
    reports: ', the rollback reports success',
    proof: 'rolled back, the schema differs from the one before the migration',
  },
} as const;

/** It reports success, and something is wrong. */
function masked(up: Script, interrupted: readonly Interruption[], which: keyof typeof MASKED): Observation[] {
  const { rule, kind, reports, proof } = MASKED[which];
  return interrupted.flatMap(({ line, [which]: retry }) => {
    if (retry?.verdict !== 'differs') return [];
    const what = retry.differences.map((difference) => inWords(difference)).join('; ');
    return observed(up, rule, line, {
      message: `When this statement is interrupted${reports} although ${what}.`,
      proof: `Stopped at line ${line} and ${proof}`,
      about: { kind, name: `${up.file.path}:${line}` },
    });
  });
}

type Told = { message: string; proof: string; about: { kind: string; name: string } };

function observed(
  up: Script,
  rule: 'rerun-fails-halfway' | 'rerun-hides-failure' | 'rollback-hides-failure',
  line: number,
  { message, proof, about }: Told,
): Observation {
  const statement = up.statements.find(({ location }) => location.line === line);
  const place = statement?.location ?? { path: up.file.path, line, column: 1, endLine: line, endColumn: 1 };
  const extra = { evidence: 'observed', proof, ...(statement && { statement: statement.sql }) } as const;
  return {
    finding: builtInFinding(rule, place, message, extra),
    at: { path: up.file.path, start: statement?.start ?? -1 },
    fact: { about },
  };
}
