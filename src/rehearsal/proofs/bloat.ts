/** What a migration leaves for vacuum in tables that were there before: dead row versions, and a file that grew. */
import type { MigrationReport } from '../../report-schema/types.js';
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { ChangeSession } from '../../servers/server.js';
import { ident, literal } from '../../sql/quote.js';
import { code } from '../../sql/words.js';
import { changedTables } from '../run/touched.js';
import { notChecked, type ProofOutcome, proven, rowsProof } from './proof.js';

type BloatReport = MigrationReport['bloat'][number];

export default rowsProof<TablesBefore>({
  check: 'bloat',
  title: 'Dead rows measured',
  begin({ stage: { scratch, session }, written }) {
    return scratch.pastRowSecurity(() => standing(session, written));
  },
  async show({ stage: { scratch, session }, written, report, seeding }, before): Promise<ProofOutcome> {
    const bloat = await scratch.pastRowSecurity(() => left(session, before));
    const missing = written.filter((name) => !bloat.some(({ table, rows }) => table === name && rows > 0));
    const rest = { part: { bloat }, ...(bloat.length > 0 && { table: tableOf(bloat) }) };
    if (missing.length > 0) {
      const refused = missing.every((name) => seeding.unseeded.some((one) => one.table === name && !one.holdsNone));
      return notChecked('no-rows', refused ? withoutSamples(missing) : withoutRows(missing), rest);
    }
    const still = unmoved(bloat, changedTables(report));
    if (still.length > 0)
      return notChecked('no-rows', `it changes none of the sample rows of ${still.map(code).join(', ')}`, rest);
    return proven(written.length === 0 ? NOTHING : bloat.map(inWords).join('; '), rest);
  },
  untried({ written }, reason) {
    if (written.length === 0) return proven(NOTHING);
    return notChecked(reason, withoutRows(written));
  },
});

/** Tables whose rows a statement is there to change, and changed none of. */
export function unmoved(bloat: readonly BloatReport[], changed: ReadonlySet<string>): string[] {
  return bloat.flatMap(({ table, rewritten, deadPercent }) =>
    changed.has(table) && !rewritten && deadPercent === 0 ? [table] : [],
  );
}

const NOTHING = 'no existing row is updated, deleted or rewritten';

function withoutSamples(tables: readonly string[]): string {
  return `not measured: sample rows of ${tables.map(code).join(', ')} could not be inserted`;
}

function withoutRows(tables: readonly string[]): string {
  return `not measured: there were no rows to see it on in ${tables.map(code).join(', ')}`;
}

function inWords({ table, rewritten, deadPercent: dead }: BloatReport): string {
  if (rewritten) return `${code(table)} is rewritten: no dead rows, but room for a second copy while it runs`;
  return `${code(table)}: ${dead} dead row versions for each 100 rows`;
}

function tableOf(bloat: readonly BloatReport[]) {
  const kB = (bytes: number) => `${Math.round(bytes / 1024)} kB`;
  const rows = bloat.map(({ table, rows, rewritten, deadPercent: dead, bytes }) => [
    table,
    String(rows),
    rewritten ? 'written anew' : `${dead} for each 100 rows`,
    `${kB(bytes.before)} → ${kB(bytes.after)}`,
  ]);
  return {
    caption: 'what it leaves to vacuum',
    head: ['Table', 'Rows', 'Dead row versions', 'Size with indexes'],
    rows,
  };
}

interface TableStanding {
  /** The name that it had before. */
  table: string;
  rows: number;
  /** Rows that were written since. */
  written: number;
  /** The file that holds the table: a rewrite makes another, without dead rows. */
  file: string;
  bytes: number;
}

interface TablesBefore {
  /** The transaction since which rows count as written. */
  since: string;
  /** By oid: the migration may give a table's name to another. */
  tables: ReadonlyMap<string, TableStanding>;
}

async function standing(session: ChangeSession, names: readonly string[]): Promise<TablesBefore> {
  if (names.length === 0) return { since: '0', tables: new Map() };
  const tables = await read(session, '0', (_, name) => names.includes(name));
  return { tables, since: (await session.query(catalogSql('current transaction'))).rows[0]?.[0] ?? '0' };
}

/** Leaves out tables that are gone. */
async function left(session: ChangeSession, { since, tables }: TablesBefore): Promise<BloatReport[]> {
  if (tables.size === 0) return [];
  const now = await read(session, since, (oid) => tables.has(oid));
  return [...tables].flatMap(([oid, was]) => {
    const is = now.get(oid);
    if (is === undefined) return [];
    const { table, rows } = was;
    const bytes = { before: was.bytes, after: is.bytes };
    return [{ table, rows, rewritten: was.file !== is.file, deadPercent: deadPercent(was, is), bytes }];
  });
}

async function read(
  session: ChangeSession,
  since: string,
  wanted: (oid: string, name: string) => boolean,
): Promise<Map<string, TableStanding>> {
  const { rows: found } = await session.query(catalogSql('readable tables'));
  const parts = found.flatMap(([schema, name, oid]) =>
    wanted(String(oid), shortName(`${schema}.${name}`))
      ? [standingSql(String(oid), `${ident(schema ?? '')}.${ident(name ?? '')}`, since)]
      : [],
  );
  if (parts.length === 0) return new Map();
  const names = new Map(found.map(([schema, name, oid]) => [String(oid), shortName(`${schema}.${name}`)]));
  const { rows } = await session.query(parts.join(' UNION ALL '));
  return new Map(
    rows.map(([oid, count, written, file, bytes]) => {
      const table = names.get(String(oid)) ?? '';
      return [
        String(oid),
        { table, rows: Number(count), written: Number(written), file: file ?? '', bytes: Number(bytes) },
      ];
    }),
  );
}

/** `since`: a transaction id. */
function standingSql(oid: string, table: string, since: string): string {
  const of = `${literal(table)}::pg_catalog.regclass`;
  const since32 = `${since}::pg_catalog.int8 OPERATOR(pg_catalog.%) 4294967296`;
  const written = `pg_catalog.format('%s', xmin)::pg_catalog.int8 OPERATOR(pg_catalog.>=) (${since32})`;
  return `SELECT ${literal(oid)}, pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE ${written}),
    pg_catalog.pg_relation_filenode(${of})::pg_catalog.text, pg_catalog.pg_total_relation_size(${of}) FROM ${table}`;
}

/** Row versions that UPDATE and DELETE left behind, for each 100 rows. */
function deadPercent(before: TableStanding, now: TableStanding): number {
  if (before.file !== now.file || before.rows === 0) return 0;
  const inserted = Math.max(0, now.rows - before.rows);
  const deleted = Math.max(0, before.rows - now.rows);
  return Math.round((100 * (now.written - inserted + deleted)) / before.rows);
}
