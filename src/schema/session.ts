/** The session's settings at each statement of a script: what SET, SET LOCAL, RESET and set_config leave in force. */
import type { Node, VariableSetStmt } from '@pgsql/types';
import type { Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';

/** A setting as the script left it. */
export interface SessionSetting {
  /** As written; a list's values joined by a comma. Null after SET … TO DEFAULT and RESET. */
  value: string | null;
  /** The statement that set it. */
  by: Statement;
}

/** Settings by name, in lower case. What the script doesn't set is not there: the server or the tool decides it. */
export type Session = ReadonlyMap<string, SessionSetting>;

/** The session before each statement (manual, SET: "takes effect until the end of the current transaction"). */
export function sessions(statements: readonly Statement[]): Session[] {
  let kept = new Map<string, SessionSetting>();
  let local = new Map<string, SessionSetting>();
  /** What to go back to when the transaction is rolled back. */
  let atBegin = kept;
  return statements.map((statement): Session => {
    const before = local.size === 0 ? kept : new Map([...kept, ...local]);
    const { node, transaction } = statement;
    const end = nodeOf(node, 'TransactionStmt')?.kind;
    if (end === 'TRANS_STMT_BEGIN' || end === 'TRANS_STMT_START') atBegin = kept;
    else if (end === 'TRANS_STMT_COMMIT' || end === 'TRANS_STMT_ROLLBACK' || end === 'TRANS_STMT_PREPARE') {
      local = new Map();
      if (end === 'TRANS_STMT_ROLLBACK' && transaction.kind !== 'none') kept = atBegin;
      atBegin = kept;
    }
    for (const { name, value, isLocal } of settingsOf(node)) {
      const setting = { value, by: statement };
      if (name === 'all') kept = local = new Map();
      else if (!isLocal) {
        kept = new Map(kept).set(name, setting);
        local = without(local, name);
      } else if (transaction.kind !== 'none') local = new Map(local).set(name, setting);
    }
    return before;
  });
}

export interface SettingChange {
  name: string;
  value: string | null;
  /** SET LOCAL: until the end of the transaction, and without effect outside one. */
  isLocal: boolean;
}

/** What a statement sets. */
export function settingsOf(node: Node | null): SettingChange[] {
  const set = nodeOf(node, 'VariableSetStmt');
  if (set) return variableSet(set);
  const targets = nodeOf(node, 'SelectStmt')?.targetList ?? [];
  return targets.flatMap((target) => setConfig(nodeOf(target, 'ResTarget')?.val) ?? []);
}

function variableSet(set: VariableSetStmt): SettingChange[] {
  const isLocal = set.is_local ?? false;
  if (set.kind === 'VAR_RESET_ALL') return [{ name: 'all', value: null, isLocal }];
  if (!set.name) return [];
  const value = set.kind === 'VAR_SET_VALUE' ? (set.args ?? []).map(constantText).join(', ') : null;
  return [{ name: set.name.toLowerCase(), value, isLocal }];
}

/** `SELECT set_config(name, value, is_local)` with constants. */
function setConfig(node: Node | undefined): SettingChange | undefined {
  const call = nodeOf(node, 'FuncCall');
  const name = call?.funcname?.at(-1);
  if (nodeOf(name, 'String')?.sval !== 'set_config' || call?.args?.length !== 3) return undefined;
  const [setting, value, isLocal] = call.args.map((arg) => nodeOf(arg, 'A_Const'));
  if (!setting?.sval?.sval) return undefined;
  return {
    name: setting.sval.sval.toLowerCase(),
    value: value?.sval?.sval ?? null,
    isLocal: isLocal?.boolval?.boolval ?? false,
  };
}

/** The text of a constant in SET: a word, a string or a number. */
function constantText(node: Node): string {
  const constant = nodeOf(node, 'A_Const') ?? nodeOf(nodeOf(node, 'TypeCast')?.arg, 'A_Const');
  if (constant?.ival) return String(constant.ival.ival ?? 0);
  return constant?.sval?.sval ?? constant?.fval?.fval ?? '';
}

function without(map: Map<string, SessionSetting>, name: string): Map<string, SessionSetting> {
  if (!map.has(name)) return map;
  const rest = new Map(map);
  rest.delete(name);
  return rest;
}

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** A timeout in milliseconds, 0 for none; undefined where the script leaves it to the server. */
export function timeoutMs(session: Session, name: 'lock_timeout' | 'statement_timeout'): number | undefined {
  const value = session.get(name)?.value;
  if (value === null || value === undefined) return undefined;
  const [, number, unit = 'ms'] = /^\s*(-?[\d.]+)\s*([a-z]+)?\s*$/i.exec(value) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
