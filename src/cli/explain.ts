/** `rules` and `explain <rule>`, for people and as JSON. Pure. */
import { CHECKS, documentationPath } from '../catalogue.js';
import { helpIn } from '../lint/in-layout.js';
import { RULES } from '../lint/registry.js';
import type { Example } from '../lint/rule.js';
import { LAYOUTS } from '../migrations/layouts/index.js';
import { unmarked } from '../report/words.js';
import { didYouMean } from '../settings/wrong.js';
import { UsageError } from '../system/usage-error.js';
import { documentation } from '../system/version.js';
import type { Format } from './options.js';

/** One line for each thing that can be reported; as JSON a list of objects. */
export function listRules(format: Format = 'text'): string {
  if (format === 'json') return asJson(CHECKS.map(described));
  const width = Math.max(...CHECKS.map(({ id }) => id.length));
  return CHECKS.map(
    ({ id, severity, summary }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${plain(summary)}\n`,
  ).join('');
}

type Listed = (typeof CHECKS)[number];

/** What programs are told of a check. `strict` ones are off unless the settings ask for them. */
function described({ id, severity, harm, summary }: Listed) {
  const preset = RULES.find((rule) => rule.id === id)?.preset ?? 'recommended';
  return { id, severity, harm, preset, summary: plain(summary), documentation: documentation(documentationPath(id)) };
}

/** Throws `UsageError` where there is no such rule. */
function checkOf(id: string | undefined): Listed {
  if (id === undefined) throw new UsageError('explain: name a rule. migration-safety rules lists them.');
  const check = CHECKS.find((known) => known.id === id);
  if (check !== undefined) return check;
  const hint = didYouMean(
    id,
    CHECKS.map((known) => known.id),
  );
  throw new UsageError(`explain: there is no rule "${id}".${hint} migration-safety rules lists them.`);
}

/** A rule's page as JSON, with all its examples; with a layout, how one is put right there. Throws `UsageError` as the page does. */
export async function explainAsJson(id: string | undefined, layout: string | undefined): Promise<string> {
  const check = checkOf(id);
  const rule = RULES.find((one) => one.id === check.id);
  const examples = rule && { bad: rule.examples.bad.map(scriptsOf), good: rule.examples.good.map(scriptsOf) };
  const help = layout === undefined ? undefined : await helpFor(layout, check.id);
  return asJson({
    ...described(check),
    why: unwrap(check.why),
    fix: unwrap(check.fix),
    ...(examples && { examples }),
    ...(layout !== undefined && { layout, ...(help && { example: help.example.sql, help: unmarked(help.help) }) }),
  });
}

function scriptsOf({ setup, sql, role = 'up', up, down, transaction }: Example) {
  return { role, sql, setup, up, down, transaction };
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** A rule's page, as text. Throws `UsageError` where there is no such rule. */
export function explainRule(id: string | undefined): string {
  const check = checkOf(id);
  const examples = RULES.find((rule) => rule.id === check.id)?.examples;
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
  const found = await helpFor(layout, id);
  if (found === undefined) return `In ${layout}: as everywhere.\n`;
  return `In ${layout}, for\n${indent(found.example)}\n\n${unmarked(found.help).replace(/^/gm, '  ')}\n`;
}

async function helpFor(layout: string, id: string) {
  // What a program prints has no files of its own.
  const known = [...LAYOUTS.map(({ name }) => name), 'command'];
  if (!known.includes(layout)) {
    throw new UsageError(
      `explain: there is no layout "${layout}".${didYouMean(layout, known)} Known: ${known.join(', ')}.`,
    );
  }
  const rule = RULES.find((one) => one.id === id);
  return rule && (await helpIn(layout, rule));
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
