/** The order in which code lists a folder's files. Pure. */
import type { SourceFile } from '../../model.js';
import type { ListedOrder } from './layout.js';
import { baseName } from './names.js';

/** The one list of all files but a few that what they make and need allows; null where there is none. */
export function listedOrder(text: string, files: readonly SourceFile[]): ListedOrder {
  const code = withoutRemarks(text);
  const isList = (order: string[] | undefined) => order !== undefined;
  const lists = listsIn(code)
    .map((list) => ordered(list, files))
    .filter(isList);
  const found = lists.length > 0 ? lists : [ordered(code, files)].filter(isList);
  const orders = [...new Map(found.map((order) => [order.join('\n'), order])).values()];
  const scored = orders.map((order) => ({ order, wrong: contradictions(order, files) }));
  const least = Math.min(...scored.map(({ wrong }) => wrong));
  const [best, another] = scored.filter(({ wrong }) => wrong === least);
  if (best === undefined) return null;
  if (another !== undefined) return 'unclear';
  const backwards = contradictions([...best.order].reverse(), files);
  return backwards < best.wrong ? 'unclear' : best.order;
}

/** Comments and texts about the code, in the languages that have been seen. */
function withoutRemarks(text: string): string {
  return text
    .replace(/(?<=^|[\s,;{([=])\/\*[\s\S]*?\*\/|("""|''')[\s\S]*?\1/g, '')
    .replace(/^\s*(?:\/\/|#(?!\[)|;|--|\*).*$|(?<=[\s,;{([])(?:\/\/|#(?!\[)).*$/gm, '');
}

/** What stands between brackets, the innermost. */
function listsIn(code: string): string[] {
  return [...code.matchAll(/[[({]([^[\](){}]*)[\])}]/g)].map(([, inner]) => inner ?? '');
}

/** The files in the order of their names in a text that names most of them. */
function ordered(text: string, files: readonly SourceFile[]): string[] | undefined {
  const places = files.flatMap(({ path }) => {
    const name = baseName(path);
    const stem = name.replace(/\.sql$/i, '');
    const at = text.search(new RegExp(`(?<![\\w-])${stem.replace(/[^\w]/g, '\\$&')}(?![\\w-])`));
    return at === -1 ? [] : [{ name, at }];
  });
  if (places.length < 2 || places.length * 5 < files.length * 4) return undefined;
  return places.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

const NAME = String.raw`((?:"[^"]+"|[\w$]+)(?:\.(?:"[^"]+"|[\w$]+))?)`;
const MAKES = new RegExp(String.raw`\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?${NAME}`, 'gi');
const NEEDS = new RegExp(
  String.raw`\b(?:alter\s+table|references|insert\s+into|drop\s+table|index\s[^;]*?\son)\s+(?:only\s+|if\s+exists\s+)*${NAME}`,
  'gi',
);

/** How many files need a table that only a later one makes. */
function contradictions(order: readonly string[], files: readonly SourceFile[]): number {
  const texts = new Map(files.map(({ path, text }) => [baseName(path), text]));
  const names = (text: string, pattern: RegExp) =>
    [...text.matchAll(pattern)].map(([, name = '']) => name.replaceAll('"', '').toLowerCase());
  const made = order.map((file) => names(texts.get(file) ?? '', MAKES));
  return order.filter((file, index) => {
    const before = new Set(made.slice(0, index + 1).flat());
    const after = new Set(made.slice(index + 1).flat());
    return names(texts.get(file) ?? '', NEEDS).some((name) => after.has(name) && !before.has(name));
  }).length;
}
