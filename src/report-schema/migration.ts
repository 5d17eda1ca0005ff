/** The shape of one migration in the JSON report. */
import * as v from 'valibot';
import { LOCK_MODES } from '../sql/locks.js';
import { bloatPart } from './bloat.js';
import { is, list, natural, text } from './parts.js';

const lock = v.strictObject({
  relation: is(text, 'Schema-qualified unless it is in `public`.'),
  mode: v.picklist(LOCK_MODES),
  blocks: list(v.picklist(['reads', 'writes', 'ddl', 'vacuum']), 'What others have to wait with.'),
  isNew: is(v.boolean(), 'Created by this change: nobody else can wait for it.'),
});

const role = v.picklist(['up', 'down', 'verify', 'maintenance']);

const differences = list(
  v.strictObject({
    change: v.picklist(['extra', 'missing', 'changed']),
    kind: text,
    name: text,
    before: v.exactOptional(text),
    after: v.exactOptional(text),
  }),
  'Objects that differ between two snapshots of the catalogs.',
);

const statement = v.strictObject({
  role,
  path: text,
  line: natural,
  endLine: natural,
  kind: is(text, "The parse tree's tag, for example `IndexStmt`."),
  sql: text,
  status: is(
    v.picklist(['applied', 'failed', 'skipped', 'notRun']),
    'What became of it in the rehearsal. Skipped: an earlier statement of its script failed. NotRun: nothing was rehearsed.',
  ),
  sqlstate: v.exactOptional(text),
  error: v.exactOptional(text),
  hint: v.exactOptional(text),
  position: is(v.exactOptional(natural), 'Where in the SQL the server points at, in characters from 1.'),
  locks: is(v.nullable(v.array(lock)), 'Null where the server could not observe them.'),
  objectLocks: list(
    v.strictObject({ object: text, mode: lock.entries.mode }),
    'Locks on what is no relation, such as a type or a schema.',
  ),
  waits: list(text, 'What a statement outside transactions waited for, in order, for example `writers of orders`.'),
  rewrites: list(text, 'Tables and indexes whose storage was written anew.'),
  scans: list(text, 'Tables that were read from end to end.'),
  rows: list(
    v.strictObject({ relation: text, inserted: v.number(), updated: v.number(), deleted: v.number() }),
    'Rows that it wrote.',
  ),
  objects: is(differences, 'Relations, columns and constraints that it created, changed or dropped.'),
  invalidIndexes: v.array(text),
  lockTimeoutMs: is(
    v.nullable(v.number()),
    'The lock_timeout in force; 0 waits for ever. Null where nothing was observed.',
  ),
  notices: list(text, 'What the server said besides the result.'),
  durationMs: v.number(),
  walBytes: is(v.nullable(v.number()), "Null where the server can't count what this session alone wrote."),
});

const hold = v.strictObject({
  ...lock.entries,
  role,
  path: text,
  transaction: is(natural, "Counts the script's transactions, from 1."),
  from: is(natural, 'Line of the statement that took it.'),
  until: is(natural, 'Line of the statement at whose end it was released.'),
  untilPath: v.exactOptional(is(text, 'Its file, where the tool’s transaction ends in another one.')),
  heldMs: is(v.number(), 'How long it was held in the rehearsal. Never decides.'),
});

const validation = v.strictObject({
  path: text,
  line: natural,
  sql: text,
  status: is(
    v.picklist(['passed', 'failed', 'unchecked', 'notRun']),
    'Unchecked: it ran, but nothing was expected of it.',
  ),
  expectation: v.exactOptional(text),
  detail: v.exactOptional(is(text, "What came back instead, or the server's error.")),
  sqlstate: v.exactOptional(text),
  columns: v.exactOptional(v.array(text)),
  rows: v.exactOptional(list(v.array(v.nullable(text)), 'The first rows, as text.')),
});

const plan = v.strictObject({
  path: text,
  line: natural,
  sql: text,
  index: is(text, 'The index that the query is expected to use.'),
  status: is(
    v.picklist(['chosen', 'usable', 'not used']),
    'Usable: chosen only while sequential scans were switched off.',
  ),
  plan: is(text, "The plan's nodes, on one line."),
});

const proof = v.strictObject({
  check: is(text, 'The proof, for example `rollback`.'),
  status: v.picklist(['proven', 'failed', 'not checked']),
  reason: v.exactOptional(
    is(
      v.picklist([
        'no-script',
        'irreversible',
        'no-statement',
        'not-as-sent',
        'incomplete',
        'stopped',
        'no-rows',
        'fails-with-rows',
        'cannot-be-tried',
        'planned-only',
        'nothing-expected',
        'not-measured',
      ]),
      'Why it is not checked, as a code. Not-as-sent: it rests on a statement that was refused as the tool sends it.',
    ),
  ),
  title: text,
  detail: is(text, 'What was tried, and on what.'),
  table: v.exactOptional(
    is(
      v.strictObject({ caption: text, head: v.array(text), rows: v.array(v.array(text)) }),
      'More of what was seen, for people.',
    ),
  ),
});

