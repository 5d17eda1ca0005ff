import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.js';
import { FORBIDDEN, hostile } from './arbitraries.js';
import { bigReport, failingReport, greenReport, hostileReport } from './fixtures.js';

const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);
const errors = (json: unknown) => (validate(json) ? [] : validate.errors);

describe('the JSON report', () => {
  it.each([
    ['failing', failingReport],
    ['green', greenReport],
    ['big', bigReport],
    ['hostile', hostileReport()],
  ])('fits its published schema: %s', (_, report) => {
    expect(errors(JSON.parse(renderJson(report)))).toEqual([]);
  });

  it('is refused with a member too many, one too few or an unknown value', () => {
    const { verdict: _, ...without } = greenReport;
    expect(errors({ ...greenReport, extra: 1 })).not.toEqual([]);
    expect(errors(without)).not.toEqual([]);
    expect(errors({ ...greenReport, verdict: 'maybe' })).not.toEqual([]);
    expect(errors({ ...greenReport, schemaVersion: 1 })).not.toEqual([]);
  });

  it('comes back as it was, with nothing invisible in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = renderJson(hostileReport(text));
        expect(JSON.parse(json)).toEqual(hostileReport(text));
        expect(json).not.toMatch(FORBIDDEN);
      }),
      { numRuns: 200 },
    );
  });
});
