/** Stored code as the catalogs hold it. */

interface Argument {
  name: string;
  type: string;
  /** pg_proc.proargmodes. */
  mode: 'i' | 'o' | 'b' | 'v' | 't';
}

/** A function or procedure whose body is a text. */
export interface StoredFunction {
  oid: string;
  schema: string;
  name: string;
  identity: string;
  language: string;
  kind: 'function' | 'procedure';
  body: string;
  /** The CREATE OR REPLACE that makes it; null in a language whose body nobody here can read. */
  definition: string | null;
  /** Its SET clauses, `name=value`. */
  settings: readonly string[];
  returns: string;
  /** It returns rows. */
  set: boolean;
  /** So many columns has the row type that it returns; null where it returns none. */
  columns: number | null;
  arguments: readonly Argument[];
}

export interface StoredTrigger {
  oid: string;
  name: string;
  function: string;
  schema: string;
  table: string;
  relation: string;
  /** pg_trigger.tgtype. */
  on: number;
  /** Of UPDATE OF; empty for any. */
  columns: readonly string[];
  newTable: string | null;
  oldTable: string | null;
}

/** A name that code can hold. `of`: the table of a column or an index, the type of a label, else the schema. */
export interface KnownName {
  kind: string;
  name: string;
  of: string;
}

export interface StoredCode {
  functions: ReadonlyMap<string, StoredFunction>;
  triggers: readonly StoredTrigger[];
  names: readonly KnownName[];
}

/** One thing of a function's that can be tried by itself. */
export interface CodeTrial {
  function: string;
  /** The trigger's, where it is tried as one. */
  relation?: string;
  /** Says which one it is, before the change and after it. */
  key: string;
  /** A statement that Postgres analyses and that runs nothing of it. */
  sql: string;
  /** What the trial needs, in its own transaction. */
  setup?: string;
  /** What of the body is tried. */
  text: string;
  /** In the body, from 1; undefined for the whole. */
  line?: number;
  /** Each call comes by it: not under a condition, and not where an error is caught. */
  always: boolean;
  caught: boolean;
  /** The errors that it can show, by their SQLSTATEs: any other answer says nothing. */
  shows?: RegExp;
  /** Its error is none that a call meets: the column is taken, and no longer the variable of its name. */
  shadows?: true;
  /** What is not known where the answer says nothing. */
  unclear?: string;
  /** Something in it has not the type that it will have, or is left out. */
  guessed?: boolean;
}
