/** What interruptions have shown, as findings: one for each way in which a second run goes wrong. Pure. */
import type { Script } from '../../model.js';
import type { Interruption } from '../../report-schema/types.js';
import { nonTransactional } from '../../sql/non-transactional.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { inWords } from '../rollback/rollback.js';
import { observe, statementAt } from '../run/observe.js';

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

/** The second run fails on what the first one left: reported once, where it fails. */
function failures(up: Script, interrupted: readonly Interruption[]): Observation[] {
  // Alone with its SETs, a statement that is built CONCURRENTLY is already written as it should be.
  const alone = up.statements.filter(({ kind }) => kind !== 'VariableSetStmt').length < 2;
  if (alone) return [];
  const byLine = new Map<number, Interruption>();
  for (const one of interrupted) {
    if (one.again.verdict === 'fails' && one.again.line !== undefined && !byLine.has(one.again.line)) {
      byLine.set(one.again.line, one);
    }
  }
  // The name under which the rule that predicts it reports it.
  const facts = [hazard('second run', up.file.path)] as const;
  return [...byLine].map(([at, { line, again }]) => {
    const message = `When the migration fails at line ${line}, it can’t simply be run again. The second run fails here with “${again.error}” (SQLSTATE ${again.sqlstate}).`;
    const proof = `Stopped at line ${line} and run again, Postgres answered ${again.sqlstate}: ${again.error}`;
    const help = up.statements.some(({ node }) => nonTransactional(node)?.concurrently) ? undefined : REPEATABLE;
    const told = { message, proof, facts, cause: 'second run' };
    return observe('rerun-fails-halfway', up, statementAt(up, at), { ...told, ...(help && { help }) });
  });
}

const REPEATABLE =
  'Run the file in one transaction where the tool can, or write the statements so that they can be repeated: IF NOT EXISTS, IF EXISTS.';

/** How each statement that reports success is described. */
const MASKED = {
  again: {
    rule: 'rerun-hides-failure',
    // As in the rule that predicts it.
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
    return observe(rule, up, statementAt(up, line), {
      message: `When this statement is interrupted${reports}, although ${what}.`,
      proof: `Stopped at line ${line} and ${proof}`,
      facts: [hazard(kind, `${up.file.path}:${line}`)],
    });
  });
}
