/** ALTER COLUMN … TYPE, as the grammar hands it over. */
import { alterCommands } from '../../src/lint/facts/alter-table.js';
import { typesIn } from '../../src/schema/column-type-change.js';
import { Schema } from '../../src/schema/schema.js';
import { columnType } from '../../src/schema/types.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { scriptSource } from './examples.js';

/** The types of the column `a` of the table `t` before and after, and USING. */
export async function alteredType(from: string, to: string, using?: string, setup = '') {
  const { parseScript } = await loadGrammar();
  const schema = new Schema();
  schema.replay(parseScript(scriptSource('up', `${setup}CREATE TABLE t (a ${from});`)).statements, 'baseline');
  const [statement] = parseScript(scriptSource('up', alterType(to, using))).statements;
  const [command] = statement ? alterCommands(statement) : [];
  const now = columnType(command?.column?.typeName);
  if (!now) throw new Error(`no type: ${to}`);
  const was = schema.find('column', 'public.t.a')?.facts?.type;
  return { was, now, expression: command?.column?.raw_default, types: typesIn(schema) };
}

export function alterType(to: string, using?: string): string {
  return `ALTER TABLE t ALTER COLUMN a TYPE ${to}${using ? ` USING ${using}` : ''};`;
}
