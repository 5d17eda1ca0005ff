/** What stands in the place of a statement: migrations, one after the other. Types only. */

/** One migration: what comes after it needs that it is committed. */
export interface RecipeStep {
  /** Words for the name of a file, such as `build_t_a_idx`. */
  name: string;
  /** Statements with their semicolons, a line each. */
  sql: string;
  /** Others wait for its lock: it gets a limit for its own waiting. */
  locks?: true;
  /** Postgres refuses it in a transaction: it is a single statement. */
  outside?: true;
  /** What leads to the same in a transaction, for tools that send nothing without one; where rows are, somebody runs `sql` beforehand. */
  within?: WithinTransaction;
  /** How it is rolled back; absent where there is nothing to undo, null where somebody has to write what was there. */
  down?: string | null;
  /** The rollback may run in a transaction, though the step may not: its statements take effect together. */
  downTogether?: true;
  /** The same where a tool sends statements one by one, and only there: one of them can't run in a transaction. */
  downApart?: string;
  /** Why it has no way back, where it has none. */
  oneWay?: string;
  /** What has to be done after it, before the next one; a sentence. */
  after?: string;
}

export interface WithinTransaction {
  sql: string;
  down?: string;
  /** The rules that are answered by what was run beforehand. */
  answers: readonly string[];
}

export interface Recipe {
  /** What is reached that way; a sentence. */
  says: string;
  steps: readonly [RecipeStep, ...RecipeStep[]];
  /** The steps come before the statement, which stays. */
  before?: true;
  /** The statement is a rollback’s: the steps stand in its place, and in the place of what it takes back. */
  both?: true;
}
