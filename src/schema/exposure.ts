/** How a table that the change makes comes before the eyes of others, who then wait for its locks. */
import type { AlterPublicationStmt, CreatePublicationStmt, Node } from '@pgsql/types';
import { nodeOf, relationName } from '../sql/ast.js';
import type { Effect } from './effects/index.js';
import type { ConstraintFacts, TableFacts, ViewFacts } from './facts.js';
import { needsOfDefault } from './needs.js';
import { fullName, type SchemaObject } from './objects.js';

/**
 * `rows`: others read and write its rows by another name, or by the one that it took over. `keys`: they only look into it, so that
 * no more than EXCLUSIVE and ACCESS EXCLUSIVE stop them: through a foreign key, or where there is nothing to work on yet.
 */
type Exposure = 'rows' | 'keys';

export interface Exposed {
  relation: string;
  to: Exposure;
  /** The relation through which they come: they do so if it is theirs. */
  through: string;
}

/** What an effect shows of one relation through another. */
export function exposedBy({ change, object, was }: Effect): Exposed[] {
  if (was) return [{ relation: object.name, to: 'rows', through: object.name }];
  const { name, table, kind } = object;
  if (kind === 'table' || kind === 'foreign table') {
    const { partitionOf } = (object.facts ?? {}) as Partial<TableFacts>;
    // A partition that is made as one is empty: what works on its rows is done at once.
    const parents = partitionOf ? [partitionOf] : (object.needs ?? []).filter((key) => !key.includes(' '));
    return parents.map((through) => ({ relation: name, to: change === 'alter' ? 'rows' : 'keys', through }));
  }
  if (kind === 'view') {
    const { reads = [] } = (object.facts ?? {}) as Partial<ViewFacts>;
    return [name, ...reads].map((relation) => ({ relation, to: 'rows', through: name }));
  }
  if ((kind === 'rule' || kind === 'policy') && table && change !== 'drop') {
    // What stands in it is run for those who use the table.
    return (object.needs ?? []).map((relation) => ({ relation, to: 'rows', through: table }));
  }
  if (kind === 'column' && table && change !== 'drop') {
    const sequences = needsOfDefault(object as SchemaObject).filter((key) => !key.includes(' '));
    return sequences.map((relation) => ({ relation, to: 'rows', through: table }));
  }
  const { references } = kind === 'constraint' ? ((object.facts ?? {}) as Partial<ConstraintFacts>) : {};
  return references && table ? [{ relation: references.table, to: 'keys', through: table }] : [];
}

/** The tables that a statement adds to a publication: who subscribes copies them. */
export function published(node: Node | null): string[] {
  const { pubobjects = [] }: CreatePublicationStmt | AlterPublicationStmt =
    nodeOf(node, 'CreatePublicationStmt') ?? nodeOf(node, 'AlterPublicationStmt') ?? {};
  return pubobjects.flatMap((item) => {
    const name = relationName(nodeOf(item, 'PublicationObjSpec')?.pubtable?.relation);
    return name ? [fullName(name)] : [];
  });
}
