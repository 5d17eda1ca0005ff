/** Reads Rails' migrations as far as help writes them: SQL in heredocs. */

import type { FoundMigration } from '../../src/migrations/layouts/layout.js';
import type { ScriptSource, SourceFile } from '../../src/model.js';
import { maskOutside } from '../../src/sql/positions.js';

/** Each file a migration, in their order. */
export function readRuby(files: readonly SourceFile[]): FoundMigration[] {
  return files.map((file) => {
    const [, name = '', inside = ''] =
      /^class (\w+) < ActiveRecord::Migration\[\d+\.\d+\]\n([\s\S]*)^end\n$/m.exec(file.text) ?? [];
    const camelized = file.path
      .replace(/^.*\/\d+_|\.rb$/g, '')
      .replace(/(?:^|_)(\w)/g, (_, first) => first.toUpperCase());
    if (name !== camelized) throw new Error(`${file.path} holds the class ${name}`);
    const up = script('up', file);
    const down = script('down', file);
    const irreversible = /^ {4}raise ActiveRecord::IrreversibleMigration, '(.*)'$/m.exec(inside)?.[1];
    const isEmpty = /^ {4}# there is nothing to undo$/m.test(inside);
    return {
      ...{ id: name, version: file.path, path: file.path, layout: 'rails', up },
      ...(down.sql.trim() !== '' && { down }),
      ...(isEmpty && { irreversible: 'there is nothing to undo' }),
      ...(irreversible !== undefined && { irreversible }),
    };
  });
}

function script(role: 'up' | 'down', file: SourceFile): ScriptSource {
  const method = new RegExp(`^ {2}def ${role}\\n([\\s\\S]*?)^ {2}end\\n`, 'm').exec(file.text);
  const from = method ? method.index : 0;
  const ranges = [...(method?.[0] ?? '').matchAll(/<<~('?)SQL\1\n([\s\S]*?)^ {4}SQL$/gm)].map((found) => {
    const start = from + (found.index ?? 0) + found[0].indexOf('\n') + 1;
    return { start, end: start + (found[2] ?? '').length };
  });
  const transaction = /^ {2}disable_ddl_transaction!$/m.test(file.text) ? 'autocommit' : 'per-script';
  return { role, file, sql: maskOutside(file.text, ranges), transaction };
}
