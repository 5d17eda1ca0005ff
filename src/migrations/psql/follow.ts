/** Reads a script as psql does: variables, conditions and includes are followed, what it does beside the SQL is left out. Pure. */
import type { IncludedScript, ScriptSource, SourceFile } from '../../model.js';
import type { NotChecked } from '../../report-schema/types.js';
import { lex, type Range } from '../../sql/lexer.js';
import { LineMap } from '../../sql/positions.js';
import { Filler, placeholdersIn, quoted, unknownPlaceholder } from '../placeholders.js';
import { type FileProblem, malformed } from '../problem.js';
import { asBoolean, commandsOf, type PsqlCommand } from './commands.js';
import { Conditions } from './conditions.js';

export interface PsqlRequest {
  /** The variables that are set before the first line. */
  values: Readonly<Record<string, string>>;
  /** The tool that sets all variables, so that one without a value is a problem; null where whoever runs psql may set some. */
  tool: string | null;
  /** The file that an include names, or why there is none to read. */
  include(path: string, from: SourceFile, isRelative: boolean): SourceFile | string;
}

/** What is said of what can't be followed. */
interface Unfollowed {
  problems: FileProblem[];
  notChecked: NotChecked[];
}

export function followPsql(script: ScriptSource, request: PsqlRequest): Unfollowed & { script: ScriptSource } {
  const told: Unfollowed = { problems: [], notChecked: [] };
  const variables = new Map(Object.entries({ ...PREDEFINED, ...request.values }));
  const shared = { variables, unknowable: false, included: 0, told };
  return { script: new Follower(script, request, shared, [script.file.path]).follow(), ...told };
}

/** What files that include each other have in common. */
interface CommonState {
  variables: Map<string, string>;
  /** A variable may have got its value from an answer, a program or a person. */
  unknowable: boolean;
  /** Files that were read, each as often as it is included. */
  included: number;
  told: Unfollowed;
}

type Event = { at: number } & ({ line: Range } | { variable: RegExpExecArray });

class Follower {
  readonly #script: ScriptSource;
  readonly #request: PsqlRequest;
  readonly #shared: CommonState;
  readonly #lines: LineMap;
  readonly #statements: readonly Range[];
  readonly #events: readonly Event[];
  readonly #filler: Filler;
  readonly #included: IncludedScript[] = [];
  readonly #conditions = new Conditions();
  /** Up to here the text is dealt with. */
  #done = 0;
  /** Lines that could not be followed. */
  readonly #unfollowed = new Set<number>();
  /** The files that are being read, the outermost first. */
  readonly #open: readonly string[];

