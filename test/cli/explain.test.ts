import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/catalogue.js';
import { explainAsJson, explainIn, explainRule, listRules } from '../../src/cli/explain.js';
import { RULES } from '../../src/lint/registry.js';
import { UsageError } from '../../src/system/usage-error.js';

describe('rules', () => {
  it('lists all that can be reported, a line each', () => {
    const lines = listRules().trimEnd().split('\n');
    expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(CHECKS.map(({ id }) => id));
    for (const line of lines) expect(line).toMatch(/^[a-z-]+ +(error|warning|info) +\S.*[^`]$/);
  });
});

describe('rules as JSON', () => {
  it('have what a program asks for: severity, harm, preset, where to read on', () => {
    const rules = JSON.parse(listRules('json'));
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(CHECKS.map(({ id }) => id));
    for (const rule of rules) {
      expect(Object.keys(rule)).toEqual(['id', 'severity', 'harm', 'preset', 'summary', 'documentation']);
      expect(rule.documentation).toMatch(new RegExp(`^https://.*/docs/rules/${rule.id}\\.md$`));
    }
    const strict = RULES.flatMap(({ id, preset }) => (preset === 'strict' ? [id] : []));
    expect(rules.flatMap(({ id, preset }: Record<string, string>) => (preset === 'strict' ? [id] : []))).toEqual(
      strict,
    );
  });

  it('are explained with all their examples, and in a layout with the files to write', async () => {
    const rule = RULES.find(({ id }) => id === 'index-not-concurrent');
    const page = JSON.parse(await explainAsJson('index-not-concurrent', 'goose'));
    expect(page).toMatchObject({ id: 'index-not-concurrent', severity: 'error', harm: 'blocks', layout: 'goose' });
    expect(page.examples.bad.map(({ sql }: { sql: string }) => sql)).toEqual(rule?.examples.bad.map(({ sql }) => sql));
    expect(page.examples.good).toHaveLength(rule?.examples.good.length ?? 0);
    expect(page.help).toContain('-- +goose NO TRANSACTION');
    expect(JSON.parse(await explainAsJson('empty-migration', undefined))).not.toHaveProperty('examples');
    await expect(explainAsJson('index-not', undefined)).rejects.toThrow('there is no rule "index-not"');
  });
});

describe('explain', () => {
  it.each(CHECKS.map(({ id }) => id))('has a page for %s', (id) => {
    const page = explainRule(id);
    expect(page.startsWith(`${id} (`)).toBe(true);
    expect(page).toContain('\n\nInstead: ');
    expect(page.endsWith('\n')).toBe(true);
    expect(page).not.toMatch(/undefined|\[object/);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('shows examples of %s', (id, { examples }) => {
    for (const example of [examples.bad[0], examples.good[0]]) {
      for (const line of example?.sql.split('\n') ?? []) expect(explainRule(id)).toContain(`  ${line}`);
    }
  });

  it.each([
    [undefined, 'explain: name a rule. migration-safety rules lists them.'],
    [
      'index-not-concurent',
      'explain: there is no rule "index-not-concurent". Did you mean "index-not-concurrent"? migration-safety rules lists them.',
    ],
    ['', 'explain: there is no rule "". migration-safety rules lists them.'],
    ['constructor', 'explain: there is no rule "constructor". migration-safety rules lists them.'],
  ])('refuses %j', (id, message) => {
    expect(() => explainRule(id)).toThrow(UsageError);
    expect(() => explainRule(id)).toThrow(message);
  });
});

describe('explain in a layout', () => {
  it('shows the files to write for its tool', async () => {
    const goose = await explainIn('goose', 'index-not-concurrent');
    expect(goose).toContain('-- +goose NO TRANSACTION\n  -- +goose Up\n  CREATE INDEX CONCURRENTLY i ON t (a);');
    expect(await explainIn('prisma', 'index-not-concurrent')).toContain('<version>_build_i/migration.sql');
    expect(await explainIn('hasura', 'index-not-concurrent')).toMatch(
      /hasura migrate apply --skip-execution[^:]*:\n {2}CREATE INDEX CONCURRENTLY i ON t \(a\);\n.*\/up\.sql:/,
    );
    expect(await explainIn('goose', 'empty-migration')).toBe('In goose: as everywhere.\n');
  });

  it('shows Ruby for Rails, and steps in SQL for what a program prints', async () => {
    const rails = await explainIn('rails', 'index-not-concurrent');
    expect(rails).toContain('  db/migrate/<version>_build_i.rb:\n  class BuildI < ActiveRecord::Migration[7.0]\n');
    expect(rails).toContain('    disable_ddl_transaction!\n');
    const printed = await explainIn('command', 'index-not-concurrent');
    expect(printed).toMatch(/^In command, for\n.*\n\n {2}.* Outside a transaction:\n {2}CREATE INDEX CONCURRENTLY/);
  });

  it('refuses a layout that there isn’t', async () => {
    await expect(explainIn('gooze', 'set-not-null')).rejects.toThrow(
      'there is no layout "gooze". Did you mean "goose"? Known: atlas, ',
    );
  });
});
