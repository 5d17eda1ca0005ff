import { defineRule } from '../lint/rule.js';
import { effectsOf } from '../schema/effects/index.js';
import { lastName, shortName } from '../schema/objects.js';
import { code } from '../sql/words.js';

/** A keyword is quoted for another reason, and nobody forgets it. */
const PLAIN = /^[a-z_][a-z0-9_$]*$/;

export default defineRule({
  id: 'quoted-identifier',
  harm: 'note',
  preset: 'strict',
  summary: 'A name that needs double quotes has to be quoted in every query',
  why: `Postgres folds names without quotes to lower case. A name with capitals, spaces or dashes is found only when every query, by
hand or in code, writes it in double quotes.`,
  fix: 'Use lower case letters, digits and underscores.',
  roles: ['up'],
  check(statement, context) {
    for (const { change, object } of effectsOf(statement.node)) {
      const name = lastName(object.name);
      if (change !== 'create' || PLAIN.test(name)) continue;
      if (context.schema.find(object.kind, object.name)) continue;
      const plain = name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[^a-z0-9_]+/g, '_');
      context.report({
        message: `Queries find the ${object.kind} ${code(shortName(object.name))} only where they put its name in double quotes.`,
        help: `Call it ${plain}.`,
      });
    }
  },
  examples: {
    bad: [
      { sql: 'CREATE TABLE "userAccount" (id int);' },
      { setup: 'CREATE TABLE t (a int);', sql: 'ALTER TABLE t ADD COLUMN "createdAt" timestamptz;' },
    ],
    good: [
      { sql: 'CREATE TABLE UserAccount (id int);' },
      { sql: 'CREATE TABLE "user" (id int);' },
      { setup: 'CREATE TABLE "userAccount" (id int);', sql: 'CREATE TABLE IF NOT EXISTS "userAccount" (id int);' },
    ],
  },
});
