/** What the settings say of the rules: which speak, how loud, and where they are passed over. */
import { resolve } from 'node:path';
import picomatch from 'picomatch';
import { CHECKS } from './catalogue.js';
import { type Configured, configure } from './lint/configure.js';
import { RULES } from './lint/registry.js';
import { REHEARSAL_CHECKS } from './rehearsal/checks.js';
import type { NotChecked } from './report-schema/types.js';
import type { Settings } from './settings/settings.js';
import { displayPath } from './system/source.js';
import { UsageError } from './system/usage-error.js';
import type { Policy } from './verdict/policy.js';

export function policyOf(rules: Configured, settings: Settings, cwd: string): Policy {
  return {
    failOn: settings.failOn,
    rules: rules.levels,
    knownRules: KNOWN_RULES,
    weightOf: (rule) => WEIGHTS.get(rule) ?? 0,
    ignores: ignoresOf(rules, settings, cwd),
    needsServer: (rule) => rule in REHEARSAL_CHECKS,
  };
}

const KNOWN_RULES: ReadonlySet<string> = new Set(CHECKS.map(({ id }) => id));
const WEIGHTS: ReadonlyMap<string, number> = new Map(CHECKS.map(({ id, weight }) => [id, weight]));

/** Throws `UsageError` with all that is wrong in what the settings say of the rules, each with its place. */
export function configureRules({ preset, rules, place }: Settings): Configured {
  const configured = configure(RULES, KNOWN_RULES, { preset, rules });
  const { problems } = configured;
  if (problems.length === 0) return configured;
  throw new UsageError(
    problems.map(({ path, message }) => `${place(['rules', ...path])}: rules: ${message}`).join('\n'),
  );
}

/** Settings for a binding refusal change nothing: the report says so to their author. */
export function inVain({ levels, ignore }: Configured): NotChecked[] {
  const ids = CHECKS.flatMap(({ id, binding }) => (binding ? [id] : []));
  return ids
    .filter((id) => id in levels || ignore.has(id))
    .map((id) => ({
      check: `the setting rules.${id}`,
      reason: 'what the server refuses stays an error, whatever the settings say: take it out',
    }));
}

/** Globs in the settings are relative to the settings file, paths in the report to the working directory. */
function ignoresOf({ ignore }: Configured, { root }: Settings, cwd: string): (rule: string, path: string) => boolean {
  const matchers = new Map([...ignore].map(([rule, globs]) => [rule, picomatch(globs, { dot: true, flags: 's' })]));
  return (rule, path) => matchers.get(rule)?.(displayPath(resolve(cwd, path), root)) ?? false;
}
