/** DROP and ALTER TABLE … DROP, object by object. */
import type { Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { isMissing } from '../../schema/footprint/touch.js';
import type { SchemaObject } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { nodeOf } from '../../sql/ast.js';
import { alterCommands } from './alter-table.js';

/** What the statement drops, and whether that takes with it what depends on it. */
export function dropped(statement: Statement): { object: SchemaObject; conditional: boolean; cascade: boolean }[] {
  const all = nodeOf(statement.node, 'DropStmt')?.behavior === 'DROP_CASCADE';
  const commands = alterCommands(statement);
  return effectsOf(statement.node)
    .filter(({ change }) => change === 'drop')
    .map(({ object, conditional }) => {
      const own = commands.find(({ table, command }) => `${table}.${command.name}` === object.name);
      return { object: object as SchemaObject, conditional, cascade: all || own?.command.behavior === 'DROP_CASCADE' };
    });
}

/** Whether it existed before the change: not made by it, and there as far as is known. */
export function isOld({ kind, name, table }: SchemaObject, conditional: boolean, schema: Schema): boolean {
  if (schema.isNew(table ?? name)) return false;
  const known = schema.find(kind, name);
  if (known) return known.origin === 'baseline';
  if (!conditional) return true;
  // What belongs to a table that the scripts show is told by them, too.
  return table === undefined ? schema.mayHold(name, kind) : isMissing(table, schema) && schema.mayHold(table);
}

/** What a DROP removes of what existed before the change. */
export function droppedOld(statement: Statement, schema: Schema): SchemaObject[] {
  return dropped(statement)
    .filter(({ object, conditional }) => isOld(object, conditional, schema))
    .map(({ object }) => object);
}
