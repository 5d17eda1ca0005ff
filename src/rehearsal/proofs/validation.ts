import { validate } from '../validation/validate.js';
import { failed, notChecked, type ProofOutcome, proven, type SchemaApplied, schemaProof } from './proof.js';

export default schemaProof({
  check: 'validation',
  title: 'The validation queries pass',
  async show(scene): Promise<ProofOutcome> {
    const { validations, plans, observations } = await run(scene);
    const rest = { part: { validations, plans }, observations };
    const all = validations.length;
    if (all === 0) return notChecked('no-script', 'there is no validation script', rest);
    const of = (status: string) => validations.filter((validation) => validation.status === status).length;
    const parts = [`${of('passed')} of ${all} passed`];
    if (of('failed') > 0) parts.push(`${of('failed')} failed`);
    if (of('unchecked') > 0) parts.push(`${of('unchecked')} can’t fail`);
    const detail = parts.join(', ');
    if (of('failed') > 0) return failed(detail, rest);
    return of('passed') === all ? proven(detail, rest) : notChecked('nothing-expected', detail, rest);
  },
});

async function run({ stage, migration: { verify }, validation, seeded, endSession }: SchemaApplied) {
  const out: Pick<Awaited<ReturnType<typeof validate>>, 'validations' | 'plans' | 'observations'> = {
    validations: [],
    plans: [],
    observations: [],
  };
  for (const script of [...(verify ? [verify] : []), ...validation]) {
    const { validations, plans, observations, lost } = await validate(stage.session, script, seeded);
    out.validations.push(...validations);
    out.plans.push(...plans);
    out.observations.push(...observations);
    if (!lost) continue;
    endSession();
    break;
  }
  return out;
}
