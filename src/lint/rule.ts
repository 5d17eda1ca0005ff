/** What a rule is: one hazard that can be seen in the SQL, with its documentation, its tests and its proof in one file. */

import type { GenericSchema } from 'valibot';
import type { Check } from '../findings/check.js';
import type { Recipe } from '../findings/recipe.js';
import type { Location, Migration, Script, ScriptRole, Statement, TransactionMode } from '../model.js';
import type { Fix, Related, Severity } from '../report-schema/types.js';
import type { Footprint } from '../schema/footprint/index.js';
import type { Schema } from '../schema/schema.js';
import type { Session } from '../schema/session.js';
import type { Preset } from '../settings/words.js';
import type { Claim } from '../verdict/fact.js';
import type { Unless } from '../verdict/prediction.js';

/** What a rule reports about a place. */
export interface Problem {
  message: string;
  /** What to do instead: a sentence, with SQL on lines of its own; or the migrations that stand in its place. */
  help: string | Recipe;
  /** Where, if not the whole statement. */
  location?: Location;
  /** Of several facts, the first is the subject; without one, nothing that a server shows bears on it. */
  claim?: Claim;
  related?: Related[];
  fixes?: Fix[];
  unless?: Unless;
  /** Problems of the rule with the same cause in a file are one finding, with its places. */
  cause?: string;
  /** The cause is that of the whole migration, also where its rollback is a file of its own. */
  ofMigration?: true;
  /** Where it is less than the rule's. */
  severity?: Severity;
  /** Whether the schema that the whole change leaves has mended it: then there is nothing to say. */
  mended?: (end: Schema) => boolean;
}

export interface RuleContext {
  migration: Migration<Script>;
  script: Script;
  /** The scripts that the tool sends in one transaction, in order: this one and, where pending ones share it, those. */
  run: readonly Script[];
  /** The schema before the statement. */
  schema: Schema;
  /** The major version that the migration is written for; null if not set. */
  postgresVersion: number | null;
  /** The timeouts and the like that are in force when the statement runs. */
  session: Session;
  /** What the statement itself locks, scans and rewrites. */
  footprint(): readonly Footprint[];
  /** The statements before it in its transaction whose locks make others wait, in order. Empty where it runs by itself. */
  held: readonly HeldLocks[];
  /** True the first time that the rule asks in a script: for what is said once. */
  once(): boolean;
  /** The rule's options, as its schema parsed them. */
  options: Record<string, unknown>;
  report(problem: Problem): void;
}

/** A statement that ran before in the same transaction, and what it keeps locked to its end. */
export interface HeldLocks {
  statement: Statement;
  /** Those that stop reads or writes of a relation that existed before the change; never empty. */
  locks: readonly Footprint[];
}

/** An object schema whose every entry has a default. */
type OptionsSchema = GenericSchema<unknown, Record<string, unknown>>;

/** A migration in miniature. Its claim is what a server must show when `sql` is run. */
export interface Example {
  /** Runs before, on its own. */
  setup?: string;
  /** The script that the rule looks at. */
  sql: string;
  /** Which script `sql` is; `up` unless said. */
  role?: ScriptRole;
  /** The migration's other scripts, where the rule compares them. */
  up?: string;
  down?: string;
  /** `autocommit` unless said. */
  transaction?: TransactionMode;
  /** Whose tool runs it; `plain` unless said. */
  layout?: string;
  claim?: Claim;
  /** The rule's options: its defaults unless said. */
  options?: Record<string, unknown>;
  /** The major versions that it is about, both included: all unless said. Setup and script need run on no other. */
  postgres?: { from?: number; until?: number };
}

export interface Rule extends Check {
  /** `recommended` unless said. */
  preset?: Preset;
  /** What the settings may say to it, with defaults. */
  options?: OptionsSchema;
  /** The scripts that it looks at: `up`, `down` and `maintenance` unless said. */
  roles?: readonly ScriptRole[];
  /** The parse tree's tags that it looks at: all unless said. */
  statements?: readonly string[];
  check(statement: Statement, context: RuleContext): void;
  examples: { bad: readonly Example[]; good: readonly Example[] };
}

/** Checks a rule's shape at compile time. */
export function defineRule(rule: Rule): Rule {
  return rule;
}

export const DEFAULT_ROLES: readonly ScriptRole[] = ['up', 'down', 'maintenance'];
