/** Which rules are on, how severe they are and with which options: what the settings say, held against the rules. */
import { type GenericSchema, safeParse } from 'valibot';
import type { Severity } from '../report-schema/types.js';
import type { Preset } from '../settings/words.js';
import { didYouMean, wrongValue } from '../settings/wrong.js';
import type { Rule } from './rule.js';

type Level = Severity | 'off';
export type Options = Record<string, unknown>;

/** What the settings say of a rule: a level, or an object that also holds the rule's options. */
export type RuleWish = Level | { severity?: Level | undefined; ignore?: string | string[] | undefined };

export interface Configured {
  /** The rules that are on, or switched off by name: what those would say must not come back under another name. */
  rules: readonly Rule[];
  /** By rule; the rules' defaults for all that the settings don't name. */
  options: ReadonlyMap<string, Options>;
  /** By rule, where it isn't the rule's own. */
  levels: Record<string, Level>;
  /** Globs of files by rule. */
  ignore: ReadonlyMap<string, string[]>;
  /** What is wrong, by the keys below `rules` that lead to it. */
  problems: { path: string[]; message: string }[];
}

/** `known` names all that can be reported, rules and built-in checks. Pure. */
export function configure(
  rules: readonly Rule[],
  known: ReadonlySet<string>,
  { preset, rules: wishes }: { preset: Preset; rules: Readonly<Record<string, RuleWish>> },
): Configured {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const levels: Record<string, Level> = {};
  const options = new Map<string, Options>();
  const ignore = new Map<string, string[]>();
  const problems: Configured['problems'] = [];
  for (const [id, wish] of Object.entries(wishes)) {
    if (!known.has(id)) {
      const hint = didYouMean(id, [...known]) || ' migration-safety rules lists them.';
      problems.push({ path: [id], message: `there is no rule "${id}".${hint}` });
      continue;
    }
    const { severity, ignore: globs, ...given } = typeof wish === 'string' ? { severity: wish } : wish;
    if (severity !== undefined) levels[id] = severity;
    if (globs !== undefined) ignore.set(id, [globs].flat());
    const { values, wrong } = parseOptions(byId.get(id), given);
    options.set(id, values);
    problems.push(...wrong.map(({ path, message }) => ({ path: [id, ...path], message: `${id}: ${message}` })));
  }
  const wanted = rules.filter((rule) => preset === 'strict' || rule.preset !== 'strict' || levels[rule.id]);
  for (const { id } of rules.filter((rule) => !wanted.includes(rule))) levels[id] = 'off';
  for (const rule of wanted) if (!options.has(rule.id)) options.set(rule.id, defaultOptions(rule));
  return { rules: wanted, options, levels, ignore, problems };
}

/** The rule's options where the settings give none. */
export function defaultOptions(rule: Rule): Options {
  return parseOptions(rule, {}).values;
}

/** The entries of a rule's options, by name. */
export function optionNames({ options }: Pick<Rule, 'options'>): string[] {
  return options && 'entries' in options ? Object.keys(options.entries as object) : [];
}

function parseOptions(rule: Rule | undefined, given: Options): { values: Options; wrong: Configured['problems'] } {
  const names = rule ? optionNames(rule) : [];
  const wrong = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const all = ['severity', 'ignore', ...names];
      return {
        path: [name],
        message: `there is no option "${name}".${didYouMean(name, all)} Known: ${all.join(', ')}.`,
      };
    });
  if (wrong.length > 0 || rule?.options === undefined) return { values: {}, wrong };
  const result = safeParse(rule.options as GenericSchema<unknown, Options>, given);
  if (result.success) return { values: result.output, wrong };
  return {
    values: {},
    wrong: result.issues.map((issue) => {
      const keys = (issue.path ?? []).map(({ key }) => String(key));
      return { path: keys, message: `${keys.join('.')}: ${wrongValue(issue)}` };
    }),
  };
}
