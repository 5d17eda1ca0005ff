/** ALTER COLUMN … TYPE: what becomes of the column's table, and of those that foreign keys tie to it. */
import type { AlterTableCmd } from '@pgsql/types';
import { columnTypeChange } from '../column-type-change.js';
import { referencedBy, referencesColumn, referencing } from './foreign-keys.js';
import { AX, type Footprint, type FootprintScene, type Work } from './touch.js';

/** Nothing where a type is unknown: the work is unknown too. Where the time zone decides, what is done in UTC: the least. */
export function columnTypeWork(table: string, command: AlterTableCmd, { schema }: FootprintScene): Work {
  switch (columnTypeChange(table, command, schema, true)?.work) {
    case 'rewrite':
      return 'rewrite';
    case 'index rebuild':
    case 'scan':
      return 'scan';
    default:
      return undefined;
  }
}

/** The other sides of the foreign keys that the column is part of: they are made anew. */
export function besideColumnType(table: string, command: AlterTableCmd, scene: FootprintScene): Footprint[] {
  const { name = '' } = command;
  const work = columnTypeWork(table, command, scene) === 'rewrite' ? 'scan' : undefined;
  return [
    ...referencedBy(table, AX, scene, ({ facts }) => facts?.columns?.includes(name) ?? false),
    ...referencing(table, AX, scene, { which: (key) => referencesColumn(key, name, scene), work }),
  ];
}
