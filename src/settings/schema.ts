/** The schemas of the settings: they validate, and the JSON Schema for editors and the documentation come from them. */
import * as v from 'valibot';
import {
  entryOf,
  FILE_SETTINGS,
  type FileSetting,
  type SettingName,
  type SettingsTable,
  TEXT_SETTINGS,
} from './table.js';

type Entries<Name extends SettingName> = { [N in Name]: v.OptionalSchema<SettingsTable[N]['schema'], undefined> };

function entries<Name extends SettingName>(names: readonly Name[]): Entries<Name> {
  const described = names.map((name) => {
    const { schema, description } = entryOf(name);
    return [name, v.optional(v.pipe(schema, v.description(description)))];
  });
  return Object.fromEntries(described) as Entries<Name>;
}

/** A settings file. */
export const settingsSchema = v.strictObject(entries(FILE_SETTINGS));
export type SettingsFile = v.InferOutput<typeof settingsSchema>;
/** As it is written, before it is read. */
export type WrittenSettings = v.InferInput<typeof settingsSchema>;

/** What is given as text, once it is read (`text.ts`). */
export const textSchema = v.object(entries(TEXT_SETTINGS));
export type TextSettings = v.InferOutput<typeof textSchema>;

/** The names of all settings that a file may hold. */
export const SETTING_NAMES: readonly FileSetting[] = FILE_SETTINGS;
