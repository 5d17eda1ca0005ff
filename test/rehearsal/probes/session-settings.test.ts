/** What a session has to say of itself, read off policies and what they call. */
import { expect, it } from 'vitest';
import { type ReadingCode, settingStatements, settingsIn } from '../../../src/rehearsal/probes/session-settings.js';

const policy = (text: string): ReadingCode => ({ function: null, text });

it.each<[string, string[]]>([
  ["(tenant_id = (current_setting('app.tenant'::text, true))::integer)", ['tenant_id']],
  ["(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid)", ['tenant_id']],
  ["((current_setting('app.tenant'::text))::integer = tenant_id)", ['tenant_id']],
  ["(tenant_id = ( SELECT (current_setting('app.tenant'::text))::integer AS current_setting))", ['tenant_id']],
  ["(current_setting('app.tenant'::text, true) IS NOT NULL)", []],
])('%s', (text, columns) => {
  expect(settingsIn([policy(text)])).toEqual([{ name: 'app.tenant', columns, keys: [] }]);
});

it('knows what a function reads that a policy compares with', () => {
  const code = [
    policy('(owner = auth.uid())'),
    { function: 'uid', text: "SELECT (current_setting('request.jwt.claims', true)::json ->> 'sub')::uuid" },
  ];
  const settings = settingsIn(code);
  expect(settings).toEqual([{ name: 'request.jwt.claims', columns: ['owner'], keys: ['sub'] }]);
  const sql = settingStatements(
    settings,
    (column) => (column === 'owner' ? "o'neil" : undefined),
    () => '1',
    'app',
  );
  expect(sql).toEqual([`SELECT pg_catalog.set_config('request.jwt.claims', '{"sub":"o''neil"}', true)`]);
});

it('passes over settings of the server’s own', () => {
  expect(settingsIn([policy("(x = current_setting('search_path'))")])).toEqual([]);
});

it('takes a column of the same name, else what it is told', () => {
  const [setting] = settingsIn([policy("current_setting('app.user_id') <> ''")]);
  const settings = setting ? [setting] : [];
  const set = (has: boolean) =>
    settingStatements(
      settings,
      (column) => (has && column === 'user_id' ? '7' : undefined),
      () => '1',
      null,
    );
  expect(set(true)).toEqual(["SELECT pg_catalog.set_config('app.user_id', '7', true)"]);
  expect(set(false)).toEqual(["SELECT pg_catalog.set_config('app.user_id', '1', true)"]);
});
