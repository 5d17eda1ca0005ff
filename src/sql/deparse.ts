/** A parse tree as SQL again. */
import type { Node } from '@pgsql/types';
import { deparseSync } from 'pgsql-deparser';

/** With the line ends of what is quoted; undefined for what can't be written. */
export function deparsedAsWritten(node: Node): string | undefined {
  try {
    return deparseSync(node, { pretty: false }).replace(/;\s*$/, '');
  } catch {
    return undefined;
  }
}

/** On one line; undefined for what can't be written. */
export function deparsed(node: Node): string | undefined {
  try {
    return deparseSync(node, { pretty: false })
      .replace(/;\s*$/, '')
      .replace(/\s*\n\s*/g, ' ');
  } catch {
    return undefined;
  }
}
