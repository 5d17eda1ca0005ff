/** `StatementBegin` and `StatementEnd`, as goose and sql-migrate have them: both cut a script where a line ends in `;`. Pure. */
import type { SourceFile } from '../../model.js';
import { lex, type Range } from '../../sql/lexer.js';
import { type FileProblem, malformed } from '../problem.js';
import { linesOf, type Section } from './sections.js';

interface Marks {
  tool: string;
  /** For example `-- +goose`. */
  prefix: string;
  command: RegExp;
}

/** Blocks that never close or never open, and statements that the tool would cut in two. */
export function blockProblems(file: SourceFile, section: Section, marks: Marks): FileProblem[] {
  const { tool, prefix, command } = marks;
  const problems: FileProblem[] = [];
  const blocks: Range[] = [];
  let open: { line: number; start: number } | undefined;
  for (const line of linesOf(file.text)) {
    if (line.start < section.start || line.start >= section.end || !line.text.includes('--')) continue;
    const word = command.exec(line.text)?.[1]?.toLowerCase();
    if (word === 'statementbegin') {
      if (open)
        problems.push(
          malformed(
            file,
            line.number,
            `"${prefix} StatementBegin" inside the block of line ${open.line}, which is still open: ${tool} expects "${prefix} StatementEnd" first.`,
          ),
        );
      else open = { line: line.number, start: line.start };
    } else if (word === 'statementend') {
      if (open) blocks.push({ start: open.start, end: line.end });
      else
        problems.push(
          malformed(file, line.number, `"${prefix} StatementEnd" without a "${prefix} StatementBegin" before it.`),
        );
      open = undefined;
    }
  }
  if (open) {
    blocks.push({ start: open.start, end: section.end });
    const message = `"${prefix} StatementBegin" is never closed: ${tool} expects "${prefix} StatementEnd" before the section ends.`;
    problems.push(malformed(file, open.line, message, `Write "${prefix} StatementEnd" after the statement.`));
  }
  return [...problems, ...cuts(file, section, blocks, marks)];
}

/** Statements with a line that ends in `;` before their end, such as a function's body. */
function cuts(file: SourceFile, { start, end }: Section, blocks: Range[], { tool, prefix }: Marks): FileProblem[] {
  return lex(file.text.slice(start, end)).statements.flatMap((statement) => {
    const from = start + statement.start;
    if (blocks.some((block) => block.start <= from && from < block.end)) return [];
    const text = file.text.slice(from, start + statement.end);
    const at = text.search(/;[ \t]*(--.*)?\r?\n/);
    if (at === -1) return [];
    const line = file.text.slice(0, from + at).split('\n').length;
    const message = `${tool} ends a statement where a line ends in a semicolon, and would send this one in pieces.`;
    const help = `Frame the statement:\n${prefix} StatementBegin\n…\n${prefix} StatementEnd`;
    return [malformed(file, line, message, help)];
  });
}
