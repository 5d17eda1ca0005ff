/** What is pasted works whatever things are called: with keywords for names, all help says the same of them. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/lint/registry.js';
import type { Example, Rule } from '../../src/lint/rule.js';
import { lastName } from '../../src/schema/objects.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { lintExample } from '../support/examples.js';

const grammar = await loadGrammar();
const RESERVED = [
  'user',
  'order',
  'select',
  'end',
  'table',
  'group',
  'where',
  'check',
  'default',
  'limit',
  'all',
  'to',
];
const KINDS = ['table', 'column', 'constraint', 'index', 'view', 'sequence', 'trigger', 'function', 'type'] as const;
/** Literals and comments stay, so that what names something in them is left out. */
const TOKEN = /--[^\n]*|'(?:[^']|'')*'|\$\$[\s\S]*?\$\$|"(?:[^"]|"")+"|[A-Za-z_][\w$]*/g;
/** About names themselves, and help that gives a column's name to a function as a text, where it has no quotes. */
const ABOUT_NAMES = [
  ...['quoted-identifier', 'identifier-too-long', 'like-underscore-wildcard', 'column-named-twice'],
  ...['index-row-too-large', 'alter-sequence-blocks-nextval'],
];

const parsed = (text: string) =>
  grammar.parseScript({ role: 'up', file: { path: 'x.sql', text }, sql: text, transaction: 'autocommit' }).statements;

/** Which name stands for which. */
function renamingOf({ setup = '', sql, up = '' }: Example): Map<string, string> {
  const schema = new Schema();
  const names = [setup, up, sql].flatMap((text) => {
    schema.replay(parsed(text), 'baseline');
    return KINDS.flatMap((kind) => schema.every(kind).map(({ name }) => lastName(name)));
  });
  const plain = [...new Set(names)].filter((name) => /^[a-z]+$/.test(name)).sort((a, b) => b.length - a.length);
  return new Map(plain.slice(0, RESERVED.length).map((name, at) => [name, RESERVED[at] ?? '']));
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(TOKEN, (token) => {
    const bare = token.replace(/^"(.*)"$/, '$1');
    const name =
      names.get(bare) ??
      bare
        .split('_')
        .map((word) => names.get(word) ?? word)
        .join('_');
    return name === bare ? token : `"${name}"`;
  });
}

/** The text with the names that were there, where they stand in quotes, as a literal, or as a part of a longer name. */
function back(text: string, names: ReadonlyMap<string, string>): string {
  const olds = new Map([...names].map(([old, name]) => [name, old]));
  return text.replace(/"(\w+)"|(?<=')\w+(?=')|\w*_\w*/g, (token, inQuotes?: string) => {
    const words = (inQuotes ?? token).split('_').map((word) => olds.get(word) ?? word);
    return words.join('_');
  });
}

/** The lines that are SQL, in the example's own names. */
function sqlOf(help: string, names = new Map<string, string>()): string[] {
  return back(help, names)
    .split('\n')
    .slice(1)
    .filter((line) => /;$/.test(line));
}

const cases = RULES.filter(({ id }) => !ABOUT_NAMES.includes(id)).flatMap((rule) =>
  rule.examples.bad.map((example) => [rule.id, example.sql, rule, example] as const),
);

describe('names that are keywords', () => {
  const helped: string[] = [];
  it.each(cases)('%s: %s', (_, __, rule: Rule, example) => {
    const names = renamingOf(example);
    const change = (text: string) => renamed(text, names);
    const { setup, sql, up, down } = example;
    const other: Example = {
      ...{ ...example, sql: change(sql) },
      ...(setup && { setup: change(setup) }),
      ...(up && { up: change(up) }),
      ...(down && { down: change(down) }),
    };
    const before = lintExample(example, [rule], grammar);
    const after = lintExample(other, [rule], grammar);
    // A name in a literal stays, and then another thing is meant.
    const isNamed = [setup, sql, up, down].some((text) => /'[^']*\w[^']*'|\$\$/.test(text ?? ''));
    if (isNamed && before.length !== after.length) return;
    expect(after.map(({ finding }) => finding.rule)).toEqual(before.map(({ finding }) => finding.rule));
    // The body of what is called names another table then, of which nothing is known.
    if (/\bAS \$\$/.test(setup ?? '')) return;
    for (const [at, { finding, recipe }] of after.entries()) {
      expect(sqlOf(finding.help, names)).toEqual(sqlOf(before[at]?.finding.help ?? '', new Map()));
      for (const { sql: text, down: undo } of recipe?.steps ?? []) {
        helped.push(rule.id);
        for (const one of [text, undo ?? '']) {
          if (one.includes('…')) continue;
          expect(parsed(one).flatMap(({ syntaxError }) => (syntaxError ? [one] : []))).toEqual([]);
        }
      }
    }
  });

  it('has tried recipes', () => {
    expect(new Set(helped).size).toBeGreaterThan(15);
  });
});
