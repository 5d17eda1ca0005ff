/**
 * Settings of the application's own, such as the tenant that it works for: policies, defaults and triggers ask for them
 * (current_setting), and no row gets past them while they aren't set.
 */
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';
import { literal } from '../../sql/quote.js';

export interface AskedSetting {
  name: string;
  /** Columns that it, or a function that reads it, is compared with: it is worth what a row has there. */
  columns: readonly string[];
  /** Of the JSON object that it is read as; empty where it is a value itself. */
  keys: readonly string[];
}

/** What is read by code: the text, and of a function its name. */
export interface ReadingCode {
  function: string | null;
  text: string;
}

const NAME = /current_setting\(\s*'([a-z_]\w*\.[\w.]+)'/gi;
const KEY = /->>?\s*'([^']+)'/g;
/** Brackets, casts and what replaces an empty text stand around it. */
const BEFORE = String.raw`(\w+)(?:::[\w ."]+)?\s*=\s*[\s(]*(?:SELECT\s+)?(?:NULLIF\s*\(|COALESCE\s*\()?[\s(]*`;
const AFTER = String.raw`[^=]*?\)?\s*=\s*"?(\w+)"?`;

/** Before the migration: of what a later one asks, the deployed release knows nothing. */
export async function readSettings(session: ChangeSession): Promise<AskedSetting[]> {
  const { rows } = await session.query(catalogSql('code that reads settings'));
  return settingsIn(rows.map(([name, text]) => ({ function: name ?? null, text: text ?? '' })));
}

/** Pure. */
export function settingsIn(code: readonly ReadingCode[]): AskedSetting[] {
  const names = [...new Set(code.flatMap(({ text }) => [...text.matchAll(NAME)].map(([, name]) => String(name))))];
  return names.map((name) => {
    const readers = code.filter(({ text }) => text.includes(`'${name}'`));
    const functions = readers.flatMap((one) => (one.function === null ? [] : [one.function]));
    const calls = [
      `current_setting\\(\\s*'${escaped(name)}'`,
      ...functions.map((one) => `(?:\\w+\\.)?${escaped(one)}\\(`),
    ];
    const columns = calls.flatMap((call) =>
      code.flatMap(({ text }) => [
        ...[...text.matchAll(new RegExp(`${BEFORE}${call}`, 'gi'))].map(([, column]) => String(column)),
        ...[...text.matchAll(new RegExp(`${call}${AFTER}`, 'gi'))].map(([, column]) => String(column)),
      ]),
    );
    const asJson = readers.filter(({ text }) => /json/i.test(text));
    const keys = asJson.flatMap(({ text }) => [...text.matchAll(KEY)].map(([, key]) => String(key)));
    return { name, columns: [...new Set(columns)], keys: [...new Set(keys)] };
  });
}

/**
 * Statements that set them, in a transaction. `valueIn`: what the row has in a column; undefined where it has none. `otherwise`: for
 * a setting that the row says nothing of.
 */
export function settingStatements(
  settings: readonly AskedSetting[],
  valueIn: (column: string) => string | undefined,
  otherwise: (setting: string) => string,
  role: string | null,
): string[] {
  return settings.map(({ name, columns, keys }) => {
    const own = [...columns, name.slice(name.lastIndexOf('.') + 1)];
    const known = own.map(valueIn).find((value) => value !== undefined) ?? otherwise(name);
    const json = () =>
      JSON.stringify(Object.fromEntries(keys.map((key) => [key, key === 'role' && role ? role : known])));
    return `SELECT pg_catalog.set_config(${literal(name)}, ${literal(keys.length > 0 ? json() : known)}, true)`;
  });
}

function escaped(text: string): string {
  return text.replace(/[^\w]/g, '\\$&');
}
