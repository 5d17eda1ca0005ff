import { defineRule } from '../lint/rule.js';
import type { Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';
import { EXPECTATION_FORMS, expectationsOf } from '../sql/expectations.js';
import { failsByItself } from '../sql/self-checking.js';

export default defineRule({
  id: 'validation-without-expectation',
  harm: 'decision',
  summary: 'A validation query that expects nothing can’t fail',
  why: `A bare SELECT returns its rows to nobody: whether it finds six indexes or none, the validation passes. Only an error
would stop it.`,
  fix: `Say what the query must return, in a comment above it: \`-- expect: rows = 6\`, \`-- expect: empty\`,
\`-- expect: not empty\`, \`-- expect: value = 6\`, \`-- expect: all true\` or \`-- expect: uses index <name>\`. A query that raises an
error when something is wrong (a DO block with ASSERT, \`SELECT 1 / count(*)\`) needs none, nor does one with a boolean column \`ok\`, or one of pgTAP’s.`,
  roles: ['verify'],
  statements: ['SelectStmt'],
  check(statement, context) {
    const expectations = expectationsOf(statement);
    const unknown = expectations.find(({ expectation }) => expectation === null);
    if (unknown) {
      context.report({
        message: `This check doesn’t know the expectation “${unknown.text}”. The query can’t fail.`,
        help: `Write one of: ${EXPECTATION_FORMS}.`,
      });
    } else if (expectations.length === 0 && !failsByItself(statement)) {
      context.report({
        message: 'This validation query expects nothing, so it passes whatever it returns.',
        help: `Say in the comment above it what it must return, for example:\n${suggestion(context.migration.up.statements)}`,
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE t (a int);',
        up: 'CREATE INDEX CONCURRENTLY i ON t (a);',
        sql: "SELECT indexname FROM pg_indexes WHERE indexname = 'i';",
        role: 'verify',
      },
      { sql: '-- expect: six rows\nSELECT 1;', role: 'verify' },
    ],
    good: [
      { sql: "-- expect: rows = 1\nSELECT extname FROM pg_extension WHERE extname = 'plpgsql';", role: 'verify' },
      { sql: "SELECT 1 / count(*) FROM pg_extension WHERE extname = 'plpgsql';", role: 'verify' },
      { setup: 'CREATE TABLE t (a int);', sql: 'SELECT a FROM t WHERE FALSE;', role: 'verify' },
      { sql: 'DO $$ BEGIN ASSERT true; END $$;', role: 'verify' },
      { sql: 'SELECT count(*) = 0 AS ok FROM pg_index WHERE NOT indisvalid;', role: 'verify' },
      { sql: 'SELECT 1;' },
    ],
  },
});

function suggestion(up: Statement[]): string {
  const created = up.filter(({ node }) => nodeOf(node, 'IndexStmt')?.idxname).length;
  return created > 0 ? `-- expect: rows = ${created}` : '-- expect: not empty';
}
