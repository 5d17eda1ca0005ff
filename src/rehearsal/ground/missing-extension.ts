/** What the rehearsal's server doesn't have or grant: what needs it is not checked, which is no fault of the SQL. */
import type { ScriptSource, SourceFile, Statement } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import { catalogSql } from '../../servers/catalogs/catalog-sql.js';
import type { Observer, PostgresError, Server } from '../../servers/server.js';
import { nodeOf } from '../../sql/ast.js';
import type { Observation } from '../../verdict/observation.js';
import { isAdministrators, lacksTablespace } from './administrators.js';
import { explainByRolePath } from './role-paths.js';

/** The PostGIS of the images for older servers; that of newer ones is 3.6. */
const POSTGIS: Record<number, string> = { 15: '3.5', 16: '3.5', 17: '3.5' };

/** Which image has what. */
const IMAGES: [RegExp, (major: number) => string][] = [
  [/^(postgis|address_standardizer)/, (major) => `postgis/postgis:${major}-${POSTGIS[major] ?? '3.6'}`],
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

/** What fails because an extension is missing: a type, function, table, schema or column that it would have made. */
const CONSEQUENCES = new Set(['42704', '42883', '42P01', '3F000', '42703', '25P02']);

const FOREIGN_KEY_VIOLATION = '23503';

/** The extension that the server says it doesn't have, or that only a superuser may create. */
function missingExtension(
  { node, sql }: Statement,
  { sqlstate, message }: PostgresError,
  available: ReadonlySet<string> = new Set(),
): string | undefined {
  if (sqlstate === '42501') return nodeOf(node, 'CreateExtensionStmt')?.extname;
  if (sqlstate !== '58P01' && sqlstate !== '0A000') return undefined;
  const said = /extension "([^"]+)" is not available|extension control file ".*\/([^/"]+)\.control"/.exec(message);
  if (said === null) return undefined;
  const name = said[1] ?? said[2] ?? '';
  if (available.has(name)) return undefined;
  // Whatever else says so may have made it up.
  const asksFor = new RegExp(`\\bextension\\b[^;]*\\b${name.replaceAll(/[^\w]/g, '.')}\\b`, 'i');
  return (
    nodeOf(node, 'CreateExtensionStmt')?.extname ?? (/\braise\b/i.test(sql) || !asksFor.test(sql) ? undefined : name)
  );
}

/** Why a statement before the change is left out: it is psql's, about owners, roles or tablespaces, or needs more rights than the role has. */
export type WhyLeftOut = 'psql' | 'owners' | 'rights' | 'tablespaces';

const HELP =
  'name an SQL file that does this in the setting bootstrap, which the administrator runs first, or set superuser: true where production applies migrations as a superuser';
/** Why it is no part of a rehearsal. */
export const ADMINISTRATORS = `it needs rights that the rehearsal’s role doesn’t have: ${HELP}`;
export const NO_TABLESPACE =
  'this server does not have production’s tablespaces, and everything lies in the database’s own: a bootstrap file can make them';
const NOT_ALLOWED = `only a superuser may create it: ${HELP}`;

const NO_SUCH_ROLE = /^role "[^"]+" does not exist$/;

/** Collects what one server lacks, or doesn't let the rehearsal do. Each is said once. */
export class MissingExtensions {
  readonly #server: Server;
  readonly #names = new Map<string, 'not there' | 'not allowed'>();
  readonly #leftOut: { statement: Statement; why: WhyLeftOut }[] = [];
  readonly #gaps: Observation[] = [];
  readonly #failed: string[] = [];
  /** Why roles may be missing that the change makes. */
  #withoutRoles: string | undefined;
  /** Extensions that the server could make. */
  #available: ReadonlySet<string> | undefined;

  /** Migrations before the change that were not run: they are not SQL. */
  readonly #unread: SourceFile[];
  /** The first of them that something wanted. */
  #wantedUnread: string | undefined;

