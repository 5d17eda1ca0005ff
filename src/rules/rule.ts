/** What a rule is: one hazard that can be seen in the SQL, with its documentation, its tests and its proof in one file. */
import type {
  Check,
  Claim,
  Fix,
  Location,
  Migration,
  Related,
  Script,
  ScriptRole,
  Statement,
  TransactionMode,
} from '../model.js';
import type { Schema } from '../schema/schema.js';

/** What a rule reports about a place. */
export interface Problem {
  message: string;
  help: string;
  /** Where, if not the whole statement. */
  location?: Location;
  claim?: Claim;
  related?: Related[];
  fixes?: Fix[];
}

export interface RuleContext {
  migration: Migration<Script>;
  script: Script;
  /** As it stands before the statement. */
  schema: Schema;
  /** The major version that the migration is written for; null where nobody said. */
  postgresVersion: number | null;
  report(problem: Problem): void;
}

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
  claim?: Claim;
}

export interface Rule extends Check {
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
