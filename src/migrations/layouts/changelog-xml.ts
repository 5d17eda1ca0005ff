/** XML changelogs: elements with their attributes and their SQL. Pure. */
import type { ChangelogNode, EmbeddedSql } from './changelog-nodes.js';
import { placeOfXml, readXml, type XmlNode } from './readers.js';

const ENTITY = '&(?:lt|gt|amp|quot|apos|#\\d+|#x[\\da-fA-F]+);';
/** An operator that is written with entities, in part: its characters have to stay together. */
const WRITTEN = new RegExp(`(?:[-<>=!@#%^|?~+*/]|${ENTITY})*${ENTITY}(?:[-<>=!@#%^|?~+*/]|${ENTITY})*`, 'g');
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The elements below the root. */
export function xmlNodes(text: string): { nodes: ChangelogNode[]; error: { line: number; message: string } | null } {
  const { nodes, error } = readXml(text);
  const root = nodes.find((node) => /^(?:[\w.-]+:)?databaseChangeLog$/.test(nameOf(node)));
  return { nodes: root ? elements(root, text) : [], error };
}

function elements(node: XmlNode, text: string): ChangelogNode[] {
  const inside = node[nameOf(node)];
  return Array.isArray(inside) ? inside.filter((one) => nameOf(one) !== '#text').map((one) => element(one, text)) : [];
}

function element(node: XmlNode, text: string): ChangelogNode {
  const { start, end } = placeOfXml(node);
  const attributes = Object.entries((node[':@'] ?? {}) as Record<string, string>);
  const line = text.slice(0, start).split('\n').length;
  const inside = elements(node, text);
  const content = contentOf(text, start, end);
  return {
    name: nameOf(node).replace(/^\w+:/, ''),
    line,
    ...(content && { value: content.sql.trim(), text: content }),
    children: [...attributes.map(([name, value]) => ({ name, line, value: decoded(value), children: [] })), ...inside],
  };
}

/** The text between an element's tags; what else stands there (elements, CDATA's marks, comments) is blank. */
function contentOf(text: string, start: number, end: number): EmbeddedSql | undefined {
  const opening = /^<(?:[^>"']|"[^"]*"|'[^']*')*>/.exec(text.slice(start, end + 1))?.[0] ?? '';
  const close = text.lastIndexOf('</', end);
  const from = start + opening.length;
  let open = false;
  // A quote's blank is outside of what it opens or closes.
  const written = (run: string) => {
    const sql = decoded(run);
    const closes = open && /["']/.test(sql);
    if (/^[^"']*(["'])[^"']*$/.test(sql)) open = !open;
    return closes ? sql.padEnd(run.length) : sql.padStart(run.length);
  };
  if (opening.endsWith('/>') || close < from) return undefined;
  const sql = text
    .slice(from, close)
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<(\w+)[\s\S]*?<\/\2\s*>|<[^<>]*>|[^<]+/g, (piece, data) => {
      if (data !== undefined) return `         ${data}   `;
      return piece.startsWith('<') ? blank(piece) : piece.replace(WRITTEN, written);
    });
  return sql.trim() === '' ? undefined : { start: from, sql };
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (entity, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? entity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0xffff ? String.fromCharCode(code) : entity;
  });
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

function nameOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}
