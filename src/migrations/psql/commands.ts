/** psql's commands, as far as a script's text depends on them (manual, psql, "Meta-Commands"). Pure. */

/**
 * What a command means for the SQL around it. `none`: nothing. `sends`: it sends the statement before it, as a semicolon does;
 * `answer`: and runs or keeps what comes back. `asks`: somebody, or the environment, gives a variable its value. `outside`: it
 * reads or writes files beside psql.
 */
type Meaning =
  | 'none'
  | 'sends'
  | 'answer'
  | 'set'
  | 'unset'
  | 'asks'
  | 'include'
  | 'condition'
  | 'quit'
  | 'connect'
  | 'copy'
  | 'program'
  | 'outside'
  | 'unknown';

const NAMES: Record<Exclude<Meaning, 'unknown'>, string> = {
  none: 'echo qecho warn timing pset x a t T H f C o out encoding errverbose conninfo copyright h help ? p print r reset s w write e edit ef ev l list z cd password restrict unrestrict bind bind_named close parse sendpipeline startpipeline endpipeline flush flushrequest getresults syncpipeline',
  sends: 'g gx gdesc crosstabview watch',
  answer: 'gset gexec',
  set: 'set',
  unset: 'unset',
  asks: 'prompt getenv',
  include: 'i ir include include_relative',
  condition: 'if elif else endif',
  quit: 'q quit',
  connect: 'c connect',
  copy: 'copy',
  program: '! setenv',
  outside: 'lo_import lo_export lo_list lo_unlink',
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) =>
    names.split(' ').map((name) => [name, meaning as Meaning] as const),
  ),
);

export interface PsqlCommand {
  /** Without its backslash. */
  name: string;
  meaning: Meaning;
  /** Offset of the backslash, and of the end. */
  start: number;
  end: number;
  /** As psql reads them, variables filled in; what a program prints is null. */
  args: (string | null)[];
  /** An argument names a variable that nobody has set. */
  unset: boolean;
}

type Lookup = (variable: string) => string | undefined;

interface Arguments {
  args: (string | null)[];
  end: number;
  unset: boolean;
}

/** The commands of a line that begins with one, of which psql takes several. `offset`: where the line begins. */
export function commandsOf(line: string, offset: number, lookup: Lookup): PsqlCommand[] {
  const commands: PsqlCommand[] = [];
  for (let at = 0; at < line.length; ) {
    const name = /^\\(\w+\+?|[!?])/.exec(line.slice(at))?.[1];
    if (name === undefined) break;
    const meaning = meaningOf(name);
    const from = at + name.length + 1;
    const { args, end, unset } = takesLine(name) ? wholeLine(line, from) : argsOf(line, from, lookup);
    commands.push({ name, meaning, start: offset + at, end: offset + end, args, unset });
    at = end;
  }
  return commands;
}

function meaningOf(name: string): Meaning {
  // \d and all that begin with it describe.
  return BY_NAME.get(name) ?? (/^(d\w*|sf|sv|l)\+?$/.test(name) ? 'none' : 'unknown');
}

function takesLine(name: string): boolean {
  return name === 'copy' || name === '!';
}

function wholeLine(line: string, from: number): Arguments {
  return { args: [line.slice(from).trim()], end: line.length, unset: false };
}

/** Arguments end with the line, or where the next command begins. */
function argsOf(line: string, from: number, lookup: Lookup): Arguments {
  const args: Arguments['args'] = [];
  let unset = false;
  let at = from;
  for (;;) {
    while (/\s/.test(line[at] ?? '')) at++;
    if (at >= line.length || line[at] === '\\') return { args, end: at, unset };
    let value: string | null = '';
    // The parts of an argument stand without space: 'a'b:c.
    while (at < line.length && !/[\s\\]/.test(line[at] ?? '')) {
      const part = partAt(line.slice(at), lookup);
      unset ||= part.unset ?? false;
      value = value === null || part.value === null ? null : value + part.value;
      at += part.length;
    }
    args.push(value);
  }
}

function partAt(rest: string, lookup: Lookup): { value: string | null; length: number; unset?: boolean } {
  const quoted = /^'((?:[^'\\]|''|\\.)*)'?/.exec(rest);
  if (quoted) {
    const value = (quoted[1] ?? '').replaceAll("''", "'").replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char);
    return { value, length: quoted[0].length };
  }
  const program = /^`[^`]*`?/.exec(rest);
  if (program) return { value: null, length: program[0].length };
  const isSet = /^:\{\?(\w+)\}/.exec(rest);
  if (isSet) return { value: String(lookup(isSet[1] ?? '') !== undefined), length: isSet[0].length };
  const named = /^:(['"]?)([A-Za-z_]\w*)\1/.exec(rest);
  if (named) {
    const value = lookup(named[2] ?? '');
    return { value: value ?? named[0], length: named[0].length, unset: value === undefined };
  }
  const word = /^"[^"]*"?|^[^\s\\'"`:]+/.exec(rest)?.[0] ?? rest.charAt(0);
  return { value: word, length: word.length };
}

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** What psql takes for true or false: a beginning of true, false, yes or no; on, off, 1, 0. Anything else is undefined. */
export function asBoolean(value: string | null | undefined): boolean | undefined {
  const word = value?.toLowerCase();
  if (!word) return undefined;
  if (word === '1' || word === 'on' || 'true'.startsWith(word) || 'yes'.startsWith(word)) return true;
  if (word === '0' || word === 'off' || 'false'.startsWith(word) || 'no'.startsWith(word)) return false;
  return undefined;
}
