/** What of a schema may be another since a mark, read off the catalogs' rows: each says by which transaction it was written. */

/** No row that is written from now on is of an earlier transaction. */
export const MARK = 'SELECT pg_snapshot_xmin(pg_current_snapshot())::xid::text';

const recent = 'age(x.xmin) <= age($1::text::xid)';

/** Catalogs whose rows are objects, which others may name. */
const OBJECTS = [
  ...[
    'pg_class',
    'pg_constraint',
    'pg_trigger',
    'pg_policy',
    'pg_rewrite',
    'pg_statistic_ext',
    'pg_type',
    'pg_proc',
    'pg_attrdef',
  ],
  ...['pg_namespace', 'pg_language', 'pg_collation', 'pg_operator', 'pg_opclass', 'pg_opfamily', 'pg_am', 'pg_cast'],
  ...['pg_foreign_server', 'pg_foreign_data_wrapper', 'pg_publication', 'pg_ts_config', 'pg_ts_dict', 'pg_extension'],
];

/** Catalogs whose rows are parts of an object: the column that names it, and the object's catalog. */
const PARTS = [
  ['pg_attribute', 'attrelid', 'pg_class'],
  ['pg_attrdef', 'adrelid', 'pg_class'],
  ['pg_index', 'indexrelid', 'pg_class'],
  ['pg_inherits', 'inhrelid', 'pg_class'],
  ['pg_partitioned_table', 'partrelid', 'pg_class'],
  ['pg_sequence', 'seqrelid', 'pg_class'],
  ['pg_foreign_table', 'ftrelid', 'pg_class'],
  ['pg_constraint', 'conrelid', 'pg_class'],
  ['pg_trigger', 'tgrelid', 'pg_class'],
  ['pg_trigger', 'tgconstraint', 'pg_constraint'],
  ['pg_enum', 'enumtypid', 'pg_type'],
  ['pg_range', 'rngtypid', 'pg_type'],
  ['pg_aggregate', 'aggfnoid', 'pg_proc'],
];

const catalog = (name: string) => `'${name}'::regclass::oid`;

const FRESH = [
  ...OBJECTS.map((name) => `SELECT ${catalog(name)} AS class, x.oid FROM ${name} x WHERE ${recent}`),
  ...PARTS.map(
    ([name, column, of]) => `SELECT ${catalog(String(of))}, x.${column}::oid FROM ${name} x WHERE ${recent}`,
  ),
  `SELECT x.classid, x.objid FROM pg_depend x WHERE ${recent}`,
  `SELECT x.classoid, x.objoid FROM pg_description x WHERE ${recent}`,
  // A constraint says how its index is, and a table has its TOAST table's options.
  `SELECT ${catalog('pg_constraint')}, o.oid FROM pg_index x JOIN pg_constraint o ON o.conindid = x.indexrelid WHERE ${recent}`,
  `SELECT ${catalog('pg_class')}, c.oid FROM pg_class x JOIN pg_class c ON c.reltoastrelid = x.oid WHERE x.relkind = 't' AND ${recent}`,
  // It may send other columns and rows.
  `SELECT ${catalog('pg_class')}, x.prrelid FROM pg_publication_rel x`,
];

/** Whose name is part of another's text is known to the dependencies, which lead on to what belongs to a relation or type. */
const LEADS = [
  'SELECT d.classid AS class, d.objid AS oid FROM pg_depend d WHERE d.refclassid = r.class AND d.refobjid = r.oid',
  `SELECT ${catalog('pg_class')}, a.adrelid FROM pg_attrdef a WHERE r.class = ${catalog('pg_attrdef')} AND a.oid = r.oid`,
  `SELECT ${catalog('pg_class')}, w.ev_class FROM pg_rewrite w WHERE r.class = ${catalog('pg_rewrite')} AND w.oid = r.oid`,
  `SELECT ${catalog('pg_type')}, c.reltype FROM pg_class c WHERE r.class = ${catalog('pg_class')} AND c.oid = r.oid AND c.relkind = 'c'`,
];

/** The oids that are there, by catalog: what was dropped leaves no row. */
const THERE = [
  'pg_class',
  'pg_constraint',
  'pg_trigger',
  'pg_policy',
  'pg_rewrite',
  'pg_statistic_ext',
  'pg_type',
  'pg_proc',
];

/**
 * `$1`: the mark. What is asked, and the answer as a JSON array: `changed`, the oids of what may be another; of each catalog the oids that
 * it holds; `pg_description`, which comments there are.
 */
export const CHANGES = `WITH RECURSIVE fresh AS (
    ${FRESH.join('\n    UNION ')}
  ), reached AS (
    SELECT class, oid FROM fresh
    UNION
    SELECT l.class, l.oid FROM reached r, LATERAL (
      ${LEADS.join('\n      UNION ALL ')}
    ) l
  )
  SELECT 'changed', coalesce(json_agg(DISTINCT oid::text), '[]')::text FROM reached WHERE oid >= 2200
  ${THERE.map((name) => `UNION ALL SELECT '${name}', coalesce(json_agg(oid::text), '[]')::text FROM ${name} WHERE oid >= 16384`).join('\n  ')}
  UNION ALL SELECT 'pg_description', coalesce(json_agg(concat(objoid, '.', classoid, '.', objsubid)), '[]')::text FROM pg_description WHERE objoid >= 2200`;
