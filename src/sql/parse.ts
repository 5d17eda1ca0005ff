/** Reads scripts with Postgres' own grammar (libpg-query). */
import type { IncludedScript, Script, ScriptSource, Statement, TransactionContext } from '../model.js';
import { bodyProblem, type ProblemOfPlpgsql } from './body-syntax.js';
import { blockOf, type ParsePlpgsql, readDoBlock } from './do-block.js';
import { placeholderAt } from './foreign-syntax.js';
import { loadPgQuery } from './pg-query.js';
import { codePointToUtf16, LineMap } from './positions.js';
import { type Parse, parseText, type ReadScript, shortened, TOO_DEEP } from './read-text.js';
import { refusedFormHelp } from './refused-forms.js';
import { transactionContexts } from './transactions.js';

/** Postgres' grammar, loaded. */
export interface Grammar {
  /** `begun`: what the script before it in the same run of the tool has left. */
  parseScript(source: ScriptSource, begun?: TransactionContext): Script;
}

/** Loads the grammar (a WebAssembly module, about 20 ms): only where there is SQL to read. */
export async function loadGrammar(): Promise<Grammar> {
  const { parse: ask, parsePlpgsql, problemOfPlpgsql } = await loadPgQuery();
  const parse: Parse = (sql, sure) => {
    const answer = ask(sql, sure);
    if ('tree' in answer) return answer.tree;
    if ('tooDeep' in answer) return { ...TOO_DEEP, offset: 0 };
    const { message, position } = answer.problem;
    const offset = codePointToUtf16(sql, position);
    const help = refusedFormHelp(message);
    const refusal = { message: shortened(message), ...(help !== undefined && { help }) };
    return { ...(placeholderAt(sql, offset) ?? refusal), offset };
  };
  return {
    parseScript: (source, begun) => {
      const script = spliced(source, (one) => {
        const read = parseText(one, parse);
        withBlocks(read, parse, parsePlpgsql);
        withBodies(read, parse, problemOfPlpgsql);
        return read;
      });
      const { contexts, leaves } = transactionContexts(script.statements, source.transaction, begun);
      contexts.forEach((context, i) => {
        const statement = script.statements[i];
        if (statement) statement.transaction = context;
      });
      return { ...script, leaves };
    },
  };
}

/** The statements of included files stand where psql runs them. */
function spliced(source: ScriptSource, read: (source: ScriptSource) => ReadScript): ReadScript {
  const script = read(source);
  if (source.included === undefined) return script;
  const included: IncludedScript<Script>[] = [];
  const statements: Statement[] = [];
  const own = [...script.statements];
  for (const { at, script: inner } of source.included) {
    while (own[0] && own[0].start < at) statements.push(own.shift() as Statement);
    const its = spliced(inner, read);
    included.push({ at, script: { ...its, leaves: { kind: 'none' } } });
    statements.push(...its.statements);
  }
  return { ...script, included, statements: [...statements, ...own].map(counted) };
}

function counted(statement: Statement, index: number): Statement {
  if (statement.index === index) return statement;
  const { block } = statement;
  const inner = block && { ...block, statements: block.statements.map((one) => ({ ...one, index })) };
  return { ...statement, index, ...(inner && { block: inner }) };
}

/** A history may have thousands: only those that a rule asks for are read. */
function withBodies({ statements }: ReadScript, parse: Parse, problemOfPlpgsql: ProblemOfPlpgsql): void {
  for (const statement of statements) {
    if (statement.kind !== 'CreateFunctionStmt' && statement.kind !== 'DoStmt') continue;
    statement.refusedBody = () => bodyProblem(statement.node, statement.sql, { problemOfPlpgsql, parse });
  }
}

/** Reads what the script's DO blocks run. */
function withBlocks(script: ReadScript, parse: Parse, parsePlpgsql: ParsePlpgsql): void {
  const parseOne = (sql: string) => {
    const result = parse(sql);
    return 'message' in result || result.stmts?.length !== 1 ? undefined : result.stmts[0]?.stmt;
  };
  let lines: LineMap | undefined;
  for (const statement of script.statements) {
    if (statement.kind !== 'DoStmt') continue;
    lines ??= LineMap.of(script.file);
    statement.block = blockOf(statement, readDoBlock(statement.node, statement.sql, { parsePlpgsql, parseOne }), {
      parseOne,
      locate: (start, end) => (lines as LineMap).location(script.file.path, start, end),
    });
  }
}
