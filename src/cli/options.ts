/** The options of the command line: the settings that text can give, and what only the command line knows. */
import { kindOf } from '../settings/setting.js';
import { entryOf, TEXT_SETTINGS, type TextSetting } from '../settings/table.js';

interface Option {
  type: 'string' | 'boolean';
  short?: string;
}

export const FORMATS = ['text', 'json', 'sarif', 'gitlab', 'junit', 'markdown', 'html', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** No settings: they say what this one run does. */
export const OWN_OPTIONS = {
  base: { type: 'string' },
  'stdin-path': { type: 'string' },
  fix: { type: 'boolean' },
  'with-values': { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  verbose: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies Record<string, Option>;

export type OwnOption = Exclude<keyof typeof OWN_OPTIONS, 'help' | 'version'>;

/** The flag that changes a setting, for --help: what is on by itself has one that switches it off. */
export function flagOf(name: TextSetting): { flag: string; type: Option['type'] } {
  const { schema, default: otherwise } = entryOf(name);
  if (kindOf(schema) !== 'flag') return { flag: name, type: 'string' };
  return { flag: otherwise === true ? `no-${name}` : name, type: 'boolean' };
}

/** Every flag that gives a setting: those that are true or false have one for each. */
export function flagsOf(name: TextSetting): string[] {
  return flagOf(name).type === 'boolean' ? [name, `no-${name}`] : [name];
}

/** In the form that `parseArgs` takes. */
export const OPTIONS: Readonly<Record<string, Option>> = {
  ...Object.fromEntries(
    TEXT_SETTINGS.flatMap((name) => flagsOf(name).map((flag) => [flag, { type: flagOf(name).type }])),
  ),
  ...OWN_OPTIONS,
};
