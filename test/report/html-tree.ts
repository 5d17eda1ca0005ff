/** Reads our HTML as strictly as it is written: whatever isn't a tag of ours, well-nested and with attributes in quotes, is an error. */

/** A start tag, or the text after a tag. */
export interface Tag {
  name: string;
  attributes: Record<string, string>;
  /** The elements that it stands in, the outermost first. */
  within: string[];
  /** The text up to the next tag, as a reader sees it. */
  text: string;
}

const VOID = new Set(['meta', 'input', '!doctype']);
/** A tag, up to the next one. In style and script only the end tag counts. */
const TAG = /<(\/?)(!?[a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>([^<]*)/gy;
const RAW = /([\s\S]*?)(?=<\/(?:style|script)>)/gy;

/** Throws where the document is not what we write. */
export function tagsOf(document: string): Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  for (let at = 0; at < document.length; ) {
    TAG.lastIndex = at;
    const match = TAG.exec(document);
    if (!match) throw new Error(`no tag of ours: ${document.slice(at, at + 120)}`);
    const [, slash, name = '', written = '', text = ''] = match;
    at = TAG.lastIndex;
    if (slash === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes what is not open`);
      const before = tags.at(-1);
      if (before && !isRaw(before.name)) before.text += text;
      continue;
    }
    tags.push({ name, attributes: attributesOf(written), within: [...open], text });
    if (!VOID.has(name)) open.push(name);
    if (!isRaw(name)) continue;
    RAW.lastIndex = at - text.length;
    const raw = RAW.exec(document)?.[1] ?? '';
    (tags.at(-1) as Tag).text = raw;
    at = at - text.length + raw.length;
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`);
  return tags;
}

function isRaw(name: string): boolean {
  return name === 'style' || name === 'script';
}

function attributesOf(written: string): Record<string, string> {
  const all = [...written.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)];
  const names = all.map(([, name = '']) => name);
  if (new Set(names).size < names.length) throw new Error(`an attribute twice: ${written}`);
  return Object.fromEntries(all.map(([, name = '', value = '']) => [name, decoded(value)]));
}

export function decoded(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
