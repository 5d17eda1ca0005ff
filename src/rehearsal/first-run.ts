/** What the first run has come to, and what of the schema it concerns. */
import type { MigrationReport } from '../report-schema/types.js';
import { shortName } from '../schema/objects.js';
import { runsOf } from '../sql/runs.js';
import { type Reach, reachOf } from './ground/seed/reach.js';
import type { Plan } from './plan.js';
import { type RelatedRelations, relatedTo } from './probes/related.js';
import type { Schemas } from './rerun/reference.js';

/** What the first run has come to, migration by migration. */
export interface FirstRun {
  reports: MigrationReport[];
  /** Tables that each wrote to or rewrote. */
  written: readonly (readonly string[])[];
  /** Tables that existed before the change. */
  existing: ReadonlySet<string>;
  /** The schemas around each migration; null where it doesn't apply. */
  schemas: readonly (Schemas | null)[];
}

export const NO_RELATIONS: RelatedRelations = { tables: [], views: [] };

/** Which tables the rows of may matter to the change, its rollback, the queries and what is tied to them. */
export function reachOfChange(plan: Plan, first: FirstRun, related = relatedInRuns(plan, first)): Reach {
  const { changed, queries = [], validation = [] } = plan;
  const schema = first.schemas.find((one) => one !== null)?.before;
  if (schema === undefined) return null;
  const verifying = changed.flatMap(({ verify }) => verify ?? []);
  const asked = [...validation, ...verifying].flatMap(({ statements }) => statements.map(({ sql }) => sql));
  const tied = related.flatMap(({ tables, views }) => [...tables, ...views]);
  const texts = [...asked, ...queries.map(({ sql }) => sql), ...tied, ...first.written.flat()];
  return reachOf({ changed, reports: first.reports, texts, schema });
}

/** Where the tool sends several in one transaction, of all of them. */
export function relatedInRuns({ changed }: Plan, first: FirstRun): RelatedRelations[] {
  const own = changed.map((_, index) => relatedOf(first, index));
  const runs = runsOf(changed);
  return changed.map((migration) => {
    const together = (runs.find((run) => run.includes(migration)) ?? []).map(
      (one) => own[changed.indexOf(one)] ?? NO_RELATIONS,
    );
    return {
      tables: [...new Set(together.flatMap(({ tables }) => tables))],
      views: [...new Set(together.flatMap(({ views }) => views))],
    };
  });
}

/** To look through a large schema once is enough. */
const RELATED = new WeakMap<Schemas, RelatedRelations>();

/** What was there before the change. */
export function relatedOf({ schemas, existing }: FirstRun, index: number): RelatedRelations {
  const around = schemas[index];
  if (!around) return NO_RELATIONS;
  const { tables, views } = RELATED.get(around) ?? relatedTo(around.before, around.after);
  RELATED.set(around, { tables, views });
  const start = schemas.find((one) => one !== null)?.before ?? around.before;
  const old = new Set([...start.values()].flatMap(({ kind, name }) => (kind === 'view' ? [shortName(name)] : [])));
  return { tables: tables.filter((name) => existing.has(name)), views: views.filter((name) => old.has(name)) };
}
