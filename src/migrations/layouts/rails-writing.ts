/** How migrations are written for Rails: Ruby classes that send SQL. Pure. */
import type { MigrationHome } from '../../model.js';
import type { MigrationDraft, Writing } from './writing.js';

/** What every Rails from 7.0 on takes. */
const VERSION = '7.0';

export const railsWriting: Writing = { ...beside({}), beside };

function beside({ folder = 'db/migrate/', version = VERSION }: MigrationHome): Writing {
  return {
    transaction: 'per-script',
    wayOut: { mark: 'write `disable_ddl_transaction!` at the top of its class' },
    files: (draft) => [{ path: `${folder}${draft.version}_${draft.name}.rb`, text: classOf(draft, version) }],
  };
}

function classOf(draft: MigrationDraft, version: string): string {
  return [
    `class ${nameOf(draft.name)} < ActiveRecord::Migration[${version}]`,
    ...(draft.outside ? ['  disable_ddl_transaction!', ''] : []),
    ...['  def up', ...executed(draft.up), '  end', ''],
    ...['  def down', ...downLines(draft), '  end'],
    'end\n',
  ].join('\n');
}

function downLines({ down, oneWay, unknownDown }: MigrationDraft): string[] {
  if (down !== null) return executed(down);
  if (unknownDown) return ['    # what was there before has to be written by hand', `    ${REFUSED}`];
  if (oneWay === undefined) return ['    # there is nothing to undo'];
  return [`    ${REFUSED}, '${oneWay.replace(/[\\']/g, '\\$&')}'`];
}

const REFUSED = 'raise ActiveRecord::IrreversibleMigration';

/** As it stands: where Ruby would put something in its place, the text is quoted. */
function executed(sql: string): string[] {
  const quote = /\\|#[{$@]/.test(sql) ? "'" : '';
  const lines = sql.split('\n').map((line) => (line === '' ? '' : `      ${line}`));
  return [`    execute <<~${quote}SQL${quote}`, ...lines, '    SQL'];
}

/** The class that Rails looks for in a file of that name. */
function nameOf(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
