/** The Markdown runbook: headings (Migration, Rollback, Validation, Maintenance) over fences of SQL. */
import type { Code, Heading, Nodes, RootContent } from 'mdast';
import type { ScriptRole, ScriptSource, SourceFile } from '../../model.js';
import { maskOutside } from '../../sql/positions.js';
import type { FoundMigration, Layout } from './layout.js';
import { isMarkdown, readMarkdown } from './readers.js';

const HEADINGS: readonly (readonly [RegExp, ScriptRole])[] = [
  [
    /\b(rollback|roll back|rolling back|revert|undo)\b|^\W*down\W*$|\bdown\W+(migration|script|sql)\b|\bmigrat\w+\W+down\b/i,
    'down',
  ],
  [/\b(validation|validate|validating|verification|verify|verifying)\b/i, 'verify'],
  [/\b(maintenance|vacuum)\b/i, 'maintenance'],
  [/\b(migrations?|migrate|deploy|apply)\b|^\W*up\W*$|\bup\W+(script|sql)\b/i, 'up'],
];

const SQL = /^(sql|pgsql|postgres|postgresql|psql)$/i;

interface Fence {
  lines: { start: number; end: number }[];
  /** Where its closing line begins. */
  close: number;
}

/** Headings of other topics, below a title that names a migration. */
const ASIDE = /\b(background|context|motivation|why|current|diagnos\w+|monitor\w*|examples?|impact|appendix)\b/i;

export const markdown: Layout = {
  name: 'markdown',
  tool: 'The runbook',
  summary: 'a runbook: headings such as Migration, Rollback, Validation and Maintenance over ```sql fences',
  psql: true,
  sendsRows: true,
  refuses: {},
  // Pages are independent of the layout of the SQL files beside them.
  recognise: () => undefined,
  read: ({ files }) => ({
    migrations: files.filter(isMarkdown).flatMap((file) => runbook(file) ?? []),
    problems: [],
    notChecked: [],
  }),
};

/** A report of ours that was written into the repository: its SQL is advice. */
const OWN_REPORT = /^(?:<!-- migration-safety:[^\n]*-->\n)?### \S+ Migration safety: /;

/** The migration in a Markdown file; undefined where no heading that names a migration holds SQL. */
function runbook(file: SourceFile): FoundMigration | undefined {
  if (OWN_REPORT.test(file.text)) return undefined;
  const sections = new Map<ScriptRole, Fence[]>();
  const headings: { depth: number; role: ScriptRole | 'none' | undefined }[] = [];
  const page = [...blocks(readMarkdown(file.text).children)];
  const title = titleOf(page);
  for (const node of page) {
    if (node.type === 'heading') {
      while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
      const text = textOf(node);
      headings.push({
        depth: node.depth,
        role: node === title ? undefined : (roleOf(text) ?? (ASIDE.test(text) ? 'none' : undefined)),
      });
      continue;
    }
    const role = headings.findLast((heading) => heading.role !== undefined)?.role;
    if (role === 'none') continue;
    if (role !== undefined && SQL.test(node.lang ?? '')) {
      sections.set(role, [...(sections.get(role) ?? []), fenceOf(node, file.text)]);
    }
  }
  const script = (role: ScriptRole): ScriptSource | undefined => {
    const fences = sections.get(role);
    return fences && { role, file, sql: sqlOf(file.text, fences), transaction: 'autocommit' };
  };
  const [up, down, verify, maintenance] = [script('up'), script('down'), script('verify'), script('maintenance')];
  if (up === undefined) return undefined;
  return {
    id: file.path.replace(/^.*\//, '').replace(/\.[a-z]+$/i, ''),
    path: file.path,
    layout: 'markdown',
    up,
    ...(down && { down }),
    ...(verify && { verify }),
    ...(maintenance && { maintenance }),
  };
}

/** A title that names a migration is the page's, not a section, where a heading below it does so, too. */
function titleOf(page: (Heading | Code)[]): Heading | undefined {
  const [title, ...rest] = page.filter((node) => node.type === 'heading');
  const speaks = (heading: Heading) => roleOf(textOf(heading)) === 'up';
  if (title === undefined || title.depth !== 1 || !speaks(title)) return undefined;
  return rest.some((heading) => heading.depth > 1 && speaks(heading)) ? title : undefined;
}

/** Headings and fences in the order of the page, also those inside lists and quotes. */
function* blocks(nodes: RootContent[]): Generator<Heading | Code> {
  for (const node of nodes) {
    if (node.type === 'heading' || node.type === 'code') yield node;
    else if ('children' in node) yield* blocks(node.children as RootContent[]);
  }
}

function roleOf(heading: string): ScriptRole | undefined {
  return HEADINGS.find(([pattern]) => pattern.test(heading))?.[1];
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The fences' text in its place. A semicolon at each closing line ends a last statement that has none. */
function sqlOf(text: string, fences: Fence[]): string {
  const sql = maskOutside(
    text,
    fences.flatMap(({ lines }) => lines),
  );
  return fences.reduce((masked, { close }) => {
    // A quote that ends without a closing line may be followed by an empty one: the next fence's own line has room.
    const at = masked.indexOf(' ', close);
    return at === -1 ? masked : `${masked.slice(0, at)};${masked.slice(at + 1)}`;
  }, sql);
}

/** Each line of a fence without the marks of the list or quote that contains it. */
function fenceOf(node: Code, text: string): Fence {
  const fence: Fence = { lines: [], close: text.length };
  let at = text.indexOf('\n', node.position?.start.offset ?? 0) + 1;
  for (const line of node.value.split('\n')) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd === -1 ? text.length : lineEnd;
    const written = text.slice(at, end).replace(/\r$/, '');
    const stop = at + written.length;
    fence.lines.push({ start: stop - Math.min(line.replace(/\r$/, '').length, written.length), end: stop });
    at = end + 1;
  }
  fence.close = at;
  return fence;
}
