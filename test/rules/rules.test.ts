import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/catalogue.js';
import { severityOf } from '../../src/findings/check.js';
import { RULES } from '../../src/lint/registry.js';
import type { Example, Rule } from '../../src/lint/rule.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { type Claim, type Fact, factsOf } from '../../src/verdict/fact.js';
import { applied } from '../support/edits.js';
import { lintExample, migrationOf } from '../support/examples.js';

const grammar = await loadGrammar();
const findings = (example: Example, rule: Rule) => lintExample(example, [rule], grammar).map(({ finding }) => finding);
const of = (example: Example, rule: Rule) => findings(example, rule).filter((finding) => finding.rule === rule.id);
const named = (kind: 'bad' | 'good') =>
  RULES.flatMap((rule) =>
    rule.examples[kind].map((example) => [`${rule.id}: ${brief(example)}`, rule, example] as const),
  );

function brief({ sql }: Example): string {
  return sql.replace(/\s+/g, ' ').slice(0, 80);
}

describe('every rule', () => {
  it('has a file of its name, and every file has its rule', () => {
    const files = readdirSync(new URL('../../src/rules/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    expect(RULES.map(({ id }) => id)).toEqual(files.toSorted());
  });

  it('has a page, and every page has what it explains', () => {
    const pages = readdirSync(new URL('../../docs/rules/', import.meta.url)).map((file) => file.replace(/\.md$/, ''));
    expect(CHECKS.map(({ id }) => id).toSorted()).toEqual(pages.filter((id) => id !== 'README').toSorted());
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))('is documented in plain sentences: %s', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.summary).toMatch(/^[A-Z][^\n]{10,90}[^.\n]$/);
    expect(rule.why.trim()).toMatch(/^[A-Z`][\s\S]{40,}[.:)]$/);
    expect(rule.fix.trim()).toMatch(/^[A-Z`][\s\S]{20,}[.:)`]$/);
    expect(rule.examples.bad.length).toBeGreaterThan(0);
    expect(rule.examples.good.length).toBeGreaterThan(0);
  });
});

const SEVERITIES = ['info', 'warning', 'error'];

describe('a bad example', () => {
  it('has the severity of the rule, of one of them at least', () => {
    for (const rule of RULES) {
      const found = rule.examples.bad.flatMap((example) => of(example, rule));
      expect([rule.id, found.some(({ severity }) => severity === severityOf(rule))]).toEqual([rule.id, true]);
    }
  });

  it.each(named('bad'))('%s', (_, rule, example) => {
    const found = of(example, rule);
    expect(found).not.toEqual([]);
    const { subject, migration, baseline } = migrationOf(example, grammar);
    for (const script of [subject, migration.up, ...baseline]) {
      expect(script.statements.flatMap(({ syntaxError }) => syntaxError ?? [])).toEqual([]);
    }
    for (const finding of found) {
      expect(finding).toMatchObject({ rule: rule.id, evidence: 'static' });
      expect(SEVERITIES.indexOf(finding.severity)).toBeLessThanOrEqual(SEVERITIES.indexOf(severityOf(rule)));
      expect(finding.path).toBe(subject.file.path);
      expect(finding.message).toMatch(/^\S[^\n]+\S[.!]$/);
      expect(finding.message).not.toMatch(/undefined|\[object|null\b(?! )/);
      expect(finding.help).toMatch(/^[A-Z]\S*[\s\S]+$/);
      expect(finding.help).not.toMatch(/undefined|\[object/);
      // Each finding has the line that silences it: said twice, it would be the first thing to be tried.
      expect(finding.help).not.toContain(`-- migration-safety: ignore ${rule.id}`);
      const { line, column, endLine, endColumn } = finding;
      expect(endLine > line || (endLine === line && endColumn > column)).toBe(true);
    }
  });

  it('has the claim that its finding makes', () => {
    for (const rule of RULES) {
      for (const example of rule.examples.bad) {
        const claims = lintExample(example, [rule], grammar).flatMap(({ finding, claim }) =>
          finding.rule === rule.id && claim ? [shownByStatements(claim)] : [],
        );
        const where = `${rule.id}: ${brief(example)}`;
        if (example.claim) expect(claims, where).toContainEqual(factsOf(example.claim));
        else expect(claims.flat(), where).toEqual([]);
      }
    }
  });
});

/** What examples claim: the rest only a rollback, rows or a second run can show. */
function shownByStatements(claim: Claim): Fact[] {
  const others = new Set<Fact['kind']>(['hazard', 'lost', 'differs', 'waits']);
  return factsOf(claim).filter(({ kind }) => !others.has(kind));
}

describe('a good example is silent', () => {
  it.each(named('good'))('%s', (_, rule, example) => {
    expect(of(example, rule)).toEqual([]);
  });
});

describe('a fix', () => {
  const fixes = RULES.flatMap((rule) =>
    rule.examples.bad.flatMap((example) =>
      of(example, rule).flatMap((finding) =>
        (finding.fixes ?? []).map((fix) => [`${rule.id}: ${brief(example)}`, rule, example, fix] as const),
      ),
    ),
  );

  it.each(fixes)('mends %s', (_, rule, example, fix) => {
    const sql = applied(example.sql, fix.edits);
    const { subject } = migrationOf({ ...example, sql }, grammar);
    expect(subject.statements.flatMap(({ syntaxError }) => syntaxError ?? [])).toEqual([]);
    expect(of({ ...example, sql }, rule)).toEqual([]);
    expect(fix.description).toMatch(/^[A-Z].*[^.]$/);
  });
});
