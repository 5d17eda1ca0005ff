/** Remembers what was read from a statement: several rules ask for the same. */
import type { Node } from '@pgsql/types';
import type { Statement } from '../../model.js';

/** `read` without what it was asked before; what it knows goes with the statement's tree. */
export function perStatement<T>(read: (statement: Statement) => T): (statement: Statement) => T {
  const known = new WeakMap<Node, { value: T }>();
  return (statement) => {
    const { node } = statement;
    if (node === null) return read(statement);
    const entry = known.get(node) ?? { value: read(statement) };
    known.set(node, entry);
    return entry.value;
  };
}
