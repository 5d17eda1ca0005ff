/** What anon, whom only an API’s roles know, may read and write. */
import { expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';

const { parseScript } = await loadGrammar();
const SETUP =
  'CREATE TABLE open (a int); CREATE TABLE guarded (a int, of text); ALTER TABLE guarded ENABLE ROW LEVEL SECURITY; CREATE VIEW v AS SELECT a FROM guarded;';

function found(sql: string, layout = 'plain'): string[] {
  const script = (text: string) =>
    parseScript({ role: 'up', file: { path: '1.sql', text }, sql: text, transaction: 'per-script' });
  const schema = new Schema();
  schema.replay(script(SETUP).statements, 'baseline');
  const rules = RULES.filter(({ id }) => /^grant-(?!to-public)|^view-shows/.test(id));
  const up = script(sql);
  return lint([{ id: '1', path: '1.sql', layout, up }], schema, { rules, postgresVersion: null }).map(
    ({ finding: { rule, message } }) => `${rule}: ${message}`,
  );
}

it('ON ALL TABLES means those that are open, and the views over the others', () => {
  expect(found('GRANT ALL ON ALL TABLES IN SCHEMA public TO anon;')).toEqual([
    expect.stringMatching(/^grant-writes-to-everybody: .* can change and delete all rows of `open`\./),
    expect.stringMatching(/^view-shows-guarded-rows: .* sees rows of `guarded` in `v`/),
  ]);
  expect(found('GRANT SELECT ON ALL TABLES IN SCHEMA public TO anon, authenticated;')).toEqual([
    expect.stringMatching(/^grant-reads-on-all-tables: .* can read all rows of `open`/),
    expect.stringMatching(/^view-shows-guarded-rows/),
  ]);
  expect(found('GRANT SELECT ON ALL TABLES IN SCHEMA public TO authenticated;')).toEqual([]);
  expect(found('GRANT SELECT ON ALL TABLES IN SCHEMA other TO anon;')).toEqual([]);
});

it('a view of Supabase’s API needs no GRANT', () => {
  const sql = 'CREATE VIEW w AS SELECT a FROM guarded;';
  expect(found(sql)).toEqual([]);
  expect(found(sql, 'supabase')).toEqual([expect.stringMatching(/^view-shows-guarded-rows: .* in `w`/)]);
  expect(found('CREATE VIEW w WITH (security_invoker) AS SELECT a FROM guarded;', 'supabase')).toEqual([]);
  expect(found('CREATE VIEW w AS SELECT a FROM guarded WHERE of = auth.uid()::text;', 'supabase')).toEqual([]);
  expect(found(`${sql} ALTER VIEW w SET (security_invoker = on);`, 'supabase')).toEqual([]);
  expect(found(`${sql} REVOKE ALL ON w FROM anon;`, 'supabase')).toEqual([expect.any(String)]);
});
