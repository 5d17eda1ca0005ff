/** Comments for this tool: `-- migration-safety: ignore <rule>[, <rule>] <reason>`, `ignore-file`, `irreversible <reason>`. */
import type { Comment, Location, Script } from '../model.js';
import { LineMap } from './positions.js';

export interface Directive {
  scope: 'statement' | 'file';
  rules: string[];
  reason: string;
  location: Location;
  /** The offset of the statement below an `ignore`; null where none follows. */
  statementStart: number | null;
}

export interface DirectiveProblem {
  location: Location;
  message: string;
}

const DIRECTIVE = /^migration-safety:\s*(.*)$/is;
/** The reason is what makes it a decision: without one it is no directive. */
const IRREVERSIBLE = /^irreversible\s+(\S.*)$/is;
const IGNORE = /^(ignore-file|ignore)(?![\w-])\s*(.*)$/is;
const RULES = /^([a-z][a-z0-9-]*(?:\s*,\s*[a-z][a-z0-9-]*)*)\s*(.*)$/s;

/** Reads a script's directives; what can't be understood is a problem with its place, never silence. */
export function readDirectives(script: Script): { directives: Directive[]; problems: DirectiveProblem[] } {
  const directives: Directive[] = [];
  const problems: DirectiveProblem[] = [];
  for (const comment of script.comments) {
    const body = DIRECTIVE.exec(comment.text)?.[1];
    if (body === undefined) continue;
    const location = LineMap.of(script.file).location(script.file.path, comment.start, comment.end);
    if (IRREVERSIBLE.test(body.trim())) continue;
    const parsed = parseDirective(body.trim());
    if (typeof parsed === 'string') problems.push({ location, message: parsed });
    else directives.push({ ...parsed, location, statementStart: statementAfter(script, comment) });
  }
  return { directives, problems };
}

/** Why the migration has no way back, where its author says so in one of its scripts. */
export function irreversibleReason(script: Script): string | undefined {
  for (const { text } of script.comments) {
    const body = DIRECTIVE.exec(text)?.[1] ?? '';
    const reason = IRREVERSIBLE.exec(body.trim())?.[1];
    if (reason !== undefined) return reason.trim();
  }
  return undefined;
}

function parseDirective(body: string): Pick<Directive, 'scope' | 'rules' | 'reason'> | string {
  const [, verb, rest = ''] = IGNORE.exec(body) ?? [];
  if (verb === undefined) {
    return `"${body}" is not a directive: write "ignore <rule> <reason>", "ignore-file <rule> <reason>" or "irreversible <reason>".`;
  }
  const [, rules, reason = ''] = RULES.exec(rest) ?? [];
  if (rules === undefined) return `${verb} names no rule: write "${verb} <rule> <reason>".`;
  if (reason.trim() === '') return `${verb} gives no reason: write why, after the rule's name.`;
  return {
    scope: verb.toLowerCase() === 'ignore-file' ? 'file' : 'statement',
    rules: rules.split(',').map((rule) => rule.trim()),
    reason: reason.trim(),
  };
}

function statementAfter(script: Script, comment: Comment): number | null {
  return script.statements.find((statement) => statement.comments.includes(comment))?.start ?? null;
}
