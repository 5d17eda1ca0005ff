import { expect, it } from 'vitest';
import { type TypeChange, typeChange } from '../../src/schema/type-change.js';
import { alteredType } from '../support/type-changes.js';

const kept: TypeChange = { rows: 'kept', indexes: 'kept' };
const rewritten: TypeChange = { rows: 'rewritten', indexes: 'rebuilt' };

it.each<[string, string, string | undefined, TypeChange | undefined]>([
  ['varchar(10)', 'varchar(20)', undefined, kept],
  ['varchar(10)', 'text', undefined, kept],
  ['varchar(10)', 'text', 'a::varchar(20)', kept],
  ['varchar(20)', 'varchar(10)', undefined, { ...rewritten, narrowing: 'refused' }],
  ['varchar(20)', 'varchar(10)', 'a::varchar(10)', { ...rewritten, narrowing: 'cut' }],
  ['numeric(10, 2)', 'numeric(8, 2)', undefined, { ...rewritten, narrowing: 'refused' }],
  ['numeric(10, 2)', 'numeric(10, 1)', undefined, { ...rewritten, narrowing: 'cut' }],
  ['bigint', 'int', undefined, { ...rewritten, narrowing: 'refused' }],
  ['numeric', 'int', undefined, { ...rewritten, narrowing: 'cut' }],
  ['timestamp', 'date', undefined, { ...rewritten, narrowing: 'cut' }],
  ['timestamp', 'timestamp(3)', undefined, { ...rewritten, narrowing: 'cut' }],
  ['timestamp', 'timestamptz', undefined, { rows: 'kept in UTC', indexes: 'rebuilt' }],
  ['timestamp', 'timestamptz', "a AT TIME ZONE 'UTC'", rewritten],
  ['int', 'bigint', undefined, rewritten],
  ['text', 'unheard_of', undefined, undefined],
  ['unheard_of', 'text', undefined, undefined],
  ['unheard_of', 'unheard_of', undefined, kept],
  ['text', 'mood', undefined, { ...rewritten, needsUsing: true }],
  ['text', 'mood', 'a::mood', rewritten],
])('%s to %s using %s', async (from, to, using, expected) => {
  const { was, now, expression, types } = await alteredType(from, to, using, 'CREATE TYPE mood AS ENUM ();');
  expect(typeChange(was, now, { using: expression, column: 'a', types })).toEqual(expected);
});

it('knows nothing of what an unknown column becomes, unless no other type can become it', async () => {
  const of = async (to: string) => {
    const { now, types } = await alteredType('int', to);
    return typeChange(undefined, now, { column: 'a', types });
  };
  expect(await of('text')).toBeUndefined();
  expect(await of('bigint')).toEqual(rewritten);
});