const query = v.strictObject({
  name: text,
  path: text,
  line: natural,
  sql: is(text, 'With its parameters as $1, $2, …'),
  status: is(
    v.picklist(['works', 'breaks', 'breaks where prepared', 'fails already', 'not checked']),
    'Breaks: the new schema refuses it. Breaks where prepared: only connections that prepared it before refuse it. Fails already: the old schema refuses it, too. Not checked: Postgres can’t tell a parameter’s type.',
  ),
  sqlstate: v.exactOptional(text),
  error: v.exactOptional(text),
  onRows: v.exactOptional(
    is(
      v.picklist(['works', 'breaks', 'fails already', 'not checked']),
      'What it came to when it was run on rows, before the migration and after it, with made-up values. Not checked: what was refused depends on the values. Absent where it was planned only.',
    ),
  ),
  result: v.exactOptional(
    is(v.strictObject({ before: text, after: text }), 'The columns of its result with their types, where they change.'),
  ),
  planBefore: v.exactOptional(is(text, 'The plan’s nodes, one line; parameters are unknown to it.')),
  planAfter: v.exactOptional(text),
  indexes: list(text, 'The indexes that the new plan uses.'),
});

const retry = v.strictObject({
  verdict: v.picklist(['succeeds', 'differs', 'fails']),
  differences,
  line: v.exactOptional(natural),
  sqlstate: v.exactOptional(text),
  error: v.exactOptional(text),
});

export const migration = v.strictObject({
  id: is(text, "What the layout's tool calls it."),
  path: is(text, 'The path of its `up` script.'),
  layout: text,
  madeToRun: v.exactOptional(is(text, 'How the rehearsal had to change the run so that the rest could be checked.')),
  statements: v.array(statement),
  lockTimeline: is(v.array(hold), 'Locks over their whole life, transaction by transaction.'),
  rollback: v.strictObject({
    verdict: v.picklist([
      'reversible',
      'reversible, loses data written after deploy',
      'reversible only while there is no new data',
      'schema restored, data lost',
      'schema restored, rows not tried',
      'not restored',
      'down fails',
      'no down',
      'declared irreversible',
      'not checked',
    ]),
    differences,
    reordered: v.exactOptional(is(v.array(text), 'Tables whose columns stand in another order than before.')),
    harmless: v.exactOptional(
      is(
        differences,
        'What differs and counts for nothing: constraints validated since; where the author says so, values that an enum keeps and indexes that go with their constraint.',
      ),
    ),
    missingSql: v.exactOptional(
      is(
        text,
        'SQL that the down script forgot, as a server ran it; what differs after all of it stands in comments below.',
      ),
    ),
    data: v.exactOptional(
      v.strictObject({
        lost: is(
          v.array(v.strictObject({ table: text, column: v.exactOptional(text), detail: text })),
          'Values that stood before the migration and are not back after the rollback.',
        ),
        refused: is(
          v.array(v.strictObject({ data: text, line: natural, sqlstate: text, error: text })),
          'New data that the migration allows and the rollback stumbles over.',
        ),
        dropped: is(v.array(text), 'New columns and tables: what is written there goes with the rollback.'),
      }),
    ),
    irreversible: v.exactOptional(is(text, 'Why the migration has no way back, in its author’s words.')),
  }),
  rerun: v.strictObject({
    verdict: v.picklist(['repeatable', 'differs', 'fails', 'not checked']),
    differences,
    interrupted: v.exactOptional(
      is(
        v.array(
          v.strictObject({
            line: natural,
            leavesInvalidIndex: v.boolean(),
            again: retry,
            rolledBack: v.exactOptional(retry),
          }),
        ),
        'The migration stopped at each statement, then run again, or rolled back.',
      ),
    ),
  }),
  validations: v.array(validation),
  plans: v.array(plan),
  queries: is(v.array(query), 'The application’s queries, tried before the migration and after it.'),
  writeCosts: is(
    v.array(
      v.strictObject({
        table: text,
        rows: natural,
        insert: v.strictObject({ before: natural, after: natural }),
        updates: v.array(
          v.strictObject({ column: text, before: natural, after: natural, hotBefore: natural, hotAfter: natural }),
        ),
      }),
    ),
    'WAL bytes for each inserted and updated row, before and after, of tables that gain an index or a trigger.',
  ),
  ...bloatPart,
  proofs: is(v.array(proof), 'The checklist: facts that a server showed, or why it could not.'),
});
