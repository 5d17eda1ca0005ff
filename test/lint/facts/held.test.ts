/** What a rule is told of the locks before its statement. */
import { expect, it } from 'vitest';
import { defineRule } from '../../../src/lint/rule.js';
import type { TransactionMode } from '../../../src/model.js';
import { loadGrammar } from '../../../src/sql/parse.js';
import { lintExample } from '../../support/examples.js';
import { expectLinear } from '../../support/growth.js';

const grammar = await loadGrammar();

/** Says of each statement what is held before it. */
const teller = defineRule({
  id: 'teller',
  ...{ harm: 'note', summary: '', why: '', fix: '', examples: { bad: [], good: [] } },
  check: ({ location }, { held, report }) => {
    const locks = held.flatMap(({ statement, locks }) =>
      locks.map(({ relation, lock }) => `${statement.location.line} ${lock} ${relation}`),
    );
    report({ message: `${location.line}: ${locks.join(', ')}`, help: '' });
  },
});

const SETUP = 'CREATE TABLE t (a int); CREATE TABLE u (a int);';
const told = (sql: string, transaction: TransactionMode = 'autocommit') =>
  lintExample({ setup: SETUP, sql, transaction }, [teller], grammar).map(({ finding }) => finding.message);

it('nothing outside transactions', () => {
  expect(told('ALTER TABLE t ADD b int;\nSELECT 1;')).toEqual(['1: ', '2: ']);
});

it('the locks of the transaction so far, each once, until it ends', () => {
  expect(
    told(
      'BEGIN;\nCREATE INDEX ON t (a);\nALTER TABLE t ADD b int;\nALTER TABLE t ADD c int;\nSELECT 1;\nCOMMIT;\nSELECT 2;',
    ),
  ).toEqual([
    '1: ',
    '2: ',
    '3: 2 SHARE public.t',
    '4: 2 SHARE public.t, 3 ACCESS EXCLUSIVE public.t',
    '5: 2 SHARE public.t, 3 ACCESS EXCLUSIVE public.t',
    '6: 2 SHARE public.t, 3 ACCESS EXCLUSIVE public.t',
    '7: ',
  ]);
});

it.each(['per-script', 'single-query'] as const)(
  '%s: the whole script is one transaction, unless it ends it',
  (mode) => {
    const sql = 'ALTER TABLE t ADD b int;\nSELECT 1;\nCOMMIT;\nSELECT 2;';
    expect(told(sql, mode)).toEqual(['1: ', '2: 1 ACCESS EXCLUSIVE public.t', '3: 1 ACCESS EXCLUSIVE public.t', '4: ']);
  },
);

it('not what blocks nobody, and not what is on a table of this change', () => {
  const sql =
    'BEGIN;\nINSERT INTO t VALUES (1);\nANALYZE t;\nCREATE TABLE n (a int);\nALTER TABLE n ADD b int;\nDROP TABLE n;\nSELECT 1;';
  expect(told(sql).at(-1)).toBe('7: ');
});

it('what a savepoint may have released is still counted', () => {
  const sql = 'BEGIN;\nSAVEPOINT s;\nALTER TABLE t ADD b int;\nROLLBACK TO s;\nSELECT 1;';
  expect(told(sql).at(-1)).toBe('5: 3 ACCESS EXCLUSIVE public.t');
});

it('takes time in proportion to the script', () => {
  const quiet = defineRule({ ...teller, check: (_, { held, footprint }) => void [held.length, footprint()] });
  expectLinear((size) => {
    const sql = `BEGIN;\n${'ALTER TABLE t ADD b int;\nINSERT INTO u VALUES (1);\n'.repeat(size)}COMMIT;`;
    lintExample({ setup: SETUP, sql }, [quiet], grammar);
  }, 4000);
});

it('under the name that a relation has by then: a rename makes no other of it', () => {
  const sql =
    'BEGIN;\nALTER TABLE t RENAME TO t_old;\nALTER TABLE t_old ADD b int;\nALTER TABLE t_old SET SCHEMA app;\nCREATE TABLE t (a int);\nALTER TABLE t ADD b int;\nSELECT 1;';
  expect(told(sql)).toEqual([
    '1: ',
    '2: ',
    '3: 2 ACCESS EXCLUSIVE public.t_old',
    '4: 2 ACCESS EXCLUSIVE public.t_old',
    '5: 2 ACCESS EXCLUSIVE app.t_old',
    '6: 2 ACCESS EXCLUSIVE app.t_old',
    '7: 2 ACCESS EXCLUSIVE app.t_old',
  ]);
});
