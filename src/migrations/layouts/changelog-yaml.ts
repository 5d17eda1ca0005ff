/** YAML and JSON changelogs: keys with their values and their SQL. Pure. */
import type { ChangelogNode, EmbeddedSql } from './changelog-nodes.js';
import { readYaml } from './readers.js';

/** What is used of the reader's nodes: a map's items are pairs, a list's are values. */
interface YamlNode {
  items?: (YamlNode | { key: YamlNode; value: YamlNode | null })[];
  range?: [number, number, number];
  type?: string;
  value?: unknown;
}

/** The entries of `databaseChangeLog`. */
export function yamlNodes(text: string): { nodes: ChangelogNode[]; error: { line: number; message: string } | null } {
  let document: ReturnType<typeof readYaml>;
  try {
    document = readYaml(text);
  } catch (error) {
    // Lists in lists without end.
    return { nodes: [], error: { line: 1, message: (error as Error).message } };
  }
  const [broken] = document.errors;
  if (broken) {
    const message = broken.message.replace(/ at line \d+.*$/s, '');
    return { nodes: [], error: { line: lineAt(text, broken.pos[0]), message } };
  }
  const all = childrenOf(document.contents as YamlNode | null, text, 0);
  return { nodes: all.find(({ name }) => name === 'databaseChangeLog')?.children ?? [], error: null };
}

/** A map's keys; a list's items one after the other, a map among them by its keys. */
function childrenOf(node: YamlNode | null, text: string, depth: number): ChangelogNode[] {
  if (depth > MOST_NESTED) return [];
  return (node?.items ?? []).flatMap((item): ChangelogNode[] => {
    if ('key' in item) return [named(String(item.key?.value ?? ''), item.key, item.value, { text, depth })];
    if (item === null) return [];
    return item.items ? childrenOf(item, text, depth + 1) : [named('', item, item, { text, depth })];
  });
}

/** Deeper than any changelog. */
const MOST_NESTED = 50;

function named(
  name: string,
  at: YamlNode | null,
  node: YamlNode | null,
  { text, depth }: { text: string; depth: number },
): ChangelogNode {
  const line = lineAt(text, at?.range?.[0] ?? 0);
  if (node === null || node.items) return { name, line, children: childrenOf(node, text, depth + 1) };
  const embedded = embeddedOf(node, text);
  const value = node.value === null || node.value === undefined ? undefined : String(node.value);
  return { name, line, ...(value !== undefined && { value }), ...(embedded && { text: embedded }), children: [] };
}

/** A text at its place in the file. What quotes and escapes add is blank. */
function embeddedOf({ range, type, value }: YamlNode, text: string): EmbeddedSql | undefined {
  if (range === undefined || typeof value !== 'string') return undefined;
  const [start, end] = range;
  const raw = text.slice(start, end);
  switch (type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED': {
      const head = raw.indexOf('\n') + 1;
      return head === 0 ? undefined : { start: start + head, sql: raw.slice(head) };
    }
    case 'QUOTE_SINGLE':
      return { start: start + 1, sql: withoutDoubling(raw.slice(1, -1)) };
    case 'QUOTE_DOUBLE':
      return { start: start + 1, sql: withoutEscapes(raw.slice(1, -1)) };
    default:
      return { start, sql: raw };
  }
}

/** Quotes stand doubled between quotes: a run of them stays together, and outside of what it opens or closes. */
function withoutDoubling(text: string): string {
  let open = false;
  return text.replace(/(?:'')+/g, (run) => {
    const quotes = run.slice(run.length / 2);
    const sql = open ? quotes.padEnd(run.length) : quotes.padStart(run.length);
    if (quotes.length % 2 === 1) open = !open;
    return sql;
  });
}

/** `\n` ends a comment: a line break has to stay one. A quote's blank is outside of what it opens or closes. */
function withoutEscapes(text: string): string {
  let open = false;
  return text.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([\s\S]))/g, (sequence, unicode, hex, one) => {
    if (one === undefined) return String.fromCharCode(Number.parseInt(unicode ?? hex, 16)).padStart(sequence.length);
    if (one === '"') {
      open = !open;
      return open ? ' "' : '" ';
    }
    if (one === 'n') return ' \n';
    return /[tr\s]/.test(one) ? `  ` : ` ${one}`;
  });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
