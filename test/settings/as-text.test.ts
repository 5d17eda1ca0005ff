/** Whichever way a setting is given, the same value arrives: an input of the Action, a flag, the settings file. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parseCommandLine } from '../../src/cli/arguments.js';
import { flagOf } from '../../src/cli/options.js';
import { readInputs } from '../../src/github/inputs.js';
import { FILE_NAME } from '../../src/settings/find-file.js';
import { resolveSettings } from '../../src/settings/resolve.js';
import { kindOf, wordsOf } from '../../src/settings/setting.js';
import { camelCase, type Settings, valuesOf } from '../../src/settings/settings.js';
import { entryOf, FILE_SETTINGS, SETTINGS, TEXT_SETTINGS, type TextSetting } from '../../src/settings/table.js';

const dir = mkdtempSync(join(tmpdir(), 'as-text-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
// It ends the search for a settings file.
mkdirSync(join(dir, '.git'));
// A setting that names files may have them read.
const FILES = ['a.sql', 'b.sql', 'c.sql'];
for (const file of FILES) writeFileSync(join(dir, file), `-- ${file}`);

/** `config` says where the others stand; it is no value among them. */
const names = TEXT_SETTINGS.filter((name) => name !== 'config');
type Name = (typeof names)[number];
type Value = number | boolean | string | string[];

/** Values of the kind that the setting's schema takes. */
function valuesFor(name: TextSetting): fc.Arbitrary<Value> {
  const { schema, isFile } = entryOf(name);
  switch (kindOf(schema)) {
    case 'number': {
      const whole = fc.integer({ min: bound(schema, 'min_value') ?? -1000, max: bound(schema, 'max_value') ?? 5000 });
      return whole.map((n) => (n % 2 === 0 && v.is(schema, n + 0.5) ? n + 0.5 : n));
    }
    case 'flag':
      return fc.boolean();
    case 'list':
      return fc.uniqueArray(fc.constantFrom(...(itemsOf(schema) ?? texts(isFile))), { minLength: 1, maxLength: 3 });
    default:
      return fc.constantFrom(...(wordsOf(schema).length > 0 ? wordsOf(schema) : texts(isFile)));
  }
}

function texts(isFile = false): string[] {
  return [...FILES, ...(isFile ? [] : ['x', 'db/*.sql', 'a b'])];
}

/** What a number must not go below or above, in the first form that has such a bound. */
function bound(schema: v.GenericSchema, type: string): number | undefined {
  const forms = 'options' in schema ? (schema.options as v.GenericSchema[]) : [];
  if (forms.length > 0) return forms.map((form) => bound(form, type)).find((it) => it !== undefined);
  const pipe = 'pipe' in schema ? (schema.pipe as { type: string; requirement?: unknown }[]) : [];
  return pipe.find((step) => step.type === type)?.requirement as number | undefined;
}

/** A list's words, where it has some: it takes one of them as well. */
function itemsOf(schema: v.GenericSchema): string[] | undefined {
  const alternatives = 'options' in schema ? (schema.options as v.GenericSchema[]) : [];
  const words = alternatives.flatMap(wordsOf);
  return words.length > 0 ? words : undefined;
}

const asText = (value: Value, separator: string) => (Array.isArray(value) ? value.join(separator) : String(value));

async function arrived(name: Name, inputs: Record<string, string | undefined>): Promise<unknown> {
  const settings: Settings = await resolveSettings({ inputs, cwd: dir });
  return settings[camelCase(name)];
}

async function byInput(name: Name, text: string): Promise<unknown> {
  vi.stubEnv(`INPUT_${name.toUpperCase()}`, text);
  try {
    return await arrived(name, readInputs(dir).settings);
  } finally {
    vi.unstubAllEnvs();
  }
}

/** A flag without a value says one thing only: the other is what nobody says. */
async function byFlag(name: Name, value: Value): Promise<unknown> {
  const { flag, type } = flagOf(name);
  const said =
    type === 'string' ? [`--${flag}=${asText(value, ',')}`] : value === entryOf(name).default ? [] : [`--${flag}`];
  return arrived(name, parseCommandLine(['check', ...said]).settings);
}

async function byFile(name: Name, value: Value): Promise<unknown> {
  const file = join(dir, FILE_NAME);
  writeFileSync(file, `${name}: ${JSON.stringify(value)}\n`);
  try {
    return await arrived(name, {});
  } finally {
    rmSync(file);
  }
}

/** What `Settings` holds of it: paths are absolute, and what is read has its text. */
function expected(name: Name, value: Value): unknown {
  if (name === 'bootstrap') return [value].flat().map((path) => ({ path, text: `-- ${path}` }));
  if (!entryOf(name).isFile) return value;
  return Array.isArray(value) ? value.map((path) => join(dir, path)) : join(dir, String(value));
}

describe('a value', () => {
  it.each(names)('of %s arrives whichever way it is given', async (name) => {
    const separator = fc.constantFrom(',', '\n', ' , ', '\n\n');
    const property = fc.asyncProperty(valuesFor(name), separator, async (value, between) => {
      const wanted = expected(name, value);
      expect(await byInput(name, asText(value, between)), 'as an input').toEqual(wanted);
      expect(await byFlag(name, value), 'as a flag').toEqual(wanted);
      if (entryOf(name).only !== 'text') expect(await byFile(name, value), 'in the file').toEqual(wanted);
    });
    await fc.assert(property, { numRuns: 10 });
  });

  it('of a file’s path says where the settings stand, as an input and as a flag', async () => {
    writeFileSync(join(dir, 'other.yml'), 'fail-on: never\n');
    const { settings } = parseCommandLine(['check', '--config', 'other.yml']);
    for (const inputs of [settings, { config: 'other.yml' }]) {
      expect(await resolveSettings({ inputs, cwd: dir })).toMatchObject({
        file: join(dir, 'other.yml'),
        failOn: 'never',
      });
    }
  });
});

describe('an entry', () => {
  it.each(Object.keys(SETTINGS) as (keyof typeof SETTINGS)[])('%s holds together', (name) => {
    const { schema, default: otherwise, description, only, needsTrust, help } = entryOf(name);
    if (otherwise !== undefined) expect(v.is(schema, otherwise)).toBe(true);
    if (kindOf(schema) === 'flag') expect(otherwise).toBeTypeOf('boolean');
    if (kindOf(schema) === 'map') expect(only).toBe('file');
    if (needsTrust) expect(FILE_SETTINGS).toContain(name);
    if (only === 'file') expect(help).toBeUndefined();
    expect(description).toMatch(/^[A-Z].*\.$/);
  });

  it('gives a value also where nobody says anything', () => {
    const values = valuesOf({});
    expect(values).toMatchObject({ migrations: [], rules: {}, statistics: null, failOn: 'error', cache: true });
    expect(Object.values(values)).not.toContain(undefined);
  });
});
