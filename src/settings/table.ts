/** Every setting is one entry here: its type, its ways in, its place in --help, action.yml and the documentation come from it. */
import type { Setting } from './setting.js';
import { WHAT_COMES_OUT } from './table/what-comes-out.js';
import { WHAT_TO_CHECK } from './table/what-to-check.js';
import { WHERE_TO_REHEARSE } from './table/where-to-rehearse.js';

/** By their headings in --help. */
export const GROUPS = {
  'What to check': WHAT_TO_CHECK,
  'Where to rehearse': WHERE_TO_REHEARSE,
  'What comes out': WHAT_COMES_OUT,
} as const;

export const SETTINGS = { ...WHAT_TO_CHECK, ...WHERE_TO_REHEARSE, ...WHAT_COMES_OUT };

export type SettingsTable = typeof SETTINGS;
export type SettingName = keyof SettingsTable;

/** The settings whose entries say something in particular. */
type Names<Says> = { [N in SettingName]: SettingsTable[N] extends Says ? N : never }[SettingName];

/** What a settings file may hold. */
export type FileSetting = Exclude<SettingName, Names<{ only: 'text' }>>;
/** What may be given as text: an input of the Action, a flag. */
export type TextSetting = Exclude<SettingName, Names<{ only: 'file' }>>;
/** What names files. */
export type PathSetting = Names<{ isFile: true }>;

const names = Object.keys(SETTINGS) as SettingName[];

/** The entry as any setting's. */
export function entryOf(name: SettingName): Setting {
  return SETTINGS[name];
}

export const FILE_SETTINGS = names.filter((name): name is FileSetting => entryOf(name).only !== 'text');
export const TEXT_SETTINGS = names.filter((name): name is TextSetting => entryOf(name).only !== 'file');
export const PATH_SETTINGS = names.filter((name): name is PathSetting => entryOf(name).isFile === true);
/** What counts only in a settings file that is trusted. */
export const TRUSTED_SETTINGS = FILE_SETTINGS.filter((name) => entryOf(name).needsTrust === true);
