/** What a result says of itself: pgTAP's lines, and a column called ok. Pure. */
import type { QueryResult } from '../../servers/server.js';

export interface OwnVerdict {
  /** As reports show it. */
  expectation: string;
  /** Null where all is well. */
  problem: string | null;
}

const TAP = /^(?:(not )?ok \d+|1\.\.\d+|#|\s*$)/;

/** Undefined where the result says nothing of itself. */
export function byItself({ columns, rows }: QueryResult): OwnVerdict | undefined {
  return ofTap(rows) ?? ofColumn(columns, rows);
}

/** TAP, as pgTAP's functions return it: `ok 1 - …`, `not ok 2 - …`, and its own `# Looks like you failed`. */
function ofTap(rows: QueryResult['rows']): OwnVerdict | undefined {
  const lines = rows.flatMap((row) => (row.length === 1 ? (row[0] ?? '').split('\n') : ['?']));
  if (lines.length === 0 || !lines.every((line) => TAP.test(line)) || !lines.some((line) => /ok|^1|#/.test(line)))
    return undefined;
  const bad = lines.find((line) => /^not ok(?!.*# (?:TODO|SKIP))/i.test(line) || /^# Looks like you/.test(line));
  return { expectation: 'pgTAP', problem: bad ?? null };
}

function ofColumn(columns: string[], rows: QueryResult['rows']): OwnVerdict | undefined {
  const at = columns.findIndex((name) => name.toLowerCase() === 'ok');
  if (at < 0 || !rows.every((row) => row[at] === 't' || row[at] === 'f' || row[at] === null)) return undefined;
  const bad = rows.findIndex((row) => row[at] !== 't');
  const problem =
    rows.length === 0 ? 'it returned no rows' : bad < 0 ? null : `ok is ${rows[bad]?.[at] ?? 'NULL'} in row ${bad + 1}`;
  return { expectation: 'ok is true', problem };
}
