import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/catalogue.js';
import { RULES } from '../../src/lint/registry.js';
import type { Example, Rule } from '../../src/lint/rule.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample, migrationOf } from '../support/examples.js';

const grammar = await loadGrammar();
const bad = RULES.flatMap((rule) =>
  rule.examples.bad.map((example) => [`${rule.id}: ${example.sql.replace(/\s+/g, ' ')}`, rule, example] as const),
);

function messagesOf(rule: Rule, example: Example): string[] {
  return lintExample(example, [rule], grammar).flatMap(({ finding }) => [
    finding.message,
    ...(finding.related ?? []).map(({ message }) => message),
  ]);
}

/** Dots in names, numbers and ellipses end no sentence, nor does what stands in quotes. */
function sentences(message: string): string[] {
  return message
    .replace(/`[^`]*`|“[^”]*”|\([^)]*\)/g, 'x')
    .split(/[.!?]+(?=\s|$)/)
    .filter((part) => part.trim() !== '');
}

/** The tables, columns, indexes and constraints that the example knows at any time, by the last parts of their names. */
function namesIn(example: Example): string[] {
  const { baseline, migration, subject } = migrationOf(example, grammar);
  const schema = new Schema();
  const names = new Set<string>();
  for (const { node } of [...baseline, migration.up, subject].flatMap(({ statements }) => statements)) {
    schema.apply(node, 'change');
    const all = KINDS.flatMap((kind) => schema.every(kind));
    for (const { name } of all) names.add(name.slice(name.lastIndexOf('.') + 1));
  }
  return [...names].filter((name) => name !== ARTICLE);
}

const KINDS = ['table', 'column', 'index', 'constraint', 'view', 'materialized view', 'sequence', 'type'] as const;
/** The one name of examples that is a word of its own in sentences. */
const ARTICLE = 'a';

describe('what is listed', () => {
  it.each(CHECKS.map(({ id, summary }) => [id, summary]))('has a summary of one short line: %s', (_, summary) => {
    expect(summary.length).toBeLessThanOrEqual(90);
    expect(summary).not.toMatch(/\.$|\n/);
  });
});

describe('the message of a bad example', () => {
  it.each(bad)('is short: %s', (_, rule, example) => {
    for (const message of messagesOf(rule, example)) {
      expect(message.length, message).toBeLessThanOrEqual(300);
      expect(sentences(message).length, message).toBeLessThanOrEqual(2);
    }
  });

  it.each(bad)('marks names: %s', (_, rule, example) => {
    const names = namesIn(example);
    for (const message of messagesOf(rule, example)) {
      expect((message.match(/`/g) ?? []).length % 2, message).toBe(0);
      const unmarked = message.replace(/`[^`]*`/g, '');
      const words = new Set(unmarked.match(/[\p{L}_][\p{L}\p{N}_$’]*/gu) ?? []);
      expect(names.filter((name) => words.has(name), message)).toEqual([]);
    }
  });
});
