import type { Node } from '@pgsql/types';
import { defineRule } from '../lint/rule.js';
import { nodeOf } from '../sql/ast.js';

export default defineRule({
  id: 'superuser-only',
  harm: 'note',
  preset: 'strict',
  summary: 'The statement needs a superuser, whom managed databases don’t have',
  why: `Files and programs of the server, its configuration, event triggers, tablespaces and C functions are a superuser’s.
Managed services give nobody that role, and a migration should not run as one: Postgres refuses the statement with
SQLSTATE 42501.`,
  fix: 'Do it by hand or with the provider’s own tool, outside the migrations; load rows from the client with \\copy (psql).',
  check(statement, context) {
    const form = formOf(statement.node);
    if (form === undefined) return;
    context.report({
      message: `${form} is for superusers. Postgres refuses it to any other role, and the migration stops here.`,
      help: 'Take it out of the migrations, and do it with the means of whoever runs the server.',
    });
  },
  examples: {
    bad: [
      { sql: "COPY (SELECT 1) TO '/tmp/out';" },
      { sql: "COPY (SELECT 1) TO PROGRAM 'cat';" },
      { sql: "ALTER SYSTEM SET work_mem = '1MB';" },
      { sql: 'SET session_replication_role = replica;' },
      {
        setup: "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';",
        sql: 'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f();',
      },
      { sql: "CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'x', 'y';" },
      { sql: "CREATE TABLESPACE fast LOCATION '/tmp';" },
      { sql: 'CREATE PUBLICATION p FOR ALL TABLES;' },
    ],
    good: [{ sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';" }, { sql: "SET work_mem = '1MB';" }],
  },
});

function formOf(node: Node | null): string | undefined {
  const copy = nodeOf(node, 'CopyStmt');
  if (copy?.is_program) return 'COPY with a program of the server';
  if (copy?.filename) return 'COPY with a file of the server';
  if (nodeOf(node, 'AlterSystemStmt')) return 'ALTER SYSTEM';
  if (nodeOf(node, 'CreateEventTrigStmt')) return 'CREATE EVENT TRIGGER';
  if (nodeOf(node, 'CreateTableSpaceStmt')) return 'CREATE TABLESPACE';
  if (nodeOf(node, 'CreatePublicationStmt')?.for_all_tables) return 'A publication FOR ALL TABLES';
  if (nodeOf(node, 'VariableSetStmt')?.name === 'session_replication_role') return 'Setting `session_replication_role`';
  const options = nodeOf(node, 'CreateFunctionStmt')?.options ?? [];
  const isC = options.some((item) => {
    const { defname, arg } = nodeOf(item, 'DefElem') ?? {};
    return defname === 'language' && nodeOf(arg, 'String')?.sval?.toLowerCase() === 'c';
  });
  return isC ? 'A function in C' : undefined;
}
