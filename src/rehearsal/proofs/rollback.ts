import type { RollbackReport } from '../../report-schema/types.js';
import { shortName } from '../../schema/objects.js';
import { code } from '../../sql/words.js';
import { inWords, proveRollback } from '../rollback/rollback.js';
import { failed, notChecked, type ProofOutcome, proven, schemaProof } from './proof.js';

export default schemaProof({
  check: 'rollback',
  last: true,
  title: 'The rollback restores the schema',
  async show({ stage, migration: { up, down }, before, after, report, ran, rolledBack, spoil }): Promise<ProofOutcome> {
    const { irreversible } = report.rollback;
    if (down === undefined) {
      return irreversible === undefined
        ? notChecked('no-script', 'there is no rollback script')
        : notChecked('irreversible', `its author says so: ${irreversible}`);
    }
    const proof = await proveRollback(stage, { up, down }, { before, after });
    ran(down, proof.run);
    if (!proof.clean) spoil();
    if (proof.rolledBack) rolledBack(proof.rolledBack);
    const rollback = { ...report.rollback, ...proof.rollback };
    // Tried after another run than the tool's, what went wrong is reported, and what went well is not shown.
    const restores = rollback.differences.length === 0 && rollback.verdict !== 'down fails';
    if (report.madeToRun !== undefined && restores) rollback.verdict = 'not checked';
    const rest = { part: { rollback, rerun: proof.rerun }, observations: proof.observations };
    const refused = proof.run.failures[0];
    if (rollback.verdict === 'down fails' && refused) {
      const { statement, error } = refused;
      return failed(`line ${statement.location.line}: ${error.message} (${error.sqlstate})`, rest);
    }
    if (proof.wants !== undefined) return notChecked('cannot-be-tried', proof.wants, rest);
    if (rollback.differences.length > 0) return failed(rollback.differences.map(inWords).join('; '), rest);
    return proven(restored(rollback), rest);
  },
});

/** The schema is back: rows have a line of their own, except those that can't be brought back. */
function restored({ reordered = [], harmless = [], data }: RollbackReport): string {
  const named = (some: typeof harmless) => some.map(({ name }) => code(shortName(name))).join(', ');
  const unvalidated = harmless.filter(({ after }) => / NOT VALID”?$/.test(after ?? ''));
  const grown = harmless.filter(({ kind }) => kind === 'type');
  const along = harmless.filter(({ kind }) => kind === 'index');
  const validated = harmless.filter((one) => ![...unvalidated, ...grown, ...along].includes(one));
  const buts = [
    ...grown.map(({ name, after }) => `${shortName(name)} keeps ${after}, which its author says can’t be taken back`),
    ...(along.length > 0 ? [`${named(along)} goes with what it is a part of, which its author says`] : []),
    ...(validated.length > 0 ? [`${named(validated)} holds for all rows now`] : []),
    ...(unvalidated.length > 0 ? [`${named(unvalidated)} is NOT VALID, which no row breaks`] : []),
  ];
  const but = buts.length === 0 ? 'no difference' : `no difference but that ${buts.join(', and that ')}`;
  const same = `catalogs compared before the migration and after its rollback: ${but}`;
  const order =
    reordered.length === 0
      ? ''
      : `, but for the order of columns in ${reordered.map(code).join(', ')}, which counts for SELECT * and INSERT without columns`;
  const dropped = data?.dropped ?? [];
  const gone =
    dropped.length === 0
      ? ''
      : `; what is written to ${dropped.map(code).join(', ')} after the deployment goes with it`;
  return `${same}${order}${gone}`;
}
