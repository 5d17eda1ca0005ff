/** What the static replay knows of each kind of object, beyond its name. Types only. */
import type { GrantStmt, Node, PartitionBoundSpec } from '@pgsql/types';
import type { ObjectKind } from './kinds.js';
import type { Definition } from './parts-of-definitions.js';
import type { ColumnType } from './types.js';

export interface TableFacts {
  /** Every column and constraint is known: false for LIKE, INHERITS, OF and CREATE TABLE AS. */
  complete: boolean;
  unlogged: boolean;
  /** The keys of PARTITION BY; undefined means an expression. Absent where it isn't partitioned. */
  partitionBy?: (string | undefined)[];
  /** The parent, in full. */
  partitionOf?: string;
  isDefaultPartition?: boolean;
  /** As ATTACH PARTITION or PARTITION OF says them. */
  bounds?: PartitionBoundSpec;
  /** DETACH PARTITION … CONCURRENTLY leaves its bounds with it, as a CHECK. */
  keepsBounds?: true;
  rowSecurity?: boolean;
  accessMethod?: string;
  tablespace?: string;
}

export interface ColumnFacts {
  type?: ColumnType;
  /** As COLLATE names it; absent where it has its type's. */
  collation?: string;
  notNull: boolean;
  /** The default's expression. */
  default?: Node;
  /** Made without a value: null in the rows that its table has then. */
  bare?: true;
  generated?: 'stored' | 'virtual';
  identity?: boolean;
}

export type ConstraintType = 'check' | 'foreign key' | 'unique' | 'primary key' | 'exclusion' | 'not null';

export interface ConstraintFacts {
  type: ConstraintType;
  /** The table's own columns that it is about; for a CHECK those that its expression names; none after USING INDEX. */
  columns: string[];
  /** The index that it takes over, in full: its columns are the constraint's. */
  usingIndex?: string;
  expression?: Node;
  /** False after NOT VALID, until VALIDATE CONSTRAINT. */
  validated: boolean;
  enforced: boolean;
  deferrable: boolean;
  /** Checked at the end of the transaction unless SET CONSTRAINTS says otherwise. */
  initiallyDeferred?: boolean;
  /**
   * The referenced table, in full, and its columns; none where the SQL leaves them to the primary key. `terms`: ON UPDATE,
   * ON DELETE and MATCH, as the parse tree writes them, where they are not the usual ones.
   */
  references?: { table: string; columns: string[]; terms?: string };
  /** Whether the SQL names it; else Postgres chose the name. */
  named: boolean;
}

export interface IndexFacts {
  /** The keys in order; undefined means an expression. */
  columns: (string | undefined)[];
  included: string[];
  unique: boolean;
  partial: boolean;
  /** The columns of a predicate that says no more than that they are NOT NULL: every search by one of them implies it. */
  whereNotNull?: string[];
  /** Columns named in expressions and in the predicate. */
  mentions: string[];
  /** Columns with a COLLATE of the index's own, which no search of a foreign key uses. */
  collated?: string[];
  /** Made with ON ONLY: of a table with partitions no query uses it before theirs are attached. */
  invalid?: boolean;
  method: string;
  /** A key has an operator class, a collation or an order of its own. */
  custom?: true;
  /** A key is DESC, or NULLS FIRST. */
  descending?: true;
  nullsNotDistinct?: true;
  /** The constraint that it belongs to. */
  constraint?: string;
}

interface TypeFacts {
  /** An enum's labels, in order. */
  labels?: string[];
}

export interface DomainFacts {
  base?: ColumnType;
  /** It has a CHECK or NOT NULL, which new columns must be shown to meet. */
  constrained: boolean;
  /** Columns of the domain start with it. */
  default?: Node;
}

export interface ViewFacts {
  /** The relations that it reads, in full. */
  reads: string[];
  /** The columns that its query names beyond doubt, in full; those of SELECT * are not among them. */
  columns: string[];
  /** It may show other columns, too: with a *, or where a name could be of several relations. */
  vague?: true;
  /** Of a materialized view: made WITH NO DATA. Whether it was filled since, no script shows for sure. */
  empty?: true;
  /** The names of its own columns, in order; absent where the query leaves one to Postgres. */
  outputs?: string[];
}

export interface FunctionFacts {
  volatility: 'immutable' | 'stable' | 'volatile';
  language?: string;
  /** The types of what it is called with; absent where the SQL doesn't name them. */
  arguments?: string[];
  /** A procedure's with its OUT arguments, by which DROP may name it as well. */
  withOut?: string[];
  /** What they are called, in the same order; undefined where one has no name. */
  parameters?: (string | undefined)[];
  /** How many of them, the last ones, can be left out of a call. */
  defaults?: number;
  /** The last one takes any number of values. */
  variadic?: true;
  /** The statement that made it, or replaced it last. */
  made?: Node;
  /** The type that it returns, `setof` before it; absent for OUT parameters, TABLE and procedures. */
  returns?: string;
}

interface PolicyFacts {
  /** AS RESTRICTIVE: it hides rows that others show. */
  restrictive?: true;
}

export interface SequenceFacts {
  /** The column that owns it, in full. */
  ownedBy?: string;
}

type KnownFacts = {
  table: TableFacts;
  'foreign table': TableFacts;
  column: ColumnFacts;
  constraint: ConstraintFacts;
  index: IndexFacts;
  type: TypeFacts;
  domain: DomainFacts;
  view: ViewFacts;
  'materialized view': ViewFacts;
  function: FunctionFacts;
  sequence: SequenceFacts;
  policy: PolicyFacts;
};

/** What any object can have besides its definition. */
interface ObjectAnnotations {
  comment?: string;
  /** It came to a child with its parent's, which has this name. */
  inherited?: string;
  /** Parts of the definition, which are only compared. */
  definition?: Definition;
  /** The GRANTs and REVOKEs that named it, or all of its schema, in order. */
  privileges?: readonly GrantStmt[];
}

/** What a definition says of an object. */
export type FactsByKind = {
  [K in ObjectKind]: (K extends keyof KnownFacts ? KnownFacts[K] : object) & ObjectAnnotations;
};

/** What is known of an object: of one whose definition no script shows, only what later statements said. Absent is unknown. */
export type PartialFacts<K extends ObjectKind = ObjectKind> = Partial<FactsByKind[K]>;
