/** Objects as the catalogs' snapshots name them. */
import { lastName } from '../../schema/objects.js';
import type { KnownObject } from '../../schema/schema.js';
import type { Named } from '../../verdict/fact.js';

/** A rule has its table after its name. */
export function inCatalog({ kind, name, table }: Pick<KnownObject, 'kind' | 'name' | 'table'>): Named {
  return { kind, name: kind === 'rule' && table ? `${lastName(name)} on ${table}` : name };
}
