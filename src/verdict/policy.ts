/** What the user's settings and directives say of findings. Pure. */

import type { Location, Script } from '../model.js';
import type { Finding, Report, Severity } from '../report-schema/types.js';
import { enumerated } from '../schema/sql-name.js';
import { readDirectives } from '../sql/directives.js';
import { verdictFinding } from './checks.js';

export interface Policy {
  failOn: Report['failOn'];
  /** Severity by rule. */
  rules: Record<string, Finding['severity'] | 'off'>;
  knownRules: ReadonlySet<string>;
  /** For sorting: the gravest harm has the least. */
  weightOf?: (rule: string) => number;
  /** Whether the settings keep a rule from speaking of a file. */
  ignores?: (rule: string, path: string) => boolean;
  /** Whether only a server could have found what the rule reports. */
  needsServer?: (rule: string) => boolean;
}

/** The files of a change that come after others of it, as they would be found if those were history. */
export interface Apart {
  /** Their paths. */
  isLater: ReadonlySet<string>;
  findings(): readonly Finding[];
}

/** What silences a finding: the settings, or a directive, with its place. */
export type Silence = { by: 'settings' } | { by: 'directive'; location: Location; reason: string };

interface Ignore {
  rule: string;
  path: string;
  /** The statements that it is for. */
  statements?: readonly Location[] | undefined;
  scope: 'file' | 'statement';
  location: Location;
  reason: string;
  used: boolean;
}

/** Answers finding by finding, and knows at the end which directives had nothing to ignore. */
export class Silencer {
  readonly #policy: Policy;
  readonly #ignores: Ignore[] = [];
  /** Directives that can't be understood. */
  readonly #problems: Finding[] = [];

  constructor(scripts: readonly Script[], policy: Policy) {
    this.#policy = policy;
    for (const script of scripts) this.#read(script);
  }

  #read(script: Script): void {
    const { directives, problems } = readDirectives(script);
    const invalid = (location: Location, message: string) =>
      this.#problems.push(verdictFinding('invalid-directive', location, message));
    for (const { location, message } of problems) invalid(location, message);
    for (const { rules, scope, location, reason, statementStart } of directives) {
      const first = script.statements.find(({ start }) => start === statementStart)?.location;
      // Above the line it is for all that begins there: nothing could be written above the second one.
      const isAbove = first !== undefined && location.endLine < first.line;
      const inLine = script.statements.filter(({ location: { line } }) => line === first?.line);
      const statements = isAbove ? inLine.map((one) => one.location) : first && [first];
      for (const rule of rules) {
        if (!this.#policy.knownRules.has(rule)) invalid(location, `There is no rule “${rule}”.`);
        else this.#ignores.push({ rule, path: script.file.path, statements, scope, location, reason, used: false });
      }
    }
  }

  /** What the settings and directives make of a finding: another severity, or silence. */
  judge(finding: Finding): { finding: Finding; silence: Silence | null } {
    const level = this.#levelOf(finding);
    if (level === 'off') return { finding, silence: { by: 'settings' } };
    const ignore = this.#ignores.find((one) => covers(one, finding));
    if (ignore) ignore.used = true;
    return {
      finding: { ...finding, severity: level },
      silence: ignore ? { by: 'directive', location: ignore.location, reason: ignore.reason } : null,
    };
  }

  #levelOf({ rule, path, severity }: Finding): Severity | 'off' {
    return this.#policy.ignores?.(rule, path) ? 'off' : (this.#policy.rules[rule] ?? severity);
  }

  /** To be asked last: what is wrong with the directives themselves. `ran`: a server was asked. */
  problems(ran: boolean, apart?: Apart): Finding[] {
    const findings = [...this.#problems, ...this.#unused(ran, apart)];
    // No directive silences what is wrong with directives.
    return findings.flatMap((finding) => {
      const level = this.#levelOf(finding);
      return level === 'off' ? [] : [{ ...finding, severity: level }];
    });
  }

  /** Directives that ignore nothing, whichever rules they name, and would not where their file is deployed by itself. */
  #unused(ran: boolean, apart?: Apart): Finding[] {
    const isUsed = ({ used, rule, path }: Ignore) => used || this.#mayBeThere(rule, path, ran, apart);
    const all = [...new Set(this.#ignores.map(({ location }) => location))].map((location) => ({
      location,
      ignores: this.#ignores.filter((one) => one.location === location),
    }));
    const idle = all.filter(({ ignores }) => !ignores.some(isUsed));
    const isAsked = apart && idle.some(({ location }) => apart.isLater.has(location.path));
    const alone = isAsked ? apart.findings() : [];
    return idle
      .filter(({ ignores }) => !ignores.some((one) => alone.some((finding) => covers(one, finding))))
      .map(({ location, ignores }) => {
        const rules = ignores.map(({ rule }) => rule);
        const finds = rules.length > 1 ? 'which find' : 'which finds';
        return verdictFinding('unused-ignore', location, `This ignores ${enumerated(rules)}, ${finds} nothing here.`);
      });
  }

  /** What is switched off, or what only a server could have found, may well be there. */
  #mayBeThere(rule: string, path: string, ran: boolean, apart: Apart | undefined): boolean {
    const { rules, ignores, needsServer } = this.#policy;
    // A later file was not run on the tables of the earlier ones as others use them.
    const isSeen = ran && !apart?.isLater.has(path);
    return rules[rule] === 'off' || ignores?.(rule, path) || (!isSeen && (needsServer?.(rule) ?? false));
  }
}

function covers({ rule, path, scope, statements = [] }: Ignore, finding: Finding): boolean {
  if (finding.rule !== rule || finding.path !== path) return false;
  return scope === 'file' || statements.some((statement) => within(finding, statement));
}

function within(finding: Finding, { line, column, endLine, endColumn }: Location): boolean {
  const afterStart = finding.line > line || (finding.line === line && finding.column >= column);
  const beforeEnd = finding.line < endLine || (finding.line === endLine && finding.column <= endColumn);
  return afterStart && beforeEnd;
}
