/** Constraints that a change adds NOT VALID and leaves so. Pure. */
import type { Script } from '../../../model.js';
import type { StatementReport } from '../../../report-schema/types.js';
import { shortName } from '../../../schema/objects.js';
import { code } from '../../../sql/words.js';
import type { Observation } from '../../../verdict/observation.js';
import { keyOf, listOf } from '../../snapshot/entry.js';
import { relationSql, sqlName } from '../../snapshot/names.js';
import { type Entry, isUnvalidated, type Snapshot, whatItWas } from '../../snapshot/snapshot.js';
import { observe } from '../observe.js';

export interface Introduced {
  up: Script;
  /** Of its statements, in order. */
  reports: StatementReport[];
  /** Keys in a snapshot. */
  keys: string[];
}

/** `introduced`: what each migration left unvalidated; `final`: how the whole change ends. */
export function leftUnvalidated(introduced: Introduced[], final: Snapshot): Observation[] {
  return introduced.flatMap(({ up, reports, keys }) =>
    keys.flatMap((key) => {
      const entry = final.get(key);
      if (entry === undefined || !isUnvalidated(entry) || isInherited(entry, final)) return [];
      const adds = ({ objects }: StatementReport) =>
        objects.some(({ kind, name }) => kind === 'constraint' && name === shortName(entry.name));
      const place = up.statements[reports.findIndex(adds)] ?? up.statements.at(-1);
      if (place === undefined) return [];
      const name = entry.parts.at(-1) ?? entry.name;
      const table = shortName(entry.table ?? '');
      const message = `The migration leaves the constraint ${code(name)} of ${code(table)} unvalidated. It holds for new rows only.`;
      const help = `Validate it in a later migration:\nALTER TABLE ${relationSql(entry.tableParts ?? [])} VALIDATE CONSTRAINT ${sqlName(name)};`;
      const proof = 'pg_constraint.convalidated is false after the change';
      return [observe('constraint-not-validated', up, place, { message, proof, help })];
    }),
  );
}

/** A parent of its table has it, too: to validate that one validates this. */
function isInherited({ parts, tableParts }: Entry, final: Snapshot): boolean {
  const parents = listOf(final.get(keyOf('table', tableParts ?? []))?.facts ?? {}, 'inherits');
  return parents.some((parent) => {
    const its = final.get(keyOf('constraint', [...(JSON.parse(parent) as string[]), parts.at(-1) ?? '']));
    return its !== undefined && isUnvalidated(its);
  });
}

/** The constraints that are unvalidated after a migration and were not so before. */
export function newlyUnvalidated(before: Snapshot, after: Snapshot): string[] {
  const was = whatItWas(before);
  return [...after].filter(([, entry]) => isUnvalidated(entry) && !wasSo(was(entry))).map(([key]) => key);
}

function wasSo(entry: Entry | undefined): boolean {
  return entry !== undefined && isUnvalidated(entry);
}
