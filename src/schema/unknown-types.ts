/** Types that no script makes: they may be domains, whose rules a new column has to meet. */
import { fullTypeName } from './footprint/domains.js';
import type { Schema } from './schema.js';
import { BUILT_IN, type ColumnType } from './types.js';

/** Base types of the extensions that are used most; none is a domain. */
const OF_EXTENSIONS =
  /^(\w+\.)?(citext|hstore|ltree|lquery|ltxtquery|cube|seg|isbn(13)?|issn(13)?|ean13|upc|vector|halfvec|sparsevec|geometry|geography|box[23]d(f)?|raster|h3index|semver|timescaledb_\w+)$/;

/** The type's full name where nothing tells what it is. */
export function unknownType(type: ColumnType | undefined, schema: Schema): string | undefined {
  if (type === undefined || BUILT_IN.test(type.name) || OF_EXTENSIONS.test(type.name)) return undefined;
  const name = fullTypeName(type);
  const isMade = (['type', 'domain', 'table', 'view', 'materialized view', 'foreign table'] as const).some(
    (kind) => schema.find(kind, name) !== undefined,
  );
  return !isMade && schema.mayHold(name, 'domain') ? name : undefined;
}
