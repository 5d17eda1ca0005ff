/** What a migration does to replication: published tables that refuse writes since, and identities that are gone. Pure. */
import type { Script, Statement } from '../../model.js';
import type { Proof } from '../../report-schema/types.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName, shortName } from '../../schema/objects.js';
import { enumerated } from '../../schema/sql-name.js';
import { nodeOf } from '../../sql/ast.js';
import { code } from '../../sql/words.js';
import { hazard } from '../../verdict/fact.js';
import type { Observation } from '../../verdict/observation.js';
import { runsCode } from '../run/hazards/unwritten.js';
import { observe } from '../run/observe.js';
import type { Entry } from '../snapshot/entry.js';
import { relationSql } from '../snapshot/names.js';
import { type Snapshot, whatItWas } from '../snapshot/snapshot.js';
import type { PublishedTable } from './published.js';

export interface Replication {
  before: readonly PublishedTable[];
  after: readonly PublishedTable[];
}

/** The same table before, or the one whose name it has taken. */
function earlier(table: PublishedTable, before: readonly PublishedTable[]): PublishedTable | undefined {
  const sameName = (one: PublishedTable) => one.schema === table.schema && one.name === table.name;
  return before.find(({ oid }) => oid === table.oid) ?? before.find(sameName);
}

/** Commands that it took before, or that nobody had tried. */
export function newlyRefused(table: PublishedTable, before: readonly PublishedTable[]): PublishedTable['refuses'] {
  const was = earlier(table, before)?.refuses ?? [];
  return table.refuses.filter(({ command }) => !was.some((one) => one.command === command));
}

/** `existing`: whether a table of that name was there before the change, so that code may write to it. */
export function refusedWrites(
  script: Script,
  { before, after }: Replication,
  existing: (table: PublishedTable) => boolean,
): Observation[] {
  return after.flatMap((table) => {
    const refused = newlyRefused(table, before);
    const [first] = refused;
    if (first === undefined) return [];
    const { schema, name, publications } = table;
    const full = `${schema}.${name}`;
    const commands = enumerated(refused.map(({ command }) => command));
    const isOld = existing(table);
    const statement = placeOf(script, table, earlier(table, before));
    return [
      observe('published-table-refuses-writes', script, statement, {
        message: `Postgres refuses ${commands} of ${code(shortName(full))} once this has run (SQLSTATE ${first.sqlstate}). The publication ${code(publications)} sends them, and ${WHY[first.sqlstate] ?? WHY['55000']}.`,
        proof: `EXPLAIN ${first.command} after the migration, and not before it: ${first.sqlstate}: ${first.message}`,
        help: `Give the table a primary key, or name a unique index on NOT NULL columns:\nALTER TABLE ${relationSql([schema, name])} REPLICA IDENTITY USING INDEX …;`,
        facts: [hazard('published-table-refuses-writes', full)],
        tried: triedReplication(table),
        // Code that updates a new table is yet to come.
        ...(!isOld && { severity: 'warning' as const }),
      }),
    ];
  });
}

/** By this it is known when it is tried again. */
export function triedReplication({ schema, name }: PublishedTable): string {
  return JSON.stringify(['published', schema, name, '']);
}

const WHY: Record<string, string> = {
  '55000': 'nothing says which row is meant',
  '42P10': 'what it filters or leaves out is no part of what tells the rows apart',
};

/** Identities that name an index that is gone, of tables that no publication holds here. */
export function lostIdentities(
  script: Script,
  before: Snapshot,
  after: Snapshot,
  published: readonly PublishedTable[],
) {
  const was = whatItWas(before);
  return [...after.values()].flatMap((table): Observation[] => {
    const old = was(table);
    if (table.kind !== 'table' || old === undefined || published.some(({ oid }) => oid === table.oid)) return [];
    if (!isEmptyIdentity(table, after) || isEmptyIdentity(old, before)) return [];
    const [schema = '', name = ''] = table.parts;
    const statement = placeOf(script, { schema, name }, undefined);
    return [
      observe('replica-identity-index-gone', script, statement, {
        message: `The index that REPLICA IDENTITY of ${code(shortName(table.name))} names is gone. Where a publication holds the table, its UPDATEs and DELETEs fail from then on.`,
        proof: 'In the catalogs after the migration: REPLICA IDENTITY USING INDEX, and no such index',
        help: `Name the index that takes its place, or go back to the primary key:\nALTER TABLE ${relationSql(table.parts)} REPLICA IDENTITY DEFAULT;`,
        facts: [hazard('replica-identity-index-gone', table.name)],
      }),
    ];
  });
}

function isEmptyIdentity(table: Entry, snapshot: Snapshot): boolean {
  if (table.attributes['replica identity'] !== 'i') return false;
  const own = JSON.stringify(table.parts);
  return ![...snapshot.values()].some(
    ({ kind, tableParts, attributes }) =>
      (kind === 'index' || kind === 'constraint') &&
      attributes['replica identity'] === true &&
      JSON.stringify(tableParts) === own,
  );
}

/** The statement that did it: the one that published the table where nothing did before, else the last that took its identity. */
function placeOf(
  { statements }: Script,
  table: Pick<PublishedTable, 'schema' | 'name'>,
  was: PublishedTable | undefined,
): Statement | undefined {
  const all = statements.flatMap((statement) =>
    [statement, ...(statement.block?.statements ?? [])].map(({ node }) => ({ statement, node })),
  );
  const publishes = all.findLast(({ node }) =>
    ['CreatePublicationStmt', 'AlterPublicationStmt'].some((kind) => node !== null && kind in node),
  );
  const takes = all.findLast(({ node }) => {
    const alter = nodeOf(node, 'AlterTableStmt');
    const subtypes = (alter?.cmds ?? []).map((item) => nodeOf(item, 'AlterTableCmd')?.subtype ?? '');
    if (alter?.relation?.relname === table.name && subtypes.some((one) => TAKES.has(one))) return true;
    return nodeOf(node, 'DropStmt')?.removeType === 'OBJECT_INDEX';
  });
  const names = all.find(({ node }) => effectsOf(node).some(({ object }) => lastName(object.name) === table.name));
  const found = was === undefined ? (publishes ?? takes) : (takes ?? publishes);
  return (found ?? names)?.statement ?? statements.find(runsCode) ?? statements[0];
}

const TAKES = new Set(['AT_DropConstraint', 'AT_ReplicaIdentity', 'AT_DropColumn']);

/** The tables whose publications, identity or answers differ. */
export function replicationTable({ before, after }: Replication): NonNullable<Proof['table']> | null {
  const nameOf = ({ schema, name }: PublishedTable) => shortName(`${schema}.${name}`);
  const inWords = (table: PublishedTable | undefined) => {
    if (table === undefined) return 'not published';
    const refused = table.refuses.map(({ command }) => command);
    return `in ${table.publications}, identity ${table.identity}${refused.length > 0 ? `, refuses ${enumerated(refused)}` : ''}`;
  };
  const gone = before.filter(({ oid }) => !after.some((one) => one.oid === oid));
  const rows = [
    ...after.map((table) => [nameOf(table), inWords(earlier(table, before)), inWords(table)]),
    ...gone
      .filter((table) => !after.some((one) => earlier(one, before) === table))
      .map((table) => [nameOf(table), inWords(table), 'not published']),
  ].filter(([, was, is]) => was !== is);
  return rows.length === 0 ? null : { caption: 'what is replicated', head: ['Table', 'Before', 'After'], rows };
}
