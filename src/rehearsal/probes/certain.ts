/** Whether a refusal depends on what a made-up row holds. Pure. */
import type { PostgresError } from '../../servers/server.js';
import type { SeedCatalog, Table } from '../ground/seed/catalog.js';

/** `row`: on its values. `limits`: on ours, or on the server's. */
export type DependsOn = 'nothing' | 'row' | 'limits';

export interface JudgedRefusal {
  error: PostgresError;
  /** As it is now. */
  table: Table;
  /** The columns that the statement gives, by name. */
  named: ReadonlySet<string>;
  before: SeedCatalog;
  now: SeedCatalog;
  /** Some row would pass row-level security. */
  isAllowed?: boolean;
  /** Of an UPDATE: the columns that it sets to one and the same value. What it leaves alone is as each row has it. */
  fixed?: ReadonlySet<string>;
}

const UNSET_PARAMETER = /^unrecognized configuration parameter "\w+\./;
const NOT_NULL = '23502';
const CHECK = '23514';
const UNIQUE = '23505';
const INVALID_TEXT = '22P02';
/** A trigger that sets itself off again and again. */
const TOO_DEEP = '54001';

/** Manual, appendix A: what these classes say is about the statement and the schema. */
const OF_THE_SCHEMA = /^(0A|0L|0P|2B|2D|2F|25|26|34|38|39|3B|3D|3F|42|55)/;
const LOCK_NOT_AVAILABLE = '55P03';
const OF_LIMITS = /^(08|40|53|54|57|58|F0|HV|XX)/;

/** What worked before the change and is refused after it: whether every other row is refused, too. */
export function dependsOn(refusal: JudgedRefusal): DependsOn {
  const { error, table, named, before, now, isAllowed = true, fixed } = refusal;
  const { sqlstate, column, constraint, where } = error;
  // What the server fills in by itself is the same, or of the same kind, for every row.
  const isGenerated = (name: string) => table.columns.some((one) => one.name === name && one.generated);
  const isTheSame = (name: string) => (fixed ? fixed.has(name) : !named.has(name)) && !isGenerated(name);
  if (sqlstate === TOO_DEEP) return 'nothing';
  if (sqlstate === LOCK_NOT_AVAILABLE || OF_LIMITS.test(sqlstate)) return 'limits';
  // What a policy lets through depends on the row, and on the session.
  if (isOfRowSecurity(error)) return isAllowed ? 'row' : 'nothing';
  // A setting of the application's own, which it may well set.
  if (isUnsetSetting(error)) return 'row';
  // A trigger's own RAISE may give any SQLSTATE, and has looked at the row.
  if (/^[^\n]* at RAISE(?:\n|$)/.test(where ?? '')) return 'row';
  if (OF_THE_SCHEMA.test(sqlstate)) return 'nothing';
  switch (sqlstate) {
    case NOT_NULL:
      if (column === undefined) return isLeftToDomain(table, named, now) ? 'nothing' : 'row';
      // In the table itself it was left out; where a trigger writes, it doesn't know of it.
      if (where === undefined) return isTheSame(column) ? 'nothing' : 'row';
      return isNewIn(now, before, error, column) || isLeftOut(where, column) ? 'nothing' : 'row';
    case CHECK:
      if (where !== undefined) return isOfLeftOut(error, now) ? 'nothing' : 'row';
      return all(table.checks, constraint, table, isTheSame) ? 'nothing' : 'row';
    case UNIQUE:
      return !fixed && all(table.uniques, constraint, table, isTheSame) ? 'nothing' : 'row';
    case INVALID_TEXT:
      return isLabelThatWent(error, before, now) ? 'nothing' : 'row';
    default:
      return 'row';
  }
}

export function isOfRowSecurity({ sqlstate, message }: PostgresError): boolean {
  return sqlstate === '42501' && /row-level security policy/.test(message);
}

export function isUnsetSetting({ message }: PostgresError): boolean {
  return UNSET_PARAMETER.test(message);
}

/** Whether a constraint is about columns of which that holds, and about no others. */
function all(
  constraints: readonly { name: string; columns: number[] }[],
  constraint: string | undefined,
  table: Table,
  holds: (column: string) => boolean,
): boolean {
  const columns = constraints.find(({ name }) => name === constraint)?.columns ?? [];
  const names = columns.map((number) => table.columns.find((column) => column.number === number)?.name ?? '');
  return names.length > 0 && names.every(holds);
}

/** A column that the statement leaves out is of a domain that takes no NULL, and gets nothing else. */
function isLeftToDomain({ columns }: Table, named: ReadonlySet<string>, { types }: SeedCatalog): boolean {
  return columns.some(({ name, type, expression, identity, generated }) => {
    const own = types.get(type);
    const isFilled = expression !== null || identity !== '' || generated || own?.hasDefault;
    return !named.has(name) && !isFilled && own?.kind === 'domain' && own.notNull;
  });
}

const RELATION = /of relation "([^"]+)"/;

/** The column came with the change, or may no longer be empty because of it. */
function isNewIn(now: SeedCatalog, before: SeedCatalog, { message }: PostgresError, column: string): boolean {
  const relation = RELATION.exec(message)?.[1];
  const there = now.tables.filter(
    ({ name, columns }) => name === relation && columns.some((one) => one.name === column),
  );
  return there.some(({ oid }) => {
    const was = before.tables.find((table) => table.oid === oid);
    return was !== undefined && !was.columns.some((one) => one.name === column);
  });
}

const INSERT_OF_CODE = /^SQL statement "\s*insert\s+into\s+[\w."]+\s*\(([^()]*)\)/i;

/** An INSERT in code, which names its columns, doesn't give this one: that is so for every row. */
function isLeftOut(where: string | undefined, column: string): boolean {
  const list = INSERT_OF_CODE.exec(where ?? '')?.[1];
  const names = list?.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
  return names !== undefined && !names.some((name) => name === column || name.toLowerCase() === column);
}

/** The same for a CHECK: of the table that code writes to, on columns that it leaves out. */
function isOfLeftOut({ message, constraint, where }: PostgresError, { tables }: SeedCatalog): boolean {
  const relation = /^new row for relation "([^"]+)"/.exec(message)?.[1];
  return tables.some((table) => {
    const check = table.name === relation && table.checks.find(({ name }) => name === constraint);
    const columns = check ? table.columns.filter(({ number }) => check.columns.includes(number)) : [];
    return columns.length > 0 && columns.every(({ name, generated }) => !generated && isLeftOut(where, name));
  });
}

const ENUM_VALUE = /^invalid input value for enum .*: "(.*)"$/s;

/** The label stands in stored code: no row has it. */
export function isLabelThatWent({ message }: PostgresError, before: SeedCatalog, now: SeedCatalog): boolean {
  const label = ENUM_VALUE.exec(message)?.[1];
  const has = ({ types }: SeedCatalog) => [...types.values()].some(({ labels }) => labels.includes(label ?? ''));
  return label !== undefined && has(before) && !has(now);
}
