/** What a statement writes by calling a function or a procedure that the scripts show. */
import type { FuncCall, Node, RangeVar } from '@pgsql/types';
import { fullName } from '../../schema/objects.js';
import type { Schema } from '../../schema/schema.js';
import { namesToQualified, nodeOf } from '../../sql/ast.js';

export interface RowWrite {
  change: 'update' | 'delete';
  relation: RangeVar | undefined;
  where: Node | undefined;
  /** No condition leaves a row out. */
  isWhole: boolean;
}

/** The UPDATE and DELETE without a condition in the body of what is called once; nothing where a part of it may not run. */
export function calledWrites(node: Node | null, schema: Schema): RowWrite[] {
  return callsOf(node).flatMap((call) => {
    const name = namesToQualified((call.funcname ?? []).map((part) => nodeOf(part, 'String')?.sval ?? ''));
    const named = name
      ? schema.every('function').filter((one) => one.name.replace(/\(.*$/, '') === fullName(name))
      : [];
    const [known, ...overloads] = named;
    const body = known?.facts?.definition?.body;
    const isPlain = /^(sql|plpgsql)$/i.test(known?.facts?.language ?? '') && !known?.facts?.definition?.STRICT;
    return typeof body === 'string' && isPlain && overloads.length === 0 ? writesIn(body) : [];
  });
}

/** CALL f(), SELECT f(), SELECT … FROM f(): each runs it once. */
function callsOf(node: Node | null): FuncCall[] {
  const called = nodeOf(node, 'CallStmt')?.funccall;
  if (called) return [called];
  const query = nodeOf(node, 'SelectStmt');
  if (!query || query.whereClause || query.limitCount || query.withClause) return [];
  const [source, ...more] = query.fromClause ?? [];
  if (!source)
    return (query.targetList ?? []).flatMap((item) => nodeOf(nodeOf(item, 'ResTarget')?.val, 'FuncCall') ?? []);
  const [first] = nodeOf(source, 'RangeFunction')?.functions ?? [];
  const call = nodeOf(nodeOf(first, 'List')?.items?.[0], 'FuncCall');
  return call && more.length === 0 ? [call] : [];
}

/** What may leave a statement out, run it later, or end the transaction; and comments, whose lines are not known any more. */
const UNSURE = /--|\/\*|\b(?:if|case|loop|while|for|foreach|exception|execute|commit|rollback|raise|atomic)\b/i;
const NAME = String.raw`((?:[a-z_]\w*\.)?[a-z_]\w*)`;
const UPDATE = new RegExp(String.raw`^update\s+(?:only\s+)?${NAME}\s+set\s`, 'i');
const DELETE = new RegExp(String.raw`^delete\s+from\s+(?:only\s+)?${NAME}$`, 'i');

function writesIn(body: string): RowWrite[] {
  const code = body.replace(/'(?:[^']|'')*'/g, "''");
  if (UNSURE.test(code)) return [];
  return code.split(';').flatMap((part): RowWrite[] => {
    const sql = part.replace(/^.*\bbegin\s+/i, '').trim();
    const [update, remove] = [UPDATE.exec(sql)?.[1], DELETE.exec(sql)?.[1]];
    const name = /\b(?:where|from)\b/i.test(sql.replace(/^delete\s+from/i, '')) ? undefined : (update ?? remove);
    if (name === undefined) return [];
    const [relname = '', schemaname] = name.toLowerCase().split('.').reverse();
    return [
      {
        change: update ? 'update' : 'delete',
        relation: { relname, ...(schemaname !== undefined && { schemaname }), inh: true, relpersistence: 'p' },
        where: undefined,
        isWhole: true,
      },
    ];
  });
}
