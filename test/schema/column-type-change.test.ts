import { expect, it } from 'vitest';
import { alterCommands } from '../../src/lint/facts/alter-table.js';
import { columnTypeChange } from '../../src/schema/column-type-change.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const { parseScript } = await loadGrammar();

async function changed(setup: string, type: string, inUtc?: boolean) {
  const schema = new Schema();
  schema.replay(parseScript(scriptSource('up', setup)).statements, 'baseline');
  const [statement] = parseScript(scriptSource('up', `ALTER TABLE t ALTER COLUMN a TYPE ${type};`)).statements;
  const [command] = statement ? alterCommands(statement) : [];
  return command && columnTypeChange(command.table, command.command, schema, inUtc);
}

it.each([
  ['CREATE TABLE t (a varchar(9)); CREATE INDEX i ON t (a);', 'text', 'none', []],
  ['CREATE TABLE t (a varchar(9) CHECK (a > b), b text);', 'text', 'scan', ['t.t_check']],
  [
    'CREATE TABLE t (a text); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b);',
    'text COLLATE "C"',
    'index rebuild',
    ['i'],
  ],
  ['CREATE TABLE t (a text COLLATE "C"); CREATE INDEX i ON t (a);', 'varchar COLLATE "C"', 'none', []],
  ['CREATE TABLE t (a text COLLATE "C"); CREATE INDEX i ON t (a);', 'varchar', 'index rebuild', ['i']],
  ['CREATE TABLE t (a varchar(9)); CREATE INDEX i ON t ((a || 1));', 'varchar(10)', 'index rebuild', ['i']],
  ['CREATE TABLE t (a varchar(9)[]); CREATE INDEX i ON t USING gin (a);', 'varchar[]', 'index rebuild', ['i']],
  ['CREATE TABLE t (a int); CREATE INDEX i ON t (a);', 'oid', 'index rebuild', ['i']],
  ['CREATE TABLE t (a int);', 'bigint', 'rewrite', []],
])('after %s the type %s means: %s', async (setup, type, work, because) => {
  expect(await changed(setup, type)).toMatchObject({ work, because });
});

it('asks for the time zone', async () => {
  const setup = 'CREATE TABLE t (a timestamp);';
  expect(await changed(setup, 'timestamptz')).toMatchObject({ work: 'rewrite unless UTC' });
  expect(await changed(setup, 'timestamptz', true)).toMatchObject({ work: 'none' });
  expect(await changed(setup, 'timestamptz', false)).toMatchObject({ work: 'rewrite' });
});
