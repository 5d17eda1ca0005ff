import { defineRule } from '../lint/rule.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'domain-with-constraint',
  harm: 'note',
  preset: 'strict',
  summary: 'A domain’s rules are hard to change once tables use it',
  why: `A rule that is added to a domain later is held against all tables that use it at once, and blocks writes to them. A
column of a constrained domain rewrites the table that it is added to. A table’s own CHECK can be changed table by table,
and validated without blocking anybody.`,
  fix: 'Use the base type, with a CHECK on each table.',
  statements: ['CreateDomainStmt'],
  check(statement, { report }) {
    const domain = nodeOf(statement.node, 'CreateDomainStmt');
    const name = dotted(domain?.domainname);
    const constrained = (domain?.constraints ?? []).some((item) =>
      ['CONSTR_CHECK', 'CONSTR_NOTNULL'].includes(nodeOf(item, 'Constraint')?.contype ?? ''),
    );
    if (!name || !constrained) return;
    report({
      message: `The rules of the domain ${code(shortName(fullName(name)))} apply to each table that uses it. Nobody can change them for one table alone.`,
      help: 'Write the rule as a CHECK of each table, on a column of the base type.',
    });
  },
  examples: {
    bad: [
      { sql: 'CREATE DOMAIN positive AS int CHECK (VALUE > 0);' },
      { sql: 'CREATE DOMAIN known AS text NOT NULL;' },
    ],
    good: [{ sql: "CREATE DOMAIN email AS text DEFAULT '' NULL;" }],
  },
});
