/** What a migration leaves for vacuum in tables that were there before: dead row versions, and a file that grew. */
import type { BloatReport, MigrationReport, Proof } from '../../report/types.js';
import { shortName } from '../../schema/objects.js';
import { catalogSql } from '../catalogs/catalog-sql.js';
import { ident, literal } from '../seed/quote.js';
import type { ChangeSession } from '../servers/server.js';

interface Standing {
  rows: number;
  /** Rows that were written since. */
  written: number;
  /** The file that holds the table: a rewrite makes another, without dead rows. */
  file: string;
  bytes: number;
}

/** Looks at tables before a migration and after it. */
export class Bloat {
  readonly #session: ChangeSession;
  #since = '0';
  #before = new Map<string, Standing>();

  constructor(session: ChangeSession) {
    this.#session = session;
  }

  /** `tables` by the names that reports use. */
  async before(tables: readonly string[]): Promise<void> {
    this.#before = tables.length === 0 ? new Map() : await this.#read(tables);
    if (tables.length === 0) return;
    this.#since = (await this.#session.query(catalogSql('current transaction'))).rows[0]?.[0] ?? '0';
  }

  /** To be called when the migration has been applied. Leaves out tables that are gone. */
  async after(): Promise<BloatReport[]> {
    if (this.#before.size === 0) return [];
    const now = await this.#read([...this.#before.keys()]);
    return [...this.#before].flatMap(([table, was]) => {
      const is = now.get(table);
      if (is === undefined) return [];
      const rewritten = was.file !== is.file;
      return [
        {
          table,
          rows: was.rows,
          rewritten,
          deadPercent: deadPercent(was, is),
          bytes: { before: was.bytes, after: is.bytes },
        },
      ];
    });
  }

  async #read(tables: readonly string[]): Promise<Map<string, Standing>> {
    const { rows: found } = await this.#session.query(catalogSql('readable tables'));
    const parts = found.flatMap(([schema, name]) => {
      const table = shortName(`${schema}.${name}`);
      return tables.includes(table)
        ? [standingSql(table, `${ident(schema ?? '')}.${ident(name ?? '')}`, this.#since)]
        : [];
    });
    if (parts.length === 0) return new Map();
    const { rows } = await this.#session.query(parts.join(' UNION ALL '));
    return new Map(
      rows.map(([table, count, written, file, bytes]) => [
        String(table),
        { rows: Number(count), written: Number(written), file: file ?? '', bytes: Number(bytes) },
      ]),
    );
  }
}

/** `since`: a transaction id. */
function standingSql(table: string, sql: string, since: string): string {
  const of = `${literal(sql)}::pg_catalog.regclass`;
  const since32 = `${since}::pg_catalog.int8 OPERATOR(pg_catalog.%) 4294967296`;
  const written = `pg_catalog.format('%s', xmin)::pg_catalog.int8 OPERATOR(pg_catalog.>=) (${since32})`;
  return `SELECT ${literal(table)}, pg_catalog.count(*), pg_catalog.count(*) FILTER (WHERE ${written}),
    pg_catalog.pg_relation_filenode(${of})::pg_catalog.text, pg_catalog.pg_total_relation_size(${of}) FROM ${sql}`;
}

/** Row versions that UPDATE and DELETE left behind, for each 100 rows. */
function deadPercent(before: Standing, now: Standing): number {
  if (before.file !== now.file || before.rows === 0) return 0;
  const inserted = Math.max(0, now.rows - before.rows);
  const deleted = Math.max(0, before.rows - now.rows);
  return Math.round((100 * (now.written - inserted + deleted)) / before.rows);
}

/** Of the `tables` that stood before, those that the migration wrote to or rewrote. TRUNCATE's new files are empty. */
export function writtenTables({ statements }: MigrationReport, tables: ReadonlySet<string>): string[] {
  const written = statements
    .filter(({ role, status, kind }) => role === 'up' && status === 'applied' && kind !== 'TruncateStmt')
    .flatMap(({ locks, rewrites }) =>
      (locks ?? []).filter(
        ({ relation, mode, isNew }) =>
          !isNew && tables.has(relation) && (mode === 'ROW EXCLUSIVE' || rewrites.includes(relation)),
      ),
    );
  return [...new Set(written.map(({ relation }) => relation))];
}

/** The checklist's line. `wanted`: the tables that had to be looked at. */
export function withBloat(report: MigrationReport, wanted: readonly string[], bloat: BloatReport[]): MigrationReport {
  const missing = wanted.filter((name) => !bloat.some(({ table, rows }) => table === name && rows > 0));
  const proof: Proof = {
    check: 'bloat',
    status: missing.length > 0 ? 'not checked' : 'proven',
    title: 'What it leaves to vacuum is known',
    detail:
      missing.length > 0
        ? `there were no rows to see it on in ${missing.join(', ')}`
        : wanted.length === 0
          ? 'it updates, deletes and rewrites no rows that were there'
          : bloat.map(inWords).join('; '),
  };
  return { ...report, bloat, proofs: [...report.proofs, proof] };
}

function inWords({ table, rewritten, deadPercent: dead }: BloatReport): string {
  if (rewritten) return `${table} is rewritten: no dead rows, but room for a second copy while it runs`;
  return `${table}: ${dead} dead row versions for each 100 rows`;
}
