import type { RollbackData } from '../../report-schema/types.js';
import { code } from '../../sql/words.js';
import { dataFindings } from '../data/findings.js';
import { type DataBefore, standing, tryRollback } from '../data/rollback-data.js';
import { rollbackVerdict, untriedVerdict } from '../data/rollback-verdict.js';
import { changedTables, touchedTables } from '../run/touched.js';
import { unmoved } from './bloat.js';
import { failed, notChecked, type ProofOutcome, proven, type RowsScene, rowsProof } from './proof.js';

/** Only where the rollback ran to its end on empty tables do rows add something. */
function restorable({ migration, report }: Pick<RowsScene, 'migration' | 'report'>): boolean {
  return migration.down !== undefined && report.rollback.data !== undefined;
}

export default rowsProof<DataBefore | null>({
  check: 'data',
  title: 'The rollback brings the rows back, too',
  async begin(scene) {
    const { scratch, session } = scene.stage;
    return restorable(scene) ? scratch.pastRowSecurity(() => standing(session, scene.seeding.reach)) : null;
  },
  async show(scene, before): Promise<ProofOutcome | null> {
    const { stage, migration, report, seeding } = scene;
    if (before === null || migration.down === undefined) return null;
    const tried = await tryRollback(stage, migration.down, before);
    const { rollback } = report;
    if (typeof tried === 'string') {
      const part = { rollback: { ...rollback, verdict: untriedVerdict(rollback.verdict) } };
      return notChecked('cannot-be-tried', tried, { part });
    }
    const data = { dropped: [], ...rollback.data, ...tried };
    const shown = report.madeToRun === undefined;
    const verdict = shown ? rollbackVerdict(rollback.differences, data) : rollback.verdict;
    // A migration that declares that there is no way back gets no findings about it.
    const observations = rollback.irreversible ? [] : dataFindings(migration.down, tried);
    const rest = { part: { rollback: { ...rollback, verdict, data } }, observations };
    const bad = losses(data);
    if (bad !== null) return failed(bad, rest);
    // Tables without rows show nothing of what a rollback does to rows.
    const holdsNone = new Set(seeding.unseeded.flatMap((one) => (one.holdsNone ? [one.table] : [])));
    const empty = emptyOnes(before, touchedTables([report])).filter((name) => !holdsNone.has(name));
    const still = unmoved(report.bloat, changedTables(report));
    const untold = { rollback: { ...rollback, verdict: untriedVerdict(verdict) } };
    if (empty.length === 0 && still.length > 0) {
      const detail = `the migration changes none of the sample rows of ${still.map(code).join(', ')}`;
      return notChecked('no-rows', detail, { ...rest, part: untold });
    }
    if (empty.length === 0) return proven('tried on rows, and on rows that only the new schema allows', rest);
    const why = (name: string) => seeding.unseeded.find(({ table }) => table === name)?.reason;
    const list = empty
      .map((name) => (why(name) === undefined ? code(name) : `${code(name)} (${why(name)})`))
      .join(', ');
    return notChecked('no-rows', `not tried: sample rows of ${list} could not be inserted`, { ...rest, part: untold });
  },
  untried(scene, reason) {
    if (reason === 'no-rows' || !restorable(scene)) return null;
    const { rollback } = scene.report;
    const part = { rollback: { ...rollback, verdict: untriedVerdict(rollback.verdict) } };
    return notChecked(reason, 'on rows the migration fails', { part });
  },
});

function losses({ lost, refused }: Pick<RollbackData, 'lost' | 'refused'>): string | null {
  if (lost.length > 0) {
    return lost
      .map(({ table, column, detail }) => `${code(`${table}${column ? `.${column}` : ''}`)}: ${detail}`)
      .join('; ');
  }
  if (refused.length === 0) return null;
  return `it fails once there is ${refused.map(({ data, sqlstate }) => `${data} (${sqlstate})`).join(', or ')}`;
}

/** The tables that the migration or its rollback has to do with, and that held no row. */
function emptyOnes({ print }: DataBefore, touched: ReadonlySet<string>): string[] {
  return [...print.values()].filter(({ name, rows }) => rows === 0 && touched.has(name)).map(({ name }) => name);
}
