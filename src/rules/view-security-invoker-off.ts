import { defineRule } from '../lint/rule.js';
import { fullName, shortName } from '../schema/objects.js';
import { sqlName } from '../schema/sql-name.js';
import { hasOption, nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'view-security-invoker-off',
  harm: 'loses',
  summary: 'Without security_invoker a view shows rows that its tables hide from the reader',
  why: `With \`security_invoker\` a view reads its tables with the rights of whoever queries it, so that their policies and GRANTs count.
Without it, the rights are those of the view’s owner, whom row level security rarely holds: each role that may read the view sees
all rows. No query fails.`,
  fix: `Leave it on. Where a role needs more rows, give it a policy of its own, or a view of its own.`,
  roles: ['up', 'maintenance'],
  statements: ['AlterTableStmt'],
  check(statement, { schema, report }) {
    const alter = nodeOf(statement.node, 'AlterTableStmt');
    const name = relationName(alter?.relation);
    if (!name || alter?.objtype !== 'OBJECT_VIEW') return;
    const view = fullName(name);
    const known = schema.find('view', view);
    if (known?.origin === 'change') return;
    const off = (alter.cmds ?? []).some((item) => {
      const { subtype, def } = nodeOf(item, 'AlterTableCmd') ?? {};
      const options = nodeOf(def, 'List')?.items ?? [];
      const names = options.map((option) => nodeOf(option, 'DefElem')?.defname);
      if (!names.includes('security_invoker')) return false;
      return (
        subtype === 'AT_ResetRelOptions' || (subtype === 'AT_SetRelOptions' && !hasOption(options, 'security_invoker'))
      );
    });
    if (!off) return;
    const guarded = (known?.facts?.reads ?? []).find((table) => schema.find('table', table)?.facts?.rowSecurity);
    report({
      message: guarded
        ? `Once this has run, ${code(shortName(view))} shows all rows of ${code(shortName(guarded))} to each role that may read it, whatever the policies say.`
        : `Once this has run, ${code(shortName(view))} reads its tables with its owner’s rights, whatever its reader may see.`,
      help: `Leave it on:\nALTER VIEW ${sqlName(view)} SET (security_invoker = true);`,
      ...(!guarded && { severity: 'warning' as const }),
    });
  },
  examples: {
    bad: [
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE VIEW v WITH (security_invoker = true) AS SELECT a FROM t;',
        sql: 'ALTER VIEW v SET (security_invoker = false);',
      },
      {
        setup:
          'CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE VIEW v WITH (security_invoker = true) AS SELECT a FROM t;',
        sql: 'ALTER VIEW v RESET (security_invoker);',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t;',
        sql: 'ALTER VIEW v SET (security_invoker = true);\nALTER VIEW v SET (security_barrier = true);',
      },
    ],
  },
});
