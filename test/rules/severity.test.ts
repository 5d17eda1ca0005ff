/** The severity follows from the harm, and the harm from what the claims say, which servers have shown. */
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/catalogue.js';
import { severityOf, weightOf } from '../../src/findings/check.js';
import { RULES } from '../../src/lint/registry.js';
import { blockedBy } from '../../src/sql/locks.js';
import { type Fact, factsOf } from '../../src/verdict/fact.js';

/** Rules whose harm is another one than their facts suggest, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'add-column-unknown-default': 'whether the function is volatile is not known',
  'alter-column-type-unknown': 'what the old type was is not known',
};

const factsOfRule = (id: string): Fact[][] =>
  (RULES.find((rule) => rule.id === id)?.examples.bad ?? []).map(({ claim }) => [...factsOf(claim)]);

const works = ({ kind }: Fact) => kind === 'scan' || kind === 'rewrite';
const stopsOthers = (fact: Fact) =>
  fact.kind === 'lock' && blockedBy(fact.mode).some((who) => who === 'reads' || who === 'writes');

describe('the harm', () => {
  const rules = RULES.filter(({ id }) => !(id in OTHERWISE)).map((rule) => [rule.id, rule] as const);

  it.each(rules)('of %s is that of its facts', (id, { harm }) => {
    const facts = factsOfRule(id);
    // Where one example is refused and another isn't, the graver one counts.
    if (facts.length > 0 && facts.every((all) => all[0]?.kind === 'refused' || all[0]?.kind === 'refused on rows')) {
      expect(harm).toBe('stops');
    }
    const blocks = facts.some((all) => all.some(works) && all.some(stopsOthers));
    if (blocks) expect(weightOf(harm)).toBeLessThanOrEqual(weightOf('blocks'));
  });

  it('has no exception that is none', () => {
    for (const id of Object.keys(OTHERWISE)) expect(RULES.map((rule) => rule.id)).toContain(id);
  });
});

it('decides the severity of everything that can be reported', () => {
  for (const { harm, severity } of CHECKS) {
    expect(severity).toBe(severityOf({ harm }));
    const expected = harm === 'decision' ? 'warning' : harm === 'note' ? 'info' : 'error';
    expect(severity).toBe(expected);
  }
});
