/** What rows held before a migration and don't hold after its rollback. Pure. */
import type { RollbackData } from '../../report-schema/types.js';
import type { DataPrint, TablePrint } from './fingerprint.js';

/** Values that did not come back. A table or column that is gone altogether is a difference of the schema. */
export function losses(before: DataPrint, after: DataPrint): RollbackData['lost'] {
  return [...before].flatMap(([table, was]) => {
    const is = after.get(table);
    return is === undefined || was.rows === 0 ? [] : tableLosses(was, is);
  });
}

function tableLosses(was: TablePrint, is: TablePrint): RollbackData['lost'] {
  const table = was.name;
  if (is.rows !== was.rows) return [{ table, detail: `it held ${rows(was.rows)}, it holds ${is.rows}` }];
  const changed = [...was.columns].flatMap(([column, old]) => {
    const now = is.columns.get(column);
    if (now === undefined || now.hash === old.hash) return [];
    const lost = old.values - now.values;
    const detail =
      lost > 0
        ? `${lost} of ${old.values} ${old.values === 1 ? 'value' : 'values'} lost`
        : 'its values are not what they were';
    return [{ table, column, detail }];
  });
  // Columns that are gone would change the rows' hash, too: there the schema says it.
  const sameColumns = was.columns.size === is.columns.size;
  if (changed.length === 0 && sameColumns && is.hash !== was.hash) {
    return [{ table, detail: 'its values are in other rows than they were' }];
  }
  return changed;
}

function rows(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}
