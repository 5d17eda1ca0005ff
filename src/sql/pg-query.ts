/**
 * Calls Postgres' own parser (libpg-query, a WebAssembly module), and repairs it after what it can't follow: an expression that
 * is nested too deeply overflows the stack and leaves its memory in disorder, and a later call would never come back.
 */
import type { ParseResult } from '@pgsql/types';
import type { PgQueryModule } from 'libpg-query/wasm/libpg-query.js';

/** What the grammar refuses. */
interface SyntaxProblem {
  message: string;
  /** In characters as Postgres counts them, from 0. */
  position: number;
}

type ParseAnswer = { tree: ParseResult } | { problem: SyntaxProblem } | { tooDeep: true };

export interface PgQuery {
  /** `sure`: each of its statements was read before. */
  parse(sql: string, sure?: boolean): ParseAnswer;
  /** The tree of a DO statement in PL/pgSQL; undefined where its grammar refuses it. */
  parsePlpgsql(sql: string): unknown;
  /** What the grammar of PL/pgSQL says against the body of a CREATE FUNCTION or DO; undefined where it reads it. */
  problemOfPlpgsql(sql: string): string | undefined;
}

let loaded: Promise<PgQuery> | undefined;

/** Loads the module, about 20 ms; once in a process. */
export function loadPgQuery(): Promise<PgQuery> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<PgQuery> {
  const { default: createModule } = await import('libpg-query/wasm/libpg-query.js');
  // When its memory is used up it prints where it went; the answer says that the text was not read.
  return callsTo(await createModule({ printErr: () => {} }));
}

const CONSTANTS = 2 * 1024 * 1024;

/** Each overflow leaves less of the module's own stack, of which there are 33 MB: some 40 use it up (measured). */
const MOST_OVERFLOWS = 10;
/** After so many, no longer text is tried. A shorter one can't overflow: a level takes two characters, and there is room for 7,000. */
export const SURELY_FITS = 10_000;

function callsTo(module: PgQueryModule): PgQuery {
  // All that a new module has in its memory is 1 MB of constants at the beginning; then come its stack and its heap, all zero.
  const fresh = module.HEAPU8.slice(0, CONSTANTS);

  let overflows = 0;

  /** Undefined where the module gave up. */
  const withText = <T>(sql: string, sure: boolean, call: (query: number) => T): T | undefined => {
    if (overflows >= MOST_OVERFLOWS && sql.length > SURELY_FITS && !sure) return undefined;
    try {
      const room = module.lengthBytesUTF8(sql) + 1;
      const query = module._malloc(room);
      module.stringToUTF8(sql, query, room);
      const result = call(query);
      module._free(query);
      return result;
    } catch {
      overflows++;
      module.HEAPU8.set(fresh);
      module.HEAPU8.fill(0, fresh.length);
      return undefined;
    }
  };

  /** A tree in JSON, or what is wrong; undefined where the module gave up. */
  const plpgsql = (sql: string) =>
    withText(sql, false, (query) => {
      const pointer = module._wasm_parse_plpgsql(query);
      const text = module.UTF8ToString(pointer);
      module._wasm_free_string(pointer);
      return text;
    });

  return {
    parse: (sql, sure = false) =>
      withText(sql, sure, (query) => answerAt(module, module._wasm_parse_query_raw(query))) ?? { tooDeep: true },
    parsePlpgsql(sql) {
      const text = plpgsql(sql);
      return text?.startsWith('{') ? (JSON.parse(text) as unknown) : undefined;
    },
    problemOfPlpgsql(sql) {
      const text = plpgsql(sql);
      return text?.startsWith('{') ? undefined : text;
    },
  };
}

/** Reads a PgQueryParseResult and frees it. */
function answerAt(module: PgQueryModule, result: number): ParseAnswer {
  const [tree, , error] = [0, 4, 8].map((offset) => module.getValue(result + offset, 'i32'));
  let answer: ParseAnswer;
  if (error) {
    const message = module.UTF8ToString(module.getValue(error, 'i32'));
    answer = { problem: { message, position: Math.max(module.getValue(error + 16, 'i32') - 1, 0) } };
  } else {
    answer = { tree: JSON.parse(module.UTF8ToString(tree ?? 0)) as ParseResult };
  }
  module._wasm_free_parse_result(result);
  return answer;
}
