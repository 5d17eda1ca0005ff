/** Readers of other languages than SQL. They are a third of all code: loaded only for a folder that holds such files. */
import type { Root } from 'mdast';
import type { Document } from 'yaml';
import type { SourceFile } from '../../model.js';

export const isMarkdown = ({ path }: Pick<SourceFile, 'path'>): boolean => /\.(md|markdown)$/i.test(path);

/** Liquibase's changelogs; JSON is YAML, too. */
const isYaml = ({ path }: Pick<SourceFile, 'path'>): boolean => /changelog[^/]*\.(ya?ml|json)$/i.test(path);

let markdown: typeof import('mdast-util-from-markdown') | undefined;
let yaml: typeof import('yaml') | undefined;

/** To be awaited before a layout reads the files. */
export async function loadReaders(files: readonly Pick<SourceFile, 'path'>[]): Promise<void> {
  if (files.some(isMarkdown)) markdown ??= await import('mdast-util-from-markdown');
  if (files.some(isYaml)) yaml ??= await import('yaml');
}

export function readMarkdown(text: string): Root {
  return loaded(markdown).fromMarkdown(text);
}

export function readYaml(text: string): Document {
  return loaded(yaml).parseDocument(text, { prettyErrors: false });
}

function loaded<T>(reader: T | undefined): T {
  if (reader === undefined) throw new Error('loadReaders was not called for these files');
  return reader;
}
