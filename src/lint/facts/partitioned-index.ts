/** How a partitioned table gets an index without stopping its writes. */

import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { quoteLast, sqlName } from '../../schema/sql-name.js';
import type { QualifiedName } from '../../sql/ast.js';
import { quoteIdentifier } from '../../sql/ast.js';

const HEAD = /^create\s+(unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?/i;
const ON = /\son\s+(?:only\s+)?(?:"(?:[^"]|"")+"|[^\s("]+)(?:\.(?:"(?:[^"]|"")+"|[^\s("]+))?/i;

/** The parent's index without its partitions, then each partition's by itself, attached to the parent's. */
export function partitionByPartition(sql: string, table: QualifiedName, index: string, schema: Schema): string {
  const parent = fullName(table);
  const unique = HEAD.exec(sql)?.[1] ? 'UNIQUE ' : '';
  const rest = ON.exec(sql);
  const definition = rest ? sql.slice(rest.index + rest[0].length) : ' (…)';
  const own = sqlName(fullName({ ...table, name: index }));
  const partitions = schema.partitionsOf(parent).map(({ name }) => name);
  const each = (partitions.length > 0 ? partitions : [`${parent}_1`]).flatMap((partition) => {
    const child = quoteLast(partition, `_${index}`);
    const full = sqlName(
      `${partition.slice(0, partition.lastIndexOf('.'))}.${partition.slice(partition.lastIndexOf('.') + 1)}_${index}`,
    );
    return [
      `CREATE ${unique}INDEX CONCURRENTLY ${child} ON ${sqlName(partition)}${definition};`,
      `ALTER INDEX ${own} ATTACH PARTITION ${full};`,
    ];
  });
  const more = partitions.length > 0 ? [] : ['-- and so on for each partition'];
  return [
    `CREATE ${unique}INDEX ${quoteIdentifier(index)} ON ONLY ${sqlName(parent)}${definition};`,
    ...each,
    ...more,
  ].join('\n');
}
