/** The session's settings at each statement of a script: what SET, SET LOCAL, RESET and set_config leave in force. */
import type { Node, VariableSetStmt } from '@pgsql/types';
import type { Statement } from '../model.js';
import { nodeOf } from '../sql/ast.js';

/** A setting as the script left it. */
interface SessionSetting {
  /** As written; a list's values joined by a comma. Null after SET … TO DEFAULT and RESET. */
  value: string | null;
  /** The statement that set it. */
  by: Statement;
}

/** Settings by name, in lower case. What the script doesn't set is not there: the server or the tool decides it. */
export interface Session {
  get(name: string): SessionSetting | undefined;
  has(name: string): boolean;
}

/** The session before each statement (manual, SET: "takes effect until the end of the current transaction"). */
export function sessions(statements: readonly Statement[]): Session[] {
  const state = new SessionSettings();
  return statements.map((statement): Session => {
    const before = state.session();
    const { node, transaction } = statement;
    const end = nodeOf(node, 'TransactionStmt')?.kind;
    if (end === 'TRANS_STMT_BEGIN' || end === 'TRANS_STMT_START') state.begin();
    else if (end === 'TRANS_STMT_COMMIT' || end === 'TRANS_STMT_ROLLBACK' || end === 'TRANS_STMT_PREPARE') {
      state.end(end === 'TRANS_STMT_ROLLBACK' && transaction.kind !== 'none');
    }
    for (const { name, value, isLocal } of settingsOf(node)) {
      const setting = { value, by: statement };
      if (name === 'all') state.reset();
      else if (!isLocal) state.set(name, setting);
      else if (transaction.kind !== 'none') state.setLocal(name, setting);
    }
    state.next();
    return before;
  });
}

/** The session at a statement inside a block: what the block has set before it, whatever happens, counts more. */
export function insideBlock(session: Session, block: readonly Statement[], seen: Statement): Session {
  const own = new Map<string, SessionSetting>();
  for (const by of block.slice(0, Math.max(block.indexOf(seen), 0))) {
    if (by.conditional) continue;
    for (const { name, value } of settingsOf(by.node)) own.set(name, { value, by });
  }
  if (own.size === 0) return session;
  return { get: (name) => own.get(name) ?? session.get(name), has: (name) => own.has(name) || session.has(name) };
}

/** What is in force, and since which statement: a session of its own for each would take memory with the square of their number. */
class SessionSettings {
  #at = 0;
  readonly #kept = new Map<string, SessionSetting>();
  readonly #local = new Map<string, SessionSetting>();
  /** What to go back to when the transaction is rolled back. */
  readonly #before = new Map<string, SessionSetting | undefined>();
  readonly #history = new Map<string, { from: number; setting: SessionSetting | undefined }[]>();

  /** As it is now, whatever comes later. */
  session(): Session {
    const at = this.#at;
    const get = (name: string) => {
      const changes = this.#history.get(name) ?? [];
      let [low, high] = [0, changes.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((changes[middle]?.from ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      return changes[low - 1]?.setting;
    };
    return { get, has: (name) => get(name) !== undefined };
  }

  next(): void {
    this.#at++;
  }

  begin(): void {
    this.#before.clear();
  }

  end(isRolledBack: boolean): void {
    const names = [...this.#local.keys()];
    this.#local.clear();
    if (isRolledBack) {
      for (const [name, setting] of this.#before) {
        if (setting) this.#kept.set(name, setting);
        else this.#kept.delete(name);
        names.push(name);
      }
    }
    this.#before.clear();
    for (const name of names) this.#note(name);
  }

  reset(): void {
    const names = [...this.#kept.keys(), ...this.#local.keys()];
    for (const name of this.#kept.keys()) this.#remember(name);
    this.#kept.clear();
    this.#local.clear();
    for (const name of names) this.#note(name);
  }

  set(name: string, setting: SessionSetting): void {
    this.#remember(name);
    this.#kept.set(name, setting);
    this.#local.delete(name);
    this.#note(name);
  }

  setLocal(name: string, setting: SessionSetting): void {
    this.#local.set(name, setting);
    this.#note(name);
  }

  #remember(name: string): void {
    if (!this.#before.has(name)) this.#before.set(name, this.#kept.get(name));
  }

  /** It holds from the next statement on. */
  #note(name: string): void {
    const changes = this.#history.get(name) ?? [];
    changes.push({ from: this.#at + 1, setting: this.#local.get(name) ?? this.#kept.get(name) });
    this.#history.set(name, changes);
  }
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

const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** A limit for waiting or working: it changes whether a statement is stopped, never what it does. */
export function isTimeout(name: string): boolean {
  return name.endsWith('_timeout');
}

/** A timeout in milliseconds, 0 for none; undefined where the script leaves it to the server. */
export function timeoutMs(session: Session, name: 'lock_timeout' | 'statement_timeout'): number | undefined {
  const value = session.get(name)?.value;
  if (value === null || value === undefined) return undefined;
  const [, number, unit = 'ms'] = /^\s*(-?[\d.]+)\s*([a-z]+)?\s*$/i.exec(value) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
