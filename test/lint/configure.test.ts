import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { configure, defaultOptions, optionNames, type RuleWish } from '../../src/lint/configure.js';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { defineRule, type Rule } from '../../src/lint/rule.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { migrationOf } from '../support/examples.js';

const rule = (over: Partial<Rule>): Rule =>
  defineRule({
    ...{ id: 'a-rule', harm: 'stops', summary: '', why: '', fix: '' },
    check: (_, { options, report }) => report({ message: JSON.stringify(options), help: '' }),
    examples: { bad: [], good: [] },
    ...over,
  });
const plain = rule({});
const strict = rule({ id: 'strict-rule', preset: 'strict' });
const tuned = rule({
  id: 'tuned-rule',
  options: v.strictObject({ 'max-rows': v.optional(v.number('expected a number'), 100) }),
});
const rules = [plain, strict, tuned];
const known = new Set(['a-rule', 'strict-rule', 'tuned-rule', 'syntax-error']);
const configured = (
  wishes: Record<string, RuleWish & object> | Record<string, RuleWish>,
  preset: Rule['preset'] = 'recommended',
) => configure(rules, known, { preset, rules: wishes });
const ids = ({ rules: on }: { rules: readonly Rule[] }) => on.map(({ id }) => id);

describe('which rules are on', () => {
  it('without a word: those that are recommended; the others count as off', () => {
    const all = configured({});
    expect(ids(all)).toEqual(['a-rule', 'tuned-rule']);
    expect(all.levels).toEqual({ 'strict-rule': 'off' });
  });

  it('in the strict preset: all', () => {
    expect(ids(configured({}, 'strict'))).toEqual(['a-rule', 'strict-rule', 'tuned-rule']);
    expect(configured({}, 'strict').levels).toEqual({});
  });

  it('with a severity of its own: that one, too', () => {
    for (const wish of ['info', { severity: 'info' }] as const) {
      const all = configured({ 'strict-rule': wish });
      expect(ids(all)).toContain('strict-rule');
      expect(all.levels).toEqual({ 'strict-rule': 'info' });
    }
    expect(ids(configured({ 'strict-rule': { ignore: 'x/**' } }))).not.toContain('strict-rule');
  });
});

describe('options', () => {
  it('are the rule’s defaults, or what the settings say', () => {
    expect(configured({}).options.get('tuned-rule')).toEqual({ 'max-rows': 100 });
    const said = configured({ 'tuned-rule': { severity: 'info', ignore: ['a'], 'max-rows': 5 } as RuleWish });
    expect(said.options.get('tuned-rule')).toEqual({ 'max-rows': 5 });
    expect(said.ignore.get('tuned-rule')).toEqual(['a']);
    expect(said.problems).toEqual([]);
  });

  it('that are wrong are named with the keys that lead to them', () => {
    const { problems } = configured({
      'a-rule': { 'max-rows': 5 } as RuleWish,
      'tuned-rule': { 'max-rows': 'many' } as RuleWish,
      'tuned-rul': 'off',
      'syntax-error': { loud: true } as RuleWish,
    });
    expect(problems).toEqual([
      { path: ['a-rule', 'max-rows'], message: 'a-rule: there is no option "max-rows". Known: severity, ignore.' },
      { path: ['tuned-rule', 'max-rows'], message: 'tuned-rule: max-rows: expected a number, got "many".' },
      { path: ['tuned-rul'], message: 'there is no rule "tuned-rul". Did you mean "tuned-rule"?' },
      { path: ['syntax-error', 'loud'], message: 'syntax-error: there is no option "loud". Known: severity, ignore.' },
    ]);
  });

  it('reach the rule', async () => {
    const { migration } = migrationOf({ sql: 'SELECT 1;' }, await loadGrammar());
    const say = (options?: ReadonlyMap<string, Record<string, unknown>>) =>
      lint([migration], new Schema(), { rules: [tuned], postgresVersion: null, ...(options && { options }) }).map(
        ({ finding }) => finding.message,
      );
    expect(say()).toEqual(['{"max-rows":100}']);
    expect(say(new Map([['tuned-rule', { 'max-rows': 7 }]]))).toEqual(['{"max-rows":7}']);
  });
});

it('every rule with options has a default for each, and refuses what it doesn’t know', () => {
  for (const it of RULES.filter(({ options }) => options)) {
    expect(Object.keys(defaultOptions(it)).sort(), it.id).toEqual(optionNames(it).sort());
    expect(it.options && v.safeParse(it.options, { 'no-such-option': 1 }).success, it.id).toBe(false);
  }
});
