/** What a validation query is expected to return: `-- expect: …` in the comment above it. */
import type { Statement } from '../model.js';

export type Expectation =
  | { kind: 'rows'; count: number }
  | { kind: 'empty' }
  | { kind: 'not empty' }
  | { kind: 'value'; value: string }
  | { kind: 'all true' }
  | { kind: 'uses index'; index: string };

export interface ParsedExpectation {
  /** As the user wrote it, after `expect:`. */
  text: string;
  /** Null where it can't be understood. */
  expectation: Expectation | null;
}

export const EXPECTATION_FORMS = 'rows = <n>, empty, not empty, value = <text>, all true, uses index <name>';

/** The expectations in the comments above a statement, in order. */
export function expectationsOf(statement: Statement): ParsedExpectation[] {
  return statement.comments
    .flatMap((comment) => comment.text.split('\n'))
    .flatMap((line) => /^(?:\*\s*)?expect:\s*(.*)$/i.exec(line.trim())?.[1] ?? [])
    .map((text) => ({ text, expectation: parseExpectation(text) }));
}

function parseExpectation(text: string): Expectation | null {
  const rows = /^rows\s*=\s*(\d+)$/i.exec(text)?.[1];
  if (rows !== undefined) return { kind: 'rows', count: Number(rows) };
  const value = /^value\s*=\s*(.+)$/i.exec(text)?.[1];
  if (value !== undefined) return { kind: 'value', value: value.replace(/^'(.*)'$/s, '$1') };
  const index = /^uses index\s+(\S+)$/i.exec(text)?.[1];
  if (index !== undefined) return { kind: 'uses index', index };
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  return plain === 'empty' || plain === 'not empty' || plain === 'all true' ? { kind: plain } : null;
}
