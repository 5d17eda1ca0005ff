/** What the rules say of each migration where those before it are history: which ignore lines are needed then. */
import type { Chain } from '../migrations/chains.js';
import { scriptsOf } from '../migrations/find.js';
import type { Migration, Script, ScriptSource } from '../model.js';
import type { Finding } from '../report-schema/types.js';
import { Schema } from '../schema/schema.js';
import { qualifyNames } from '../schema/search-path.js';
import { type Grammar, loadGrammar } from '../sql/parse.js';
import type { Apart } from '../verdict/policy.js';
import { Linter, type LintOptions } from './lint.js';
import { parseRun } from './read-change.js';

/** Of the change’s migrations but for the first, of which the check itself says it. Nothing is read before somebody asks. */
export async function eachAlone(chains: readonly Chain[], options: LintOptions): Promise<Apart | undefined> {
  const several = chains.filter(({ changed }) => changed.length > 1);
  if (several.length === 0) return undefined;
  const grammar = await loadGrammar();
  const isLater = new Set(several.flatMap(({ changed }) => changed.slice(1).flatMap(scriptsOf)).map(pathOf));
  return { isLater, findings: () => several.flatMap((chain) => saidOfEach(chain, options, grammar)) };
}

const pathOf = ({ file }: ScriptSource) => file.path;

function saidOfEach({ baseline, changed }: Chain, options: LintOptions, grammar: Grammar): Finding[] {
  const schema = new Schema({ partial: true });
  const takeOver = ({ statements }: Script) => {
    qualifyNames(statements, schema);
    schema.replay(statements, 'baseline', () => {});
  };
  for (const source of baseline) takeOver(grammar.parseScript(source));
  const said = (source: Migration<ScriptSource>, at: number): Finding[] => {
    const run = parseRun([source], grammar);
    const predictions = at === 0 ? [] : new Linter(schema.fork(), options).lint(run);
    for (const { up } of run) takeOver(up);
    return predictions.map(({ finding }) => finding);
  };
  return changed.flatMap(said);
}
