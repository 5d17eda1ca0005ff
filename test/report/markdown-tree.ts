/** Reading rendered Markdown back, as a renderer would. */
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** The tree of a Markdown text. */
export function tree(markdown: string): Root {
  return fromMarkdown(markdown);
}

/** Every node, in reading order. */
export function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap((child) => all(child)) : [])];
}

/** The text that GitHub looks through for mentions, references and addresses: all that isn't code. */
export function liveText(root: Root): string[] {
  let inCode = false;
  return all(root).flatMap((node) => {
    if (node.type === 'html') inCode = node.value === '<code>' || (inCode && node.value !== '</code>');
    return node.type === 'text' && !inCode ? [node.value] : [];
  });
}

/** What GitHub would turn into something live. */
export const LIVE = /@\w|#\d|https?:\/\/|www\.\w|\bGH-\d|:tada:|\$x/;
