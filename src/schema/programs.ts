/** Functions that reach a relation by its name: what calls them reads and writes it. */
import { functionKey } from './needs.js';
import { lastName, type SchemaObject, schemaOf } from './objects.js';

/** Whether a function's body, or what else is run for others, speaks of the relation. */
export function speaksOf({ facts, needs = [] }: Pick<SchemaObject, 'facts' | 'needs'>, relation: string): boolean {
  const body = facts?.definition?.body;
  if (typeof body !== 'string') return needs.includes(relation);
  const [schema, name] = [schemaOf(relation), lastName(relation)].map(escaped);
  return new RegExp(
    `\\b(?:into|update|from|join|table|using)\\s+(?:only\\s+)?(?:"?${schema}"?\\s*\\.\\s*)?"?${name}"?(?![\\w"])`,
    'i',
  ).test(body);
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}

/** The function that a trigger calls, in full. */
export function calledBy({ needs = [] }: Pick<SchemaObject, 'needs'>): string[] {
  const [prefix = ''] = functionKey('|').split('|');
  return needs.flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length).replace(/\(\)$/, '')] : []));
}
