/** The repair of a group of findings: what they have in common is said once. */

import type { Finding } from '../../report-schema/types.js';
import { code, fence, prose } from '../escape.js';
import { helpBlocks } from '../help.js';
import type { Group } from '../order.js';
import { count } from '../words.js';
import { blocks, place, type View } from './view.js';

/** Beyond this, further findings of the group are only named by their place. */
const MAX_IN_GROUP = 10;
const MAX_FILES = 5;

/** The help of a group, SQL in fences; with what the server said. */
export function groupHelp(view: View, group: Group): string {
  const { ignore } = group.first;
  const proofs = unique(group.findings.flatMap(({ proof }) => (proof ? [proof] : [])));
  const said = proofs.slice(0, MOST_PROOFS).map((proof) => `Proof: ${prose(proof, 500)}`);
  if (proofs.length > said.length) said.push(`…and ${proofs.length - said.length} more like it.`);
  return blocks(
    ...said,
    helpOf(view, group.findings),
    ignore && `Where that is meant, say why above the statement: ${code(ignore)}`,
  );
}

const MOST_PROOFS = 2;

/** Said once where it is the same for all, or in one file; else file by file. */
function helpOf(view: View, findings: readonly Finding[]): string {
  const one = unique(findings.map(({ help }) => help));
  const files = unique(findings.map(({ path }) => path));
  if (one.length === 1) return render(view, one[0] ?? '');
  const most = Math.min(MAX_FILES, view.limits.lines);
  if (files.length > 1)
    return blocks(
      ...files.slice(0, most).map((path) => {
        const inFile = findings.filter((it) => it.path === path);
        const [first] = inFile;
        return first && blocks(place(view, first), helpOf(view, inFile));
      }),
      files.length > most && `…and alike in ${count(files.length - most, 'more file', 'more files')}.`,
    );
  const shown = findings.slice(0, MAX_IN_GROUP);
  const merged = mergeHelp(shown);
  if (merged) return render(view, merged);
  return blocks(...shown.map((it) => blocks(place(view, it), render(view, it.help))));
}

/** One help for all, where they differ at most in their SQL; null where they say different things. */
export function mergeHelp(findings: readonly Finding[]): string | null {
  const helps = unique(findings.map(({ help }) => help));
  const [first, ...rest] = helps.map(helpBlocks);
  if (!first || rest.length === 0) return helps[0] ?? null;
  const shape = (of: typeof first) => JSON.stringify(of.map((it) => (it.kind === 'sql' ? null : it.text)));
  if (rest.some((it) => shape(it) !== shape(first))) return null;
  return first
    .map((block, at) => {
      if (block.kind === 'prose') return block.text;
      return unique([block.text, ...rest.map((it) => it[at]?.text ?? '')]).join('\n');
    })
    .join('\n\n');
}

function render(view: View, help: string): string {
  return blocks(
    ...helpBlocks(help).map(({ kind, text }) =>
      kind === 'sql' ? fence(text, 'sql', view.limits.sql) : prose(text, 1500),
    ),
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
