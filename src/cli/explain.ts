/** `rules` and `explain <rule>`. Pure. */
import { closest, distance } from 'fastest-levenshtein';
import { CHECKS } from '../catalogue.js';
import { helpIn } from '../lint/in-layout.js';
import { RULES } from '../lint/registry.js';
import type { Example } from '../lint/rule.js';
import { LAYOUTS } from '../migrations/layouts/index.js';
import { unmarked } from '../report/words.js';
import { UsageError } from '../system/usage-error.js';

/** One line for each thing that can be reported. */
export function listRules(): string {
  const width = Math.max(...CHECKS.map(({ id }) => id.length));
  return CHECKS.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${plain(summary)}\n`,
  ).join('');
}

/** A rule's page, as text. Throws `UsageError` where there is no such rule. */
export function explainRule(id: string | undefined): string {
  if (id === undefined) throw new UsageError('explain: name a rule. migration-safety rules lists them.');
  const check = CHECKS.find((known) => known.id === id);
  if (check === undefined) {
    const near = closest(
      id,
      CHECKS.map((known) => known.id),
    );
    const hint = distance(id, near) <= id.length / 2 ? ` Did you mean ${near}?` : '';
    throw new UsageError(`explain: there is no rule "${id}".${hint} migration-safety rules lists them.`);
  }
  const examples = RULES.find((rule) => rule.id === id)?.examples;
  const parts = [
    `${check.id} (${check.severity})\n${plain(check.summary)}`,
    unwrap(check.why),
    `Instead: ${unwrap(check.fix)}`,
  ];
  if (examples?.bad[0]) parts.push(`Found:\n${indent(examples.bad[0])}`);
  if (examples?.good[0]) parts.push(`Not found:\n${indent(examples.good[0])}`);
  return `${parts.join('\n\n')}\n`;
}

/** How a bad example of the rule is put right in a layout: what a report there would say. Throws `UsageError`. */
export async function explainIn(layout: string, id: string): Promise<string> {
  if (!LAYOUTS.some(({ name }) => name === layout)) {
    const names = LAYOUTS.map(({ name }) => name).join(', ');
    throw new UsageError(`explain: there is no layout "${layout}": give one of ${names}.`);
  }
  const rule = RULES.find((one) => one.id === id);
  const found = rule && (await helpIn(layout, rule));
  if (found === undefined) return `In ${layout}: as everywhere.\n`;
  return `In ${layout}, for\n${indent(found.example)}\n\n${unmarked(found.help).replace(/^/gm, '  ')}\n`;
}

function indent({ sql }: Example): string {
  return sql.replace(/^/gm, '  ');
}

function unwrap(text: string): string {
  return plain(text.replace(/\n/g, ' '));
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}
