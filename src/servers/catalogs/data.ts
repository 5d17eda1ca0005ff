/** What the tables of ours are like, for the proofs about rows. */
import { OWN_TABLES } from './own-tables.js';

/** The columns of every table of ours. */
export const COLUMNS = `
  SELECT n.nspname, c.relname, (SELECT array_to_json(array_agg(a.attname ORDER BY a.attname)) FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${OWN_TABLES}
  ORDER BY 1, 2`;

const OURS = `n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'`;
const names = (numbers: string) =>
  `(SELECT array_to_json(array_agg(a.attname ORDER BY k.at)) FROM unnest(${numbers}) WITH ORDINALITY k(number, at) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number)`;

/** What rows a schema allows: columns, keys, checks and labels. */
export const SHAPE = `SELECT json_build_object(
  'columns', (SELECT coalesce(json_agg(json_build_object('schema', n.nspname, 'table', c.relname, 'column', a.attname,
      'type', format_type(a.atttypid, a.atttypmod), 'category', t.typcategory, 'notNull', a.attnotnull, 'generated', a.attgenerated <> '')), '[]')
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped AND ${OURS}),
  'uniques', (SELECT coalesce(json_agg(json_build_object('schema', n.nspname, 'table', c.relname, 'name', x.relname,
      'columns', ${names('i.indkey[0:i.indnkeyatts - 1]')})), '[]')
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND NOT c.relispartition AND ${OURS}),
  'constraints', (SELECT coalesce(json_agg(json_build_object('kind', o.contype, 'schema', n.nspname, 'table', c.relname, 'name', o.conname,
      'expression', pg_get_expr(o.conbin, o.conrelid), 'columns', ${names('o.conkey')})), '[]')
    FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE o.contype IN ('c', 'f') AND NOT c.relispartition AND ${OURS}),
  'labels', (SELECT coalesce(json_agg(json_build_array(format_type(t.oid, NULL),
      (SELECT json_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))), '[]')
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typtype = 'e' AND ${OURS}))::text`;
