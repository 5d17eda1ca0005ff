/** SQL of ours that administers: all that a keeper takes. Names and values get in as such, never as text. */
import { ident, literal } from '../sql/quote.js';

declare const brand: unique symbol;

/** Made by `keeperSql` only: no text of a user's is one. */
export type KeeperSql = string & { readonly [brand]: 'keeper' };

/** A name or a value, as SQL. */
export type SqlPart = { readonly sql: string };

export function name(text: string): SqlPart {
  return { sql: ident(text) };
}

export function value(text: string | number): SqlPart {
  return { sql: typeof text === 'number' ? String(text) : literal(text) };
}

/** A statement, every function and operator of which is written with its schema. */
export function keeperSql(texts: TemplateStringsArray, ...parts: readonly (SqlPart | KeeperSql)[]): KeeperSql {
  const written = parts.map((part) => (typeof part === 'string' ? part : part.sql));
  return texts.map((text, index) => `${text}${written[index] ?? ''}`).join('') as KeeperSql;
}