  constructor(script: ScriptSource, request: PsqlRequest, shared: CommonState, open: readonly string[]) {
    this.#open = open;
    this.#script = script;
    this.#request = request;
    this.#shared = shared;
    this.#lines = LineMap.of(script.file);
    this.#filler = new Filler(script.sql);
    const { metaCommands, statements } = lex(script.sql, { rowsToEnd: script.sendsRows });
    this.#statements = statements;
    const isIn = (index: number) => metaCommands.some(({ start, end }) => start <= index && index < end);
    this.#events = [
      ...metaCommands.map((line): Event => ({ at: line.start, line })),
      ...placeholdersIn(script.sql, 'psql')
        .filter(({ index }) => !isIn(index))
        .map((variable): Event => ({ at: variable.index, variable })),
    ].sort((a, b) => a.at - b.at);
  }

  follow(): ScriptSource {
    for (const event of this.#events) {
      if (event.at < this.#done) continue;
      if ('line' in event) this.#line(event.line);
      else if (this.#conditions.counts()) this.#variable(event.variable);
    }
    const unclosed = this.#conditions.unclosed();
    if (unclosed) {
      this.#problem(
        unclosed.at,
        'An \\if is never closed: psql stops at the end of the file (“reached EOF without finding closing \\endif”).',
      );
      if (unclosed.dead !== undefined) this.#blank(unclosed.dead, this.#script.sql.length);
    }
    const included = this.#included;
    const unfollowed = [...this.#unfollowed, ...included.flatMap(({ script }) => script.unfollowed ?? [])];
    return {
      ...{ ...this.#script, ...this.#filler.filled() },
      ...(included.length > 0 && { included }),
      ...(unfollowed.length > 0 && { unfollowed }),
    };
  }

  /** Of the rows that follow a COPY, nothing is a command. */
  #line({ start, end }: Range): void {
    const text = this.#script.sql.slice(start, end);
    for (const command of commandsOf(text, start, (name) => this.#shared.variables.get(name))) {
      if (command.start < this.#done) return;
      if (command.meaning === 'condition') this.#condition(command);
      else if (this.#conditions.counts()) this.#command(command);
    }
  }

  #command(command: PsqlCommand): void {
    const { meaning, args, start, end } = command;
    const [first, ...rest] = args;
    if (meaning === 'unknown') return;
    if (meaning === 'set' && first) this.#set(first, rest, command);
    if (meaning === 'unset' && first) this.#shared.variables.delete(first);
    if (meaning === 'asks' || command.name === 'gset') this.#shared.unknowable = true;
    if (command.name === 'gexec') this.#note(command, UNKNOWN_ANSWER);
    if (meaning === 'include') this.#include(command);
    if (meaning === 'copy' && this.#copy(command)) return;
    const reason = BESIDE[meaning];
    if (reason && !(meaning === 'connect' && (first ?? '-') === '-')) this.#note(command, reason);
    const last = meaning === 'quit' ? this.#script.sql.length : end;
    this.#blank(start, last, meaning === 'sends' || meaning === 'answer' ? ';' : '');
  }

  #set(name: string, values: (string | null)[], command: PsqlCommand): void {
    const value = values.join('');
    if (name === 'AUTOCOMMIT' && asBoolean(value) === false) this.#note(command, NO_AUTOCOMMIT);
    if (!values.includes(null) && value.length <= LONGEST_VALUE) {
      this.#shared.variables.set(name, value);
      return;
    }
    this.#shared.unknowable = true;
    this.#shared.variables.delete(name);
  }

  #include(command: PsqlCommand): void {
    const found = this.#fileOf(command);
    if (typeof found === 'string') {
      this.#note(command, found);
      return;
    }
    const open = this.#open;
    if (open.includes(found.path)) {
      const circle = [...open.slice(open.indexOf(found.path)), found.path].join(' includes ');
      this.#problem(command.start, `The files include each other without end: ${circle}.`);
      return;
    }
    if (++this.#shared.included > MOST_INCLUDED) {
      this.#note(command, `more than ${MOST_INCLUDED} files would be read in the middle of this one: the rest was not`);
      return;
    }
    const { role, transaction, sendsRows } = this.#script;
    const source = { role, transaction, ...(sendsRows && { sendsRows }), file: found, sql: found.text };
    const inner = new Follower(source, this.#request, this.#shared, [...open, found.path]);
    this.#included.push({ at: command.start, script: inner.follow() });
  }

  #fileOf({ name, args, unset }: PsqlCommand): SourceFile | string {
    const [path] = args;
    if (!path || unset) return 'which file it names, nobody knows here';
    return this.#request.include(path, this.#script.file, name === 'ir' || name === 'include_relative');
  }

  /** Rows from a file of the repository stand where the command does. */
  #copy({ args: [text], start, end }: PsqlCommand): boolean {
    const [, table, path = '', options = ''] = /^(.+?)\s+from\s+'([^']+)'\s*(.*?);?$/is.exec(text ?? '') ?? [];
    if (table === undefined || !this.#script.sendsRows) return false;
    const rows = this.#request.include(path, this.#script.file, false);
    if (typeof rows === 'string') return false;
    const sql = `COPY ${table} FROM STDIN ${options};\n${rows.text.replace(/\n?$/, '\n')}\\.\n`;
    this.#filler.put(start, end - start, sql);
    this.#done = end;
    return true;
  }

  #condition(command: PsqlCommand): void {
    const left = this.#conditions.meet(command, () => {
      const known = asBoolean(command.args[0]);
      if (known === undefined) this.#note(command, 'whether it holds, nobody knows here: none of its lines were run');
      return known;
    });
    for (const { start, end } of left) this.#blank(start, end);
  }

  #variable(match: RegExpExecArray): void {
    const { index } = match;
    const [whole, quote, name = ''] = match;
    const value = this.#shared.variables.get(name);
    const { tool } = this.#request;
    if (value !== undefined) {
      this.#filler.put(index, whole.length, quoted(value, quote));
      this.#done = index + whole.length;
    } else if (this.#shared.unknowable || OWN.test(name)) this.#leaveOut(index, whole);
    else if (tool) {
      this.#shared.told.problems.push(unknownPlaceholder(this.#script.file, index, { whole, key: name, tool }));
    }
  }

  /** The rest of a statement is blanked; what was filled of it before goes with it. */
  #leaveOut(index: number, whole: string): void {
    const statement = this.#statements.find(({ start, end }) => start <= index && index < end);
    if (statement === undefined) return;
    const reason = 'its value comes from an answer, a program or a person: the statement was left out';
    this.#noteAt(index, whole, reason);
    this.#filler.drop(statement.start);
    this.#done = Math.min(this.#done, statement.start);
    this.#blank(statement.start, statement.end);
  }

  /** Keeps line ends, so that places stay. `instead` stands where the text began. */
  #blank(start: number, end: number, instead = ''): void {
    const from = Math.max(start, this.#done);
    if (end <= from) return;
    const spaces = this.#script.sql.slice(from, end).replace(/[^\r\n]/g, ' ');
    this.#filler.put(from, end - from, instead + spaces.slice(instead.length));
    this.#done = end;
  }

  #note({ start, name }: PsqlCommand, reason: string): void {
    this.#noteAt(start, `\\${name}`, reason);
  }

  #problem(at: number, message: string): void {
    this.#shared.told.problems.push(malformed(this.#script.file, this.#lines.position(at).line, message));
  }

  #noteAt(at: number, what: string, reason: string): void {
    const { path } = this.#script.file;
    const { line } = this.#lines.position(at);
    this.#unfollowed.add(line);
    this.#shared.told.notChecked.push({ check: `${what} in ${path}:${line}`, path, reason });
  }
}

