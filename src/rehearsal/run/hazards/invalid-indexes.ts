/** Indexes that a migration leaves behind unfinished. Pure. */
import type { Script } from '../../../model.js';
import { code } from '../../../sql/words.js';
import type { Observation } from '../../../verdict/observation.js';
import type { ScriptRun } from '../apply.js';
import { observe } from '../observe.js';

/** `before`: those that were so before it, which is none of its doing. Each is named where the script failed, or ends. */
export function leftInvalid(up: Script, { reports }: ScriptRun, before: ReadonlySet<string>): Observation[] {
  const last = reports.findLast(({ status }) => status !== 'skipped');
  const failedAt = reports.findIndex(({ status }) => status === 'failed');
  const statement = up.statements[failedAt] ?? up.statements.at(-1);
  return (last?.invalidIndexes ?? [])
    .filter((name) => !before.has(name))
    .map((name) =>
      observe('invalid-index', up, statement, {
        message: `The migration leaves the invalid index ${code(name)} behind.`,
        proof: `pg_index.indisvalid is false for ${code(name)} after the migration`,
        help: `Drop it and build it again:\nDROP INDEX CONCURRENTLY ${name};`,
      }),
    );
}
