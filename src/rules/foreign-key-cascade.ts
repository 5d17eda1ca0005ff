import { alterCommands } from '../lint/facts/alter-table.js';
import { defineRule } from '../lint/rule.js';
import { constraintsIn } from '../schema/footprint/foreign-keys.js';
import { fullName, shortName } from '../schema/objects.js';
import { nodeOf, relationName } from '../sql/ast.js';
import { code } from '../sql/words.js';

export default defineRule({
  id: 'foreign-key-cascade',
  harm: 'note',
  preset: 'strict',
  summary: 'ON DELETE CASCADE lets one DELETE take any number of rows with it',
  why: `Who deletes a row of the referenced table deletes all that points to it as well, and what points to that in turn: in the
same statement, with the locks and the time that takes, and without a word.`,
  fix: 'Leave it at NO ACTION and delete the referencing rows first, in batches; or keep CASCADE where the rows belong together.',
  statements: ['AlterTableStmt', 'CreateStmt'],
  check(statement, { report }) {
    const elements = [
      ...(nodeOf(statement.node, 'CreateStmt')?.tableElts ?? []),
      ...alterCommands(statement).flatMap(({ command }) => command.def ?? []),
    ];
    for (const { contype, fk_del_action: action, pktable } of constraintsIn(elements)) {
      const parent = relationName(pktable);
      if (contype !== 'CONSTR_FOREIGN' || action !== 'c' || !parent) continue;
      report({
        message: `ON DELETE CASCADE lets one DELETE on ${code(shortName(fullName(parent)))} delete any number of rows here.`,
        help: 'Take ON DELETE CASCADE out, unless these rows mean nothing without the row that they point to.',
      });
    }
  },
  examples: {
    bad: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int);',
        sql: 'ALTER TABLE c ADD FOREIGN KEY (p) REFERENCES p ON DELETE CASCADE NOT VALID;',
      },
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY);',
        sql: 'CREATE TABLE c (p int REFERENCES p ON DELETE CASCADE);',
      },
    ],
    good: [
      {
        setup: 'CREATE TABLE p (id int PRIMARY KEY);',
        sql: 'CREATE TABLE c (p int REFERENCES p, q int REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE);',
      },
    ],
  },
});
