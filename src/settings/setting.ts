/** What a setting is: one entry, of which its type, its ways in and its texts are made. */
import type * as v from 'valibot';

export interface Setting {
  /** What values it takes. */
  schema: v.GenericSchema;
  /** In full sentences, with Markdown; action.yml shows it without the marks. */
  description: string;
  /** Its line in --help: the placeholder of the value, where the schema has none, and what it is for. */
  help?: { value?: string; text?: string };
  /** Its row in docs/inputs.md, where the description's first sentence is too long. */
  readme?: string;
  /** Its value where it is not set. Lists and maps are empty then; all others are null without it. */
  default?: string | number | boolean;
  /** Where it may be given, if not both in the settings file and as text: an input of the Action, a flag. */
  only?: 'file' | 'text';
  /** It names files: relative to the settings file, or to the working directory where they were typed. Absolute in `Settings`. */
  isFile?: true;
  /** It could switch the check off, or give SQL more rights: only a trusted file may say it. */
  needsTrust?: true;
}

/** How a setting is written as text, and what it is where it isn't given. */
export type Kind = 'number' | 'flag' | 'text' | 'list' | 'map';

const KINDS: Readonly<Record<string, Kind>> = {
  number: 'number',
  boolean: 'flag',
  string: 'text',
  picklist: 'text',
  array: 'list',
  record: 'map',
};

/** The kind that a schema's values are of. One value or a list of them is a list, a number that may be quoted a number. */
export function kindOf(schema: v.GenericSchema): Kind {
  const types = [schema, ...alternatives(schema)].map(({ type }) => type);
  const kind = types.includes('array') ? 'list' : types.includes('number') ? 'number' : KINDS[schema.type];
  if (kind === undefined) throw new Error(`no kind of setting has the schema ${schema.type}: say in kindOf what it is`);
  return kind;
}

/** The words that a schema chooses from; none where it takes others. */
export function wordsOf(schema: v.GenericSchema): readonly string[] {
  return schema.type === 'picklist' && 'options' in schema ? (schema.options as readonly string[]) : [];
}

function alternatives(schema: v.GenericSchema): readonly v.GenericSchema[] {
  return schema.type === 'union' && 'options' in schema ? (schema.options as readonly v.GenericSchema[]) : [];
}
