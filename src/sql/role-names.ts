/** Which roles a script names. Reads the text, since DO blocks and EXECUTE make roles, too. Pure. */
import type { Script } from '../model.js';

const IDENTIFIER = '("(?:[^"]|"")+"|[\\p{L}_][\\p{L}\\p{N}_$]*)';
const MAKES = new RegExp(`\\bcreate\\s+(?:role|user|group)\\s+(?!mapping\\b)${IDENTIFIER}`, 'giu');
const RENAMES = new RegExp(`\\balter\\s+(?:role|user|group)\\s+${IDENTIFIER}\\s+rename\\s+to\\s+${IDENTIFIER}`, 'giu');

/** Names that CREATE ROLE gives, and what such a role is renamed to. */
export function rolesMadeBy(scripts: readonly Script[]): string[] {
  const names = new Set(scripts.flatMap(({ sql }) => [...sql.matchAll(MAKES)].map(([, name = '']) => folded(name))));
  for (const [, old = '', name = ''] of scripts.flatMap(({ sql }) => [...sql.matchAll(RENAMES)])) {
    if (names.has(folded(old))) names.add(folded(name));
  }
  return [...names];
}

/** Whether the scripts' text holds a name as a word. */
export function speaksOf(scripts: readonly Script[], name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped}(?![\\p{L}\\p{N}_$])`, 'iu');
  return scripts.some(({ sql }) => word.test(sql));
}

/** Whether they do something to roles, or to what the server keeps for a whole database. */
export function touchesShared(scripts: readonly Script[]): boolean {
  return scripts.some(({ sql }) => /\b(?:create|alter|drop)\s+(?:role|user|group|database)\b(?!\s+mapping)/i.test(sql));
}

/** As the catalogs hold it. */
function folded(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
