/** The indexes that ATTACH PARTITION would build, built beforehand. */
import type { RecipeStep } from '../../findings/recipe.js';
import { chosenIndexName } from '../../schema/chosen-names.js';
import { indexesToBuild } from '../../schema/footprint/partitions.js';
import { freeName, generatedName } from '../../schema/generated-names.js';
import { lastName, schemaOf } from '../../schema/objects.js';
import type { KnownObject, Schema } from '../../schema/schema.js';
import { sqlName } from '../../schema/sql-name.js';
import { quoteIdentifier } from '../../sql/ast.js';
import { deparsed } from '../../sql/deparse.js';
import { indexNode, keysOf } from './index-anew.js';
import { apart, keyByIndex, ruleOutNull, slug } from './steps.js';

/** Undefined where the scripts don't show all of an index. A key is needed as a constraint, with its columns NOT NULL. */
export function indexesBeforeAttach(child: string, parent: string, schema: Schema): RecipeStep[] | undefined {
  const taken = new Set<string>();
  const free = (name: string) => {
    const full = (one: string) => `${schemaOf(child)}.${one}`;
    const found = freeName(name, (one) => taken.has(one) || schema.find('index', full(one)) !== undefined);
    taken.add(found);
    return found;
  };
  const steps: RecipeStep[] = [];
  for (const index of indexesToBuild(child, parent, schema)) {
    const own = index.facts?.constraint
      ? keyLike(index, { child, parent, schema, free })
      : indexLike(index, { child, free });
    if (own === undefined) return undefined;
    steps.push(...own);
  }
  return steps;
}

interface Attached {
  child: string;
  free: (name: string) => string;
}

function indexLike(index: KnownObject<'index'>, { child, free }: Attached): RecipeStep[] | undefined {
  const name = free(chosenIndexName(lastName(child), keysOf(index)));
  const node = indexNode({ ...index, table: child }, { name, concurrently: true });
  const sql = node && deparsed(node);
  const full = sqlName(`${schemaOf(child)}.${name}`);
  return sql === undefined ? undefined : [apart(slug('build', name), `${sql};`, full)];
}

function keyLike(
  { facts }: KnownObject<'index'>,
  { child, parent, schema, free }: Attached & { parent: string; schema: Schema },
): RecipeStep[] | undefined {
  const type = schema.find('constraint', `${parent}.${facts?.constraint}`)?.facts?.type;
  const columns = (facts?.columns ?? []).flatMap((column) => column ?? []);
  const isKey = type === 'primary key' || type === 'unique';
  if (!isKey || columns.length === 0 || facts?.included?.length || facts?.nullsNotDistinct) return undefined;
  const primary = type === 'primary key';
  const plain = primary
    ? generatedName(lastName(child), '', 'pkey')
    : generatedName(lastName(child), columns.join('_'), 'key');
  const key = quoteIdentifier(free(plain));
  const nullable = columns.filter((column) => !schema.find('column', `${child}.${column}`)?.facts?.notNull);
  const list = columns.map(quoteIdentifier).join(', ');
  return [
    ...(primary && nullable.length > 0 ? ruleOutNull(child, nullable) : []),
    ...keyByIndex(child, key, [
      `CREATE UNIQUE INDEX CONCURRENTLY ${key} ON ${sqlName(child)} (${list});`,
      `ALTER TABLE ${sqlName(child)} ADD CONSTRAINT ${key} ${primary ? 'PRIMARY KEY' : 'UNIQUE'} USING INDEX ${key};`,
    ]),
  ];
}
