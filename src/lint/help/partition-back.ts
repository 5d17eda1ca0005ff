/** A partition that was detached, attached again where it was. */
import type { Node, PartitionCmd } from '@pgsql/types';
import type { RecipeStep } from '../../findings/recipe.js';
import { lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { rangeOf } from './range-of.js';

/** The bounds that DETACH … CONCURRENTLY leaves as a CHECK spare the scan, and say nothing more then. */
export function withPartitionBack(step: RecipeStep, child: string, schema: Schema): RecipeStep {
  const { bounds, partitionOf } = schema.find('table', child)?.facts ?? {};
  if (!bounds || partitionOf === undefined) return step;
  const name = rangeOf(child);
  const sql = deparsed(command(partitionOf, 'AT_AttachPartition', { name, bound: bounds }));
  if (sql === undefined) return step;
  const attach = `${sql};`;
  const after = schema.fork();
  after.apply(command(partitionOf, 'AT_DetachPartition', { name, concurrent: true }), 'baseline');
  const isNew = ({ name }: { name: string }) => schema.find('constraint', name) === undefined;
  const drops = after
    .partsOf(child, 'constraint')
    .filter((one) => one.facts?.type === 'check' && isNew(one))
    .map(({ name }) => `ALTER TABLE ${sqlName(child)} DROP CONSTRAINT ${quoteIdentifier(lastName(name))};`);
  const { within } = step;
  return {
    ...step,
    down: [attach, ...drops].join('\n'),
    downTogether: true,
    // Whoever detached it by hand beforehand has left the CHECK, and nobody else.
    ...(within && {
      within: {
        ...within,
        down: [attach, ...drops.map((drop) => drop.replace(' CONSTRAINT ', '$&IF EXISTS '))].join('\n'),
      },
    }),
  };
}

function command(parent: string, subtype: 'AT_AttachPartition' | 'AT_DetachPartition', def: PartitionCmd): Node {
  const cmd = { subtype, def: { PartitionCmd: def } };
  return {
    AlterTableStmt: { relation: rangeOf(parent), objtype: 'OBJECT_TABLE', cmds: [{ AlterTableCmd: cmd }] },
  } as Node;
}
