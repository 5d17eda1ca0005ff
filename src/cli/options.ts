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
  fix: { type: 'boolean' },
  'with-values': { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  verbose: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const satisfies Record<string, Option>;

/** The flag that gives a setting. What is on by itself has one that switches it off. */
export function flagOf(name: TextSetting): { flag: string; type: Option['type']; negates: boolean } {
  const { schema, default: otherwise } = entryOf(name);
  if (kindOf(schema) !== 'flag') return { flag: name, type: 'string', negates: false };
  const negates = otherwise === true;
  return { flag: negates ? `no-${name}` : name, type: 'boolean', negates };
}

/** In the form that `parseArgs` takes. */
export const OPTIONS: Readonly<Record<string, Option>> = {
  ...Object.fromEntries(TEXT_SETTINGS.map(flagOf).map(({ flag, type }) => [flag, { type }])),
  ...OWN_OPTIONS,
};
