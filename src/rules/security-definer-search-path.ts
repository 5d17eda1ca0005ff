import { defineRule } from '../lint/rule.js';
import { dotted } from '../schema/effects/effect.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'security-definer-search-path',
  harm: 'decision',
  summary: 'A SECURITY DEFINER function looks up names in its caller’s search_path',
  why: `The function runs with its owner’s rights, but finds tables, functions and operators through the search_path of whoever
calls it. A caller who may create objects anywhere, pg_temp included, puts one of the same name in front and has it run
with the owner’s rights.`,
  fix: `Fix the path in the function: \`SET search_path = ''\` with every name qualified, or \`SET search_path = app, pg_temp\`
with schemas that only trusted roles may create in.`,
  roles: ['up', 'maintenance'],
  statements: ['CreateFunctionStmt', 'AlterFunctionStmt'],
  check(statement, context) {
    const routine = nodeOf(statement.node, 'CreateFunctionStmt');
    const altered = nodeOf(statement.node, 'AlterFunctionStmt');
    const options = (routine?.options ?? altered?.actions ?? []).flatMap((item) => nodeOf(item, 'DefElem') ?? []);
    const definer = options.some(({ defname, arg }) => defname === 'security' && nodeOf(arg, 'Boolean')?.boolval);
    const pinned = options.some(({ defname, arg }) => {
      return defname === 'set' && nodeOf(arg, 'VariableSetStmt')?.name?.toLowerCase() === 'search_path';
    });
    const name = dotted(routine?.funcname ?? altered?.func?.objname);
    // A body in the SQL standard's form is resolved when the function is created.
    if (!definer || pinned || !name || routine?.sql_body) return;
    if (altersSearchPath(context.script.statements.slice(statement.index + 1), name.name)) return;
    context.report({
      message: `${code(shortName(fullName(name)))} runs with its owner’s rights and its caller’s \`search_path\`. A caller can put objects of their own in front of those that it means.`,
      help: "Add this to the function’s options, and qualify the names in its body:\nSET search_path = ''",
    });
  },
  examples: {
    bad: [
      {
        sql: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$ SELECT current_user::text $$;',
      },
      {
        setup: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql AS $$ SELECT current_user::text $$;',
        sql: 'ALTER FUNCTION whoami() SECURITY DEFINER;',
      },
    ],
    good: [
      {
        setup: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql AS $$ SELECT current_user::text $$;',
        sql: "ALTER FUNCTION whoami() SECURITY DEFINER SET search_path = '';",
      },
      {
        sql: "CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER SET search_path = '' AS $$ SELECT current_user::text $$;",
      },
      { sql: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql AS $$ SELECT current_user::text $$;' },
      {
        sql: "CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$ SELECT current_user::text $$;\nALTER FUNCTION whoami() SET search_path = '';",
      },
      { sql: 'CREATE FUNCTION whoami() RETURNS text LANGUAGE sql SECURITY DEFINER RETURN current_user::text;' },
    ],
  },
});

function altersSearchPath(statements: readonly { node: Parameters<typeof nodeOf>[0] }[], name: string): boolean {
  return statements.some(({ node }) => {
    const alter = nodeOf(node, 'AlterFunctionStmt');
    const sets = (alter?.actions ?? []).some((item) => {
      return nodeOf(nodeOf(item, 'DefElem')?.arg, 'VariableSetStmt')?.name?.toLowerCase() === 'search_path';
    });
    return sets && dotted(alter?.func?.objname)?.name === name;
  });
}
