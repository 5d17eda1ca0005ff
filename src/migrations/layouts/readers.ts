/** Readers of other languages than SQL. They are a third of all code: loaded only for a folder that holds such files. */
import type { XMLParser } from 'fast-xml-parser';
import type { Root } from 'mdast';
import type { Document } from 'yaml';
import type { SourceFile } from '../../model.js';

export const isMarkdown = ({ path }: Pick<SourceFile, 'path'>): boolean => /\.(md|markdown)$/i.test(path);

/** Liquibase's changelogs; JSON is YAML, too. Drizzle's journal is read without help. */
const isYaml = ({ path }: Pick<SourceFile, 'path'>): boolean => /(?<!_journal)\.(ya?ml|json)$/i.test(path);
const isXml = ({ path }: Pick<SourceFile, 'path'>): boolean => /\.xml$/i.test(path);

let markdown: typeof import('mdast-util-from-markdown') | undefined;
let yaml: typeof import('yaml') | undefined;
let xml: typeof import('fast-xml-parser') | undefined;

/** To be awaited before a layout reads the files. */
export async function loadReaders(files: readonly Pick<SourceFile, 'path'>[]): Promise<void> {
  if (files.some(isMarkdown)) markdown ??= await import('mdast-util-from-markdown');
  if (files.some(isYaml)) yaml ??= await import('yaml');
  if (files.some(isXml)) xml ??= await import('fast-xml-parser');
}

export function readMarkdown(text: string): Root {
  return loaded(markdown).fromMarkdown(text);
}

export function readYaml(text: string): Document {
  return loaded(yaml).parseDocument(text, { prettyErrors: false });
}

/** An element, or a piece of text with the key `#text`: what it holds by its name, its attributes by `:@`. */
export type XmlNode = Record<string, XmlNode[] | string | Record<string, string> | undefined>;

/** A document's nodes, each with its place in the text; `error` where it is not well-formed. */
export function readXml(text: string): { nodes: XmlNode[]; error: { line: number; message: string } | null } {
  const { XMLParser, XMLValidator } = loaded(xml);
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { nodes: [], error: { line: valid.err.line, message: valid.err.msg } };
  const parser: XMLParser = new XMLParser({
    preserveOrder: true,
    captureMetaData: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    parseTagValue: false,
    processEntities: false,
    trimValues: false,
  });
  try {
    return { nodes: parser.parse(text), error: null };
  } catch (error) {
    // It refuses what no changelog has, such as a hundred elements in each other.
    return { nodes: [], error: { line: 1, message: (error as Error).message } };
  }
}

/** Where an element begins and ends; the end is its last character. */
export function placeOfXml(node: XmlNode): { start: number; end: number } {
  const symbol = loaded(xml).XMLParser.getMetaDataSymbol() as unknown as keyof XmlNode;
  const { startIndex = 0, endIndex = startIndex } = (node[symbol] ?? {}) as { startIndex?: number; endIndex?: number };
  return { start: startIndex, end: endIndex };
}

function loaded<T>(reader: T | undefined): T {
  if (reader === undefined) throw new Error('loadReaders was not called for these files');
  return reader;
}
