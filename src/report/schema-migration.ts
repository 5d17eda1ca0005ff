/** The shape of one migration in the JSON report. */
import * as v from 'valibot';
import { is, list, natural, text } from './schema-parts.js';

const lock = v.strictObject({
  relation: is(text, 'Schema-qualified unless it is in `public`.'),
  mode: v.picklist([
    'ACCESS SHARE',
    'ROW SHARE',
    'ROW EXCLUSIVE',
    'SHARE UPDATE EXCLUSIVE',
    'SHARE',
    'SHARE ROW EXCLUSIVE',
    'EXCLUSIVE',
    'ACCESS EXCLUSIVE',
  ]),
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
  status: is(v.picklist(['applied', 'failed', 'skipped', 'notRun']), 'What became of it in the rehearsal.'),
  sqlstate: v.exactOptional(text),
  error: v.exactOptional(text),
  hint: v.exactOptional(text),
  position: is(v.exactOptional(natural), 'Where in the SQL the server points at, in characters from 1.'),
  locks: is(v.nullable(v.array(lock)), 'Null where the server could not observe them.'),
  objectLocks: list(v.strictObject({ object: text, mode: lock.entries.mode }), 'Locks on what is no relation.'),
  waits: list(text, 'What a statement outside transactions waited for, in order.'),
  rewrites: list(text, 'Tables and indexes whose storage was written anew.'),
  scans: list(text, 'Tables that were read from end to end.'),
  rows: list(
    v.strictObject({ relation: text, inserted: v.number(), updated: v.number(), deleted: v.number() }),
    'Rows that it wrote.',
  ),
  objects: differences,
  invalidIndexes: v.array(text),
  lockTimeoutMs: is(
    v.nullable(v.number()),
    'The lock_timeout in force; 0 waits for ever. Null where nothing was observed.',
  ),
  notices: list(text, 'What the server said besides the result.'),
  durationMs: v.number(),
  walBytes: v.number(),
});

const hold = v.strictObject({
  ...lock.entries,
  role,
  path: text,
  transaction: is(natural, "Counts the script's transactions, from 1."),
  from: is(natural, 'Line of the statement that took it.'),
  until: is(natural, 'Line of the statement at whose end it was released.'),
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
  check: v.picklist([
    'applied',
    'objects',
    'rollback',
    'data',
    'rerun',
    'validation',
    'plans',
    'queries',
    'writes',
    'bloat',
  ]),
  status: v.picklist(['proven', 'failed', 'not checked']),
  title: text,
  detail: text,
});

const query = v.strictObject({
  name: text,
  path: text,
  line: natural,
  sql: text,
  status: v.picklist(['works', 'breaks', 'breaks where prepared', 'fails already', 'not checked']),
  sqlstate: v.exactOptional(text),
  error: v.exactOptional(text),
  planBefore: v.exactOptional(text),
  planAfter: v.exactOptional(text),
  indexes: v.array(text),
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
      'not restored',
      'down fails',
      'no down',
      'declared irreversible',
      'not checked',
    ]),
    differences,
    reordered: v.exactOptional(is(v.array(text), 'Tables whose columns stand in another order than before.')),
    harmless: v.exactOptional(is(differences, 'What differs and counts for nothing: constraints validated since.')),
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
  bloat: is(
    v.array(
      v.strictObject({
        table: text,
        rows: natural,
        rewritten: v.boolean(),
        deadPercent: is(natural, 'Row versions that UPDATE and DELETE left behind, for each 100 rows.'),
        bytes: v.strictObject({ before: natural, after: natural }),
      }),
    ),
    'What it leaves for vacuum in tables that were there before, and that it wrote to or rewrote.',
  ),
  proofs: is(v.array(proof), 'The checklist: facts that a server showed, or why it could not.'),
});
