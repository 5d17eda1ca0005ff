/** The repair of a group of findings: what they have in common is said once. */

import type { Finding } from '../../report-schema/types.js';
import { code, fence, prose } from '../escape.js';
import { helpBlocks } from '../help.js';
import type { Group } from '../order.js';
import { blocks, place, type View } from './view.js';

/** Beyond this, further findings of the group are only named by their place. */
const MAX_IN_GROUP = 10;

/** The help of a group, SQL in fences; with what the server said. */
export function groupHelp(view: View, group: Group): string {
  const findings = group.findings.slice(0, MAX_IN_GROUP);
  const proofs = unique(findings.flatMap(({ proof }) => (proof ? [proof] : []))).slice(0, 3);
  const said = proofs.map((proof) => `Proof: ${prose(proof, 500)}`);
  const { ignore } = group.first;
  const silence = ignore && `Where that is meant, say why above the statement: ${code(ignore)}`;
  const merged = mergeHelp(findings);
  if (merged) return blocks(...said, render(view, merged), silence);
  return blocks(
    ...said,
    ...findings.map((it) => blocks(findings.length > 1 && place(view, it), render(view, it.help))),
    silence,
  );
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
