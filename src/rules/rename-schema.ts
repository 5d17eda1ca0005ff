import { defineRule } from '../lint/rule.js';
import { nodeOf, quoteIdentifier } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'rename-schema',
  harm: 'breaks',
  summary: 'Running code fails from the moment that a schema has another name',
  why: `Everything in the schema has another full name from then on. Code that writes the schema, search_path settings of roles
and databases, and the text of functions still say the old one: they find nothing, or something else of that name.`,
  fix: `Create the new schema beside the old one, and move its objects one by one, each with a view under its old name. Or
leave the name as it is.`,
  statements: ['RenameStmt'],
  roles: ['up', 'maintenance'],
  check(statement, { schema, report }) {
    const { renameType, subname, newname } = nodeOf(statement.node, 'RenameStmt') ?? {};
    if (renameType !== 'OBJECT_SCHEMA' || !subname || !newname) return;
    if (schema.find('schema', subname)?.origin === 'change') return;
    report({
      message: `Everything in ${code(subname)} gets another name at once. Code, functions and \`search_path\` settings that say ${code(subname)} fail as soon as this has run.`,
      help: `Create the new schema beside the old one, and move the objects one by one, each with a view under its old name:\nCREATE SCHEMA ${quoteIdentifier(newname)};`,
    });
  },
  examples: {
    bad: [{ setup: 'CREATE SCHEMA app; CREATE TABLE app.t (a int);', sql: 'ALTER SCHEMA app RENAME TO core;' }],
    good: [
      { sql: 'CREATE SCHEMA app;\nALTER SCHEMA app RENAME TO core;' },
      { setup: 'CREATE SCHEMA app;', sql: 'CREATE SCHEMA core;' },
    ],
  },
});