  readonly #before: readonly ScriptSource[];
  /** Where psql would run before the change what nobody knows here. */
  readonly #unfollowed: string | undefined;

  constructor(server: Server, unread: SourceFile[] = [], before: readonly ScriptSource[] = []) {
    this.#server = server;
    this.#unread = unread;
    this.#before = before;
    const script = before.find(({ unfollowed = [] }) => unfollowed.length > 0);
    this.#unfollowed = script && `${script.file.path}:${script.unfollowed?.[0]}`;
  }

  /** A collection of its own for the same server and change. */
  another(): MissingExtensions {
    return new MissingExtensions(this.#server, this.#unread, this.#before);
  }

  /** Asks once what the server could make: no SQL can say so of it. */
  async look(observer: Observer): Promise<void> {
    if (this.#available !== undefined) return;
    const { rows } = await observer.read(catalogSql('available extensions'));
    this.#available = new Set(rows.map(([name]) => String(name)));
  }

  /** Did the statement fail because it makes an extension that isn't there? */
  has(statement: Statement, error: PostgresError): boolean {
    const name = missingExtension(statement, error, this.#available);
    if (name !== undefined) this.#names.set(name, error.sqlstate === '42501' ? 'not allowed' : 'not there');
    return name !== undefined || this.#isAbout(statement);
  }

  /** Why the statement may have failed without being wrong: something isn't there, or only administrators may do it. */
  explain(statement: Statement, error: PostgresError): string | undefined {
    if (this.has(statement, error)) return this.#wantsExtension();
    if (error.sqlstate === '42501' && isAdministrators(statement, error)) {
      const why = `line ${statement.location.line} needs rights that the rehearsal’s role doesn’t have: ${HELP}`;
      this.#withoutRoles ??= why;
      return why;
    }
    if (this.#withoutRoles !== undefined && NO_SUCH_ROLE.test(error.message)) return this.#withoutRoles;
    const [gap] = this.#gaps;
    // Rows that refer to what was not written before the change.
    const lacksRows = error.sqlstate === FOREIGN_KEY_VIOLATION && gap !== undefined;
    if (!CONSEQUENCES.has(error.sqlstate) && !lacksRows) return undefined;
    if (lacksTablespace(statement, error)) return NO_TABLESPACE;
    const path = explainByRolePath(this.#before, error);
    if (path !== undefined) return path;
    const [failed] = this.#failed;
    if (failed !== undefined) return `it may need ${failed}, which comes before it and does not apply`;
    if (gap) return `it may need what fails before it, in ${gap.finding.path}:${gap.finding.line}`;
    if (this.#names.size > 0) return this.#wantsExtension();
    this.#wantedUnread ??= this.#unread.find(({ text }) => namesOne(text, error))?.path;
    if (this.#wantedUnread !== undefined)
      return `it may need what ${this.#wantedUnread} makes, which is not SQL and was not run: a dump of the schema (baseline) has it`;
    if (this.#unfollowed !== undefined)
      return `it may need what psql would run at ${this.#unfollowed}, which nobody knows here: a dump of the schema (baseline) has it`;
    const leftOut = [...this.#leftOutFor('rights'), ...this.#leftOutFor('owners')];
    const powerful = leftOut.find(({ sql }) => namesOne(sql, error));
    return powerful && `it may need what ${placeOf(powerful)} makes, which needs an administrator’s rights: ${HELP}`;
  }

  /** A statement before the change failed: what it would have made is missing. */
  addGap(failure: Observation): void {
    const { path, start } = failure.at;
    const known = this.#gaps.some(({ at }) => at.path === path && at.start === start);
    if (!known) this.#gaps.push(failure);
  }

  /** A migration of the change did not apply: what it would have made is missing in those after it. */
  addFailed(path: string): void {
    this.#failed.push(path);
  }

  /** What failed first before the change: an error where something of the change could not be rehearsed for it. */
  gaps(inTheWay: boolean): Observation[] {
    const [first, ...others] = this.#gaps;
    if (first === undefined) return [];
    const { finding } = first;
    const more =
      others.length > 0
        ? ` So it does with ${others.length} more ${others.length === 1 ? 'statement' : 'statements'} before the change.`
        : '';
    const outcome = inTheWay ? ' What needs it was not rehearsed.' : ' The change was rehearsed without it.';
    const severity = inTheWay ? finding.severity : 'info';
    return [{ ...first, finding: { ...finding, severity, message: `${finding.message}${more}${outcome}` } }];
  }

  /** A statement before the change was left out: it is an administrator's, or psql's. */
  leaveOut(statement: Statement, why: WhyLeftOut): void {
    this.#leftOut.push({ statement, why });
  }

  #leftOutFor(wanted: WhyLeftOut): Statement[] {
    return this.#leftOut.flatMap(({ statement, why }) => (why === wanted ? [statement] : []));
  }

  /** Whether the database before the change has all that its scripts would make, as far as can be read from them. */
  get none(): boolean {
    if (this.#wantedUnread !== undefined) return false;
    return this.#names.size === 0 && this.#gaps.length === 0 && this.#leftOut.every(({ why }) => why === 'psql');
  }

  #wantsExtension(): string {
    return `it may need ${[...this.#names.keys()].join(', ')}, which this server does not have or lets only a superuser create`;
  }

  get notChecked(): NotChecked[] {
    const extensions = [...this.#names].map(([name, why]) => ({
      check: `extension ${name}`,
      reason: why === 'not allowed' ? NOT_ALLOWED : adviceFor(name, this.#server),
    }));
    return [...extensions, ...this.#leftOutNotes()];
  }

  #leftOutNotes(): NotChecked[] {
    const note = (check: string, statements: Statement[], why: string) =>
      statements.length === 0 ? [] : [{ check, reason: `${placesOf(statements)} left out: ${why}` }];
    return [
      ...note('psql’s commands and rows before the change', this.#leftOutFor('psql'), 'they stand beside the SQL'),
      ...note('statements before the change that need more rights', this.#leftOutFor('rights'), HELP),
      ...note(
        'statements of administrators before the change',
        this.#leftOutFor('owners'),
        'they are about owners, roles and event triggers, and the role that rehearses owns nothing but its database',
      ),
      ...note('tablespaces before the change', this.#leftOutFor('tablespaces'), NO_TABLESPACE),
    ];
  }

  /** COMMENT ON EXTENSION, as dumps have it. */
  #isAbout({ node }: Statement): boolean {
    const comment = nodeOf(node, 'CommentStmt');
    if (comment?.objtype !== 'OBJECT_EXTENSION') return false;
    return this.#names.has(nodeOf(comment.object, 'String')?.sval ?? '');
  }
}

/** Whether SQL holds one of the names that Postgres misses. */
function namesOne(sql: string, { message }: PostgresError): boolean {
  const missed = [...message.matchAll(/"([^"]+)"|(?:function|type) ([\w.]+)/g)].map(
    ([, quoted, bare]) => quoted ?? bare ?? '',
  );
  const words = new Set(sql.toLowerCase().split(/[^\p{L}\p{N}_$]+/u));
  return missed.some((name) => words.has((name.split('.').at(-1) ?? name).toLowerCase()));
}

function placeOf({ location: { path, line } }: Statement): string {
  return `${path}:${line}`;
}

/** The first place, and how many more. */
function placesOf(statements: Statement[]): string {
  const places = [...new Set(statements.map(placeOf))];
  return places.length > 1 ? `${places[0]} and ${places.length - 1} more were` : `${places[0]} was`;
}

function adviceFor(name: string, { version, major }: Server): string {
  const image = ELSEWHERE.test(name) ? undefined : IMAGES.find(([names]) => names.test(name))?.[1](major);
  const use = image === undefined ? 'an image that has it' : `the image ${image}`;
  return `PostgreSQL ${version} here does not have it: rehearse on a service container with ${use}`;
}