/** Files that include ten others each are soon a million. */
const MOST_INCLUDED = 1000;
const LONGEST_VALUE = 100_000;

/** What psql sets itself, where the name doesn't matter: a database that is named is the one it is tried in. */
const PREDEFINED = { DBNAME: 'production' };
/** What psql sets itself, and nobody knows here. */
const OWN =
  /^(USER|HOST|PORT|ENCODING|VERSION|VERSION_NAME|VERSION_NUM|SERVER_VERSION_NAME|SERVER_VERSION_NUM|ROW_COUNT|SQLSTATE|ERROR|LASTOID|LAST_ERROR_\w+|SERVICE|SHELL_ERROR|SHELL_EXIT_CODE)$/;
const NO_AUTOCOMMIT =
  'statements run in transactions that are not written here: what depends on them was not looked at';

const UNKNOWN_ANSWER = 'it runs what the query before it returns, and nobody knows that here: it was not run';

/** Why what a command does isn't part of the check. */
const BESIDE: Partial<Record<PsqlCommand['meaning'], string>> = {
  connect: 'what follows it was run in the rehearsal’s one database',
  copy: 'psql copies the rows from or to a file of its own: the rehearsal does without them',
  program: 'it runs a program of the machine that psql runs on, which the check never does',
  outside: 'it reads or writes files beside psql, which the rehearsal does not',
};
