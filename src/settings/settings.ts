/** The one set of settings that the rest of the program trusts. Names are those of inputs, flags and file keys, in camel case. */
import type * as v from 'valibot';
import type { SourceFile } from '../model.js';
import type { NotChecked } from '../report-schema/types.js';
import type { SettingsFile, TextSettings } from './schema.js';
import { kindOf, type Setting } from './setting.js';
import { entryOf, type PathSetting, SETTINGS, type SettingName, type SettingsTable } from './table.js';

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

/** Lists and maps are there also where nothing is said; what has no default is null then. */
type Value<S extends Setting, Given = v.InferOutput<S['schema']>> = [Extract<Given, unknown[]>] extends [never]
  ? [Given] extends [object]
    ? Given
    : S extends { default: unknown }
      ? Given
      : Given | null
  : Extract<Given, unknown[]>;

/** `config` only says where the others are. */
type ValueName = Exclude<SettingName, 'config'>;

/** The values of all settings. */
export type SettingsValues = { [N in ValueName as CamelCase<N>]: Value<SettingsTable[N]> };

export interface Settings extends Omit<SettingsValues, 'bootstrap'> {
  /** Read already: a change must not bring its own. */
  bootstrap: SourceFile[];
  /** The folder that globs are relative to: where the settings file is, or the working directory. Absolute. */
  root: string;
  /** The settings file, for messages; null where there is none. */
  file: string | null;
  /** Where the settings file says something, for messages: `path:line:column` of a key, by the keys that lead to it. */
  place: (path: readonly PropertyKey[]) => string;
  /** What the report has to say about where the settings come from. */
  notes: NotChecked[];
}

/** All values, from what was given; `absolute` makes paths of those that name files. Pure. */
export function valuesOf(
  given: SettingsFile & TextSettings,
  absolute: (name: PathSetting, path: string) => string = (_, path) => path,
): SettingsValues {
  const names = (Object.keys(SETTINGS) as SettingName[]).filter((name) => name !== 'config');
  return Object.fromEntries(names.map((name) => [camelCase(name), value(name)])) as SettingsValues;

  function value(name: SettingName): unknown {
    const { schema, default: otherwise, isFile } = entryOf(name);
    const said: unknown = given[name];
    const path = (it: unknown) => (isFile ? absolute(name as PathSetting, String(it)) : it);
    const kind = kindOf(schema);
    if (kind === 'list') return said === undefined ? [] : [said].flat().map(path);
    if (kind === 'map') return said ?? {};
    return said === undefined ? (otherwise ?? null) : path(said);
  }
}

/** `fail-on` is `failOn` in TypeScript. */
export function camelCase<const Name extends string>(name: Name): CamelCase<Name> {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()) as CamelCase<Name>;
}
