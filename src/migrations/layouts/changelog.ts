/** Liquibase's changelogs in XML, YAML and JSON. Pure. */
import type { SourceFile } from '../../model.js';
import { type FileProblem, malformed } from '../problem.js';
import type { ChangelogNode } from './changelog-nodes.js';
import { xmlNodes } from './changelog-xml.js';
import { yamlNodes } from './changelog-yaml.js';

/** The entries of `databaseChangeLog` in order; a file that can't be read has none. */
export function changelogNodes(file: SourceFile): { nodes: ChangelogNode[]; problems: FileProblem[] } {
  const isXml = /\.xml$/i.test(file.path);
  const { nodes, error } = isXml ? xmlNodes(file.text) : yamlNodes(file.text);
  if (error === null) return { nodes, problems: [] };
  const language = isXml ? 'XML' : /\.json$/i.test(file.path) ? 'JSON' : 'YAML';
  const message = `${file.path} can’t be read as ${language}, and nothing of it was checked: ${error.message.replace(/\.?$/, '.')}`;
  return { nodes: [], problems: [malformed(file, error.line, message)] };
}
