/** Extensions that the rehearsal's server doesn't have: what needs them is not checked, which is no fault of the SQL. */
import type { NotChecked, Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';
import type { PostgresError, Server } from './servers/server.js';

/** Which image has what; `17` stands for the major version. */
const IMAGES: [RegExp, (major: number) => string][] = [
  [
    /^(postgis|address_standardizer)/,
    (major) => `postgis/postgis:${Math.max(major, 13)}-${major >= 18 ? '3.6' : '3.5'}`,
  ],
  [/^vector$/, (major) => `pgvector/pgvector:pg${major}`],
  [/^timescaledb/, (major) => `timescale/timescaledb:latest-pg${major}`],
  [/^pgrouting$/, () => 'pgrouting/pgrouting'],
  [/^citus/, () => 'citusdata/citus'],
  [/^pg_search$/, (major) => `paradedb/paradedb:latest-pg${major}`],
  [/^age$/, () => 'apache/age'],
  [
    // What comes with PostgreSQL itself.
    /^(adminpack|amcheck|auto_explain|bloom|btree_gi[ns]t?|citext|cube|dblink|dict_\w+|earthdistance|file_fdw|fuzzystrmatch|hstore|intarray|isn|lo|ltree|moddatetime|pageinspect|pg_\w+|pgcrypto|pgrowlocks|pgstattuple|postgres_fdw|refint|seg|sslinfo|tablefunc|tcn|tsm_\w+|unaccent|uuid-ossp|xml2)$/,
    (major) => `postgres:${major}`,
  ],
];

/** Extensions by the name `pg_…` that don't come with PostgreSQL, and that no image of their own has. */
const ELSEWHERE = /^(pg_cron|pg_partman|pg_repack|pg_hint_plan|pg_ivm|pg_jsonschema|pg_net|pg_graphql|pg_uuidv7)$/;

/** What fails for want of an extension: a type, function, table, schema or column that it would have made. */
const CONSEQUENCES = new Set(['42704', '42883', '42P01', '3F000', '42703', '25P02']);

/** The extension that the server says it doesn't have. */
export function missingExtension({ node }: Statement, { sqlstate, message }: PostgresError): string | undefined {
  if (sqlstate !== '58P01' && sqlstate !== '0A000') return undefined;
  const said = /extension "([^"]+)" is not available|extension control file ".*\/([^/"]+)\.control"/.exec(message);
  if (said === null) return undefined;
  return nodeOf(node, 'CreateExtensionStmt')?.extname ?? said[1] ?? said[2];
}

/** Collects the extensions that one server lacks. Each is said once. */
export class MissingExtensions {
  readonly #server: Server;
  readonly #names = new Set<string>();

  constructor(server: Server) {
    this.#server = server;
  }

  /** Did the statement fail because it makes an extension that isn't there? */
  has(statement: Statement, error: PostgresError): boolean {
    const name = missingExtension(statement, error);
    if (name !== undefined) this.#names.add(name);
    return name !== undefined || this.#isAbout(statement);
  }

  /** May the statement have failed because an extension isn't there? */
  explain(statement: Statement, error: PostgresError): boolean {
    return this.has(statement, error) || (this.#names.size > 0 && CONSEQUENCES.has(error.sqlstate));
  }

  get none(): boolean {
    return this.#names.size === 0;
  }

  /** For the reason why something was not rehearsed. */
  get reason(): string {
    return `it may need ${[...this.#names].join(', ')}, which this server does not have`;
  }

  get notChecked(): NotChecked[] {
    return [...this.#names].map((name) => ({ check: `extension ${name}`, reason: adviceFor(name, this.#server) }));
  }

  /** COMMENT ON EXTENSION, as dumps have it. */
  #isAbout({ node }: Statement): boolean {
    const comment = nodeOf(node, 'CommentStmt');
    if (comment?.objtype !== 'OBJECT_EXTENSION') return false;
    return this.#names.has(nodeOf(comment.object, 'String')?.sval ?? '');
  }
}

function adviceFor(name: string, { kind, version, major }: Server): string {
  const where = kind === 'embedded' ? 'the embedded Postgres does not have it' : `PostgreSQL ${version} here has none`;
  const image = ELSEWHERE.test(name) ? undefined : IMAGES.find(([names]) => names.test(name))?.[1](major);
  const use = image === undefined ? 'an image that has it' : `the image ${image}`;
  return `${where}: rehearse on a service container with ${use}`;
}
