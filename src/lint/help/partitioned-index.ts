/** How a partitioned table gets an index without stopping its writes. */
import type { IndexElem, IndexStmt } from '@pgsql/types';
import type { Recipe, RecipeStep } from '../../findings/recipe.js';
import { chosenIndexName } from '../../schema/chosen-names.js';
import { freeName } from '../../schema/generated-names.js';
import { fullName, lastName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier, relationName } from '../../sql/ast.js';
import { elementsOf, indexName } from '../facts/index-names.js';
import { apart, goesAlong, slug } from './steps.js';

const HEAD = /^create\s+(unique\s+)?index\b/i;
const ON = /\son\s+(?:only\s+)?(?:"(?:[^"]|"")+"|[^\s("]+)(?:\.(?:"(?:[^"]|"")+"|[^\s("]+))?/i;

interface Parts {
  /** One for each partition that holds rows. */
  builds: { sql: string; name: string }[];
  /** The index of what is partitioned, with the others attached. */
  joins: string[];
}

/** Each partition's index by itself, under the name that Postgres would give it, then the parent's, to which they are attached. */
export function partitionByPartition(sql: string, index: IndexStmt, schema: Schema): Recipe | string {
  const table = relationName(index.relation);
  const parent = table ? fullName(table) : '';
  const { name } = indexName(index, schema);
  const rest = ON.exec(sql);
  const definition = rest ? sql.slice(rest.index + rest[0].length) : '';
  const unique = HEAD.exec(sql)?.[1] ? 'UNIQUE ' : '';
  if (schema.partitionsOf(parent).length === 0 || !rest) return unknownPartitions(parent, name, { definition, unique });
  const taken = new Set<string>();
  const { builds, joins } = partsOf(parent, name, schema, { unique, definition, elements: elementsOf(index), taken });
  const drop = `DROP INDEX ${sqlName(inSchemaOf(parent, name))};`;
  const last: RecipeStep = {
    name: slug('attach', name),
    sql: joins.join('\n'),
    locks: true,
    // Postgres detaches no index: those of the partitions go with it.
    downApart: ["SET lock_timeout = '2s';", drop, 'SET lock_timeout = 0;', ...builds.map((one) => one.sql)].join('\n'),
    down: `${goesAlong(`the partitions’ indexes go with it: roll back what built them as well`)}\n${drop}`,
  };
  const [first, ...others] = [
    ...builds.map((one) => apart(slug('build', lastName(one.name)), one.sql, sqlName(one.name))),
    last,
  ];
  return {
    says: `A partitioned table refuses CONCURRENTLY. Build the index partition by partition, and attach them to the parent’s; a partition that no script shows needs one as well.`,
    steps: first ? [first, ...others] : [last],
  };
}

function partsOf(
  parent: string,
  name: string,
  schema: Schema,
  known: { unique: string; definition: string; elements: IndexElem[]; taken: Set<string> },
): Parts {
  const { unique, definition, elements, taken } = known;
  const own = sqlName(inSchemaOf(parent, name));
  const parts: Parts = {
    builds: [],
    joins: [`CREATE ${unique}INDEX ${quoteIdentifier(name)} ON ONLY ${sqlName(parent)}${definition};`],
  };
  for (const { name: partition, facts } of schema.partitionsOf(parent)) {
    const isTaken = (one: string) => taken.has(one) || schema.find('index', inSchemaOf(partition, one)) !== undefined;
    const child = freeName(chosenIndexName(lastName(partition), elements), isTaken);
    taken.add(child);
    const full = inSchemaOf(partition, child);
    if (facts?.partitionBy) {
      const below = partsOf(partition, child, schema, known);
      parts.builds.push(...below.builds);
      parts.joins.push(...below.joins);
    } else {
      const sql = `CREATE ${unique}INDEX CONCURRENTLY ${quoteIdentifier(child)} ON ${sqlName(partition)}${definition};`;
      parts.builds.push({ sql, name: full });
    }
    parts.joins.push(`ALTER INDEX ${own} ATTACH PARTITION ${sqlName(full)};`);
  }
  return parts;
}

function inSchemaOf(table: string, name: string): string {
  return `${table.slice(0, table.lastIndexOf('.'))}.${name}`;
}

function unknownPartitions(
  parent: string,
  name: string,
  { definition, unique }: { definition: string; unique: string },
) {
  return [
    'A partitioned table refuses CONCURRENTLY. Build the index partition by partition, outside a transaction, for each one that there is; it becomes valid when the last one is attached:',
    `CREATE ${unique}INDEX ${quoteIdentifier(name)} ON ONLY ${sqlName(parent)}${definition};`,
    `CREATE ${unique}INDEX CONCURRENTLY … ON …${definition};`,
    `ALTER INDEX ${sqlName(inSchemaOf(parent, name))} ATTACH PARTITION …;`,
  ].join('\n');
}
