import { expect, it } from 'vitest';
import { nonTransactional } from '../../src/sql/non-transactional.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from '../support/examples.js';

const grammar = await loadGrammar();
const of = (sql: string) => nonTransactional(grammar.parseScript(scriptSource('up', sql)).statements[0]?.node ?? null);

it.each([
  ['CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)', 'CREATE INDEX CONCURRENTLY'],
  ['DROP INDEX CONCURRENTLY IF EXISTS i', 'DROP INDEX CONCURRENTLY'],
  ['REINDEX INDEX CONCURRENTLY i', 'REINDEX CONCURRENTLY'],
  ['REINDEX (CONCURRENTLY) TABLE t', 'REINDEX CONCURRENTLY'],
  ['REINDEX (VERBOSE, CONCURRENTLY on) TABLE t', 'REINDEX CONCURRENTLY'],
  ['REINDEX (CONCURRENTLY 1) TABLE t', 'REINDEX CONCURRENTLY'],
  ['REINDEX DATABASE CONCURRENTLY d', 'REINDEX CONCURRENTLY'],
  ['ALTER TABLE p DETACH PARTITION c CONCURRENTLY', 'DETACH PARTITION CONCURRENTLY'],
])('%s can’t run in a transaction, for its CONCURRENTLY', (sql, form) => {
  expect(of(sql)).toEqual({ form, concurrently: true });
});

it.each([
  ['VACUUM t', 'VACUUM'],
  ['VACUUM (ANALYZE) t', 'VACUUM'],
  ['VACUUM FULL', 'VACUUM'],
  ["ALTER SYSTEM SET work_mem = '1GB'", 'ALTER SYSTEM'],
  ['CREATE DATABASE d', 'CREATE DATABASE'],
  ['DROP DATABASE d', 'DROP DATABASE'],
  ["CREATE TABLESPACE s LOCATION '/x'", 'CREATE TABLESPACE'],
  ['DROP TABLESPACE s', 'DROP TABLESPACE'],
  ['CLUSTER', 'CLUSTER of all tables'],
  ['REINDEX SCHEMA public', 'REINDEX SCHEMA'],
  ['REINDEX SYSTEM d', 'REINDEX SYSTEM'],
  ['REINDEX DATABASE d', 'REINDEX DATABASE'],
  ['REINDEX (CONCURRENTLY false) DATABASE d', 'REINDEX DATABASE'],
  ['ALTER DATABASE d SET TABLESPACE s', 'ALTER DATABASE SET TABLESPACE'],
  ["CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p", 'CREATE SUBSCRIPTION'],
  ['ALTER SUBSCRIPTION s REFRESH PUBLICATION', 'ALTER SUBSCRIPTION … REFRESH PUBLICATION'],
  ['ALTER SUBSCRIPTION s SET PUBLICATION p', 'ALTER SUBSCRIPTION with refresh'],
  ["COMMIT PREPARED 'x'", 'COMMIT PREPARED'],
  ["ROLLBACK PREPARED 'x'", 'ROLLBACK PREPARED'],
])('%s can’t run in a transaction', (sql, form) => {
  expect(of(sql)).toEqual({ form, concurrently: false });
});

it.each([
  'ANALYZE t',
  'CREATE INDEX i ON t (a)',
  'DROP INDEX i',
  'DROP TABLE t',
  'REINDEX TABLE t',
  'REINDEX (CONCURRENTLY false) TABLE t',
  'REINDEX (CONCURRENTLY off) TABLE t',
  'REINDEX (CONCURRENTLY 0) TABLE t',
  'CLUSTER t USING i',
  'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
  'ALTER TABLE p DETACH PARTITION c',
  'ALTER TABLE p DETACH PARTITION c FINALIZE',
  'ALTER DATABASE d CONNECTION LIMIT 5',
  "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot = false)",
  "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = false)",
  'ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)',
  'ALTER SUBSCRIPTION s DISABLE',
  "PREPARE TRANSACTION 'x'",
  'SELEC 1',
])('%s can run in a transaction', (sql) => {
  expect(of(sql)).toBeUndefined();
});
