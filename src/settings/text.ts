/** Settings as text: inputs of the Action, and flags. Pure. */
import * as v from 'valibot';
import { UsageError } from '../system/usage-error.js';
import { type TextSettings, textSchema } from './schema.js';
import { kindOf } from './setting.js';
import { entryOf, TEXT_SETTINGS } from './table.js';
import { innermost, wrongValue } from './wrong.js';

/** Reads texts by the settings' names; other names are left out. Throws `UsageError` with all that is wrong. */
export function parseTexts(texts: Readonly<Record<string, string>>): TextSettings {
  const given = TEXT_SETTINGS.flatMap((name) => {
    const text = texts[name];
    return text === undefined ? [] : [[name, typed(text, kindOf(entryOf(name).schema))]];
  });
  const result = v.safeParse(textSchema, Object.fromEntries(given));
  if (result.success) return result.output;
  const problems = result.issues.flatMap(innermost).map((issue) => `${issue.path?.[0]?.key}: ${wrongValue(issue)}`);
  throw new UsageError(problems.join('\n'));
}

/** A list as text: one entry a line, or separated by commas. */
export function listOf(text: string): string[] {
  return text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** What can't be read as its kind stays text: the schema then says what it expected. */
function typed(text: string, kind: ReturnType<typeof kindOf>): unknown {
  switch (kind) {
    case 'number':
      return Number.isNaN(Number(text)) ? text : Number(text);
    case 'flag':
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
    case 'list':
      return listOf(text);
    default:
      return text;
  }
}
