/** Privileges and owners that the new object lacks. Pure. */
import { type Attributes, type Entry, listOf, textOf } from '../../snapshot/entry.js';
import { functionSql, relationSql, sqlName } from '../../snapshot/names.js';
import { FIRST_NAME } from './definitions.js';
import { type Loss, type LostItem, lossOf, type Pair } from './loss.js';

interface Grant {
  /** As SQL. */
  grantee: string;
  privilege: string;
  option: boolean;
}

export function lostGrants(pair: Pair): Loss[] {
  const { before, after, was, is } = pair;
  const lost = grantsLost(before, after);
  const columns = was.of('column').flatMap((column) => {
    const name = column.parts.at(-1) ?? '';
    const now = is.column(name);
    if (now === undefined) return [];
    const left = missing(grantsOf(column.attributes), [...grantsOf(now.attributes), ...grantsOf(after.attributes)]);
    return granted(left, objectSql(after), sqlName(name));
  });
  const onView = listOf(before.attributes, 'column grants').flatMap((text) => {
    if (listOf(after.attributes, 'column grants').includes(text)) return [];
    const [, name = '', rest = ''] = FIRST_NAME.exec(text) ?? [];
    return granted(missing([readGrant(rest.trim())], grantsOf(after.attributes)), objectSql(after), name);
  });
  return lossOf('privileges', true, [...lost, ...columns, ...onView]);
}

/** What a REVOKE took from PUBLIC, and the new object gives to it again, as each new function and type does. */
export function publicAgain({ before, after }: Pair): Loss[] {
  if (!BY_DEFAULT.includes(before.kind)) return [];
  const fresh = missing(grantsOf(after.attributes).filter(isPublic), grantsOf(before.attributes));
  const items = fresh.map(({ privilege }) => ({
    words: `PUBLIC has ${privilege} again`,
    sql: `REVOKE ${privilege} ON ${objectSql(after)} FROM PUBLIC;`,
  }));
  return lossOf('revoked privileges', true, items);
}

export function lostOwner({ before, after, first }: Pair): Loss[] {
  const owner = textOf(before, 'owner');
  if (owner === undefined || owner === after.attributes.owner) return [];
  // Where the role of the rehearsal owned nothing, production's own may well be the owner of all.
  const owns = ({ kind, attributes }: Entry) => OWNED.has(kind) && attributes.owner === after.attributes.owner;
  if (![...first.values()].some(owns)) return [];
  const sql = `ALTER ${objectSql(after, true)} OWNER TO ${owner};`;
  return lossOf('owner', true, [{ words: `${owner} (it is ${after.attributes.owner})`, sql }]);
}

const OWNED = new Set(['table', 'view', 'materialized view', 'sequence', 'function', 'type', 'domain']);

/** Of one object, apart from its columns. */
export function grantsLost(before: Entry, after: Entry): LostItem[] {
  const owners = [before.attributes.owner, after.attributes.owner];
  const was = grantsOf(before.attributes).filter(({ grantee }) => !owners.includes(grantee));
  // What PUBLIC got by default may be revoked again: it doesn't replace a lost privilege.
  const fresh = BY_DEFAULT.includes(after.kind) && !grantsOf(before.attributes).some(isPublic);
  const now = grantsOf(after.attributes).filter((grant) => !(fresh && isPublic(grant)));
  return granted(missing(was, now), objectSql(after));
}

/** Kinds of objects that PUBLIC may use unless that is revoked. */
const BY_DEFAULT = ['function', 'type', 'domain'];

function isPublic({ grantee }: Grant): boolean {
  return grantee === 'public';
}

function grantsOf(attributes: Attributes): Grant[] {
  return listOf(attributes, 'grants').map(readGrant);
}

function readGrant(text: string): Grant {
  const colon = text.lastIndexOf(':');
  const option = text.endsWith('*');
  return { grantee: text.slice(0, colon), privilege: text.slice(colon + 1, option ? -1 : undefined), option };
}

/** Those that are no longer granted, to the same role or to PUBLIC. */
function missing(was: readonly Grant[], is: readonly Grant[]): Grant[] {
  return was.filter(
    ({ grantee, privilege, option }) =>
      !is.some(
        (one) =>
          one.privilege === privilege &&
          (one.grantee === grantee || one.grantee === 'public') &&
          (one.option || !option),
      ),
  );
}

/** One statement for each grantee. */
function granted(grants: readonly Grant[], on: string, column?: string): LostItem[] {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = `${grant.grantee} ${grant.option}`;
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  return [...groups.values()].map((group) => {
    const [{ grantee = '', option = false } = {}] = group;
    const role = grantee === 'public' ? 'PUBLIC' : grantee;
    const list = group
      .map(({ privilege }) => (column === undefined ? privilege : `${privilege} (${column})`))
      .join(', ');
    return {
      words: `${list} for ${role}`,
      sql: `GRANT ${list} ON ${on} TO ${role}${option ? ' WITH GRANT OPTION' : ''};`,
    };
  });
}

/** As GRANT names it; ALTER needs the keyword for a relation as well. */
export function objectSql({ kind, parts }: Entry, withWord = false): string {
  if (kind === 'function') return `ROUTINE ${functionSql(parts)}`;
  const relation = ['table', 'foreign table', 'view', 'materialized view'].includes(kind);
  return relation && !withWord ? relationSql(parts) : `${kind.toUpperCase()} ${relationSql(parts)}`;
}
