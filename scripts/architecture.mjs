/**
 * The rooms of src and what each may import: a room that is not listed here, or an import that is not, is an error. A test holds
 * it, and `npm run generate` draws docs/architecture.md from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** From the front doors to the nouns. A file at the top of src is a room of its own. */
export const ROOMS = {
  'action.ts': { holds: 'the Action’s front door', imports: ['action', 'system'] },
  'package.ts': { holds: 'what the npm package holds, as one bundle', imports: ['cli.ts', 'library.ts'] },
  'cli.ts': { holds: 'the command line’s front door', imports: ['cli', 'system'] },
  'library.ts': {
    holds: 'the check as programs call it',
    imports: ['check.ts', 'settings', 'migrations', 'report-schema', 'system'],
  },
  action: {
    holds: 'the Action: what its runner says, what it runs, where the report goes',
    imports: [
      'check.ts',
      'catalogue.ts',
      'fixes',
      'github',
      'report',
      'settings',
      'migrations',
      'servers',
      'sql',
      'report-schema',
      'system',
    ],
  },
  cli: {
    holds: 'the command line: one file per command',
    imports: [
      'check.ts',
      'catalogue.ts',
      'fixes',
      'report',
      'settings',
      'migrations',
      'lint',
      'rehearsal',
      'servers',
      'report-schema',
      'system',
    ],
  },
  github: {
    holds: 'the only room that talks to GitHub',
    imports: ['migrations', 'settings', 'report-schema', 'system'],
  },
  'check.ts': {
    holds: 'the order of work, on one screen',
    imports: [
      ...[
        'policy-of.ts',
        'fixes',
        'report',
        'settings',
        'migrations',
        'lint',
        'rehearsal',
        'verdict',
        'servers',
        'sql',
      ],
      ...['report-schema', 'model.ts', 'system'],
    ],
  },
  'policy-of.ts': {
    holds: 'what the settings say of the rules',
    imports: ['catalogue.ts', 'settings', 'lint', 'rehearsal', 'verdict', 'report-schema', 'system'],
  },
  'catalogue.ts': {
    holds: 'everything that can be reported, of all rooms',
    imports: ['lint', 'migrations', 'rehearsal', 'verdict', 'findings'],
  },
  fixes: {
    holds: 'mechanical repairs: made together, checked together; pure',
    imports: ['report-schema', 'sql'],
  },
  report: {
    holds: 'the report as Markdown, annotations, SARIF, JSON, terminal text; pure',
    imports: ['report-schema', 'model.ts'],
  },
  rehearsal: {
    holds: 'the ground that a run stands on, the run, snapshots; `proofs/` has one file per proof',
    imports: ['servers', 'verdict', 'findings', 'schema', 'sql', 'report-schema', 'model.ts', 'system'],
  },
  lint: {
    holds:
      'what asks the rules: their list, their contexts; `facts/` has what several rules ask, `help/` what stands in a statement’s place',
    imports: ['rules', 'migrations', 'settings', 'verdict', 'findings', 'schema', 'sql', 'report-schema', 'model.ts'],
  },
  rules: {
    holds: 'one file per rule, and nothing else',
    imports: ['lint', 'verdict', 'findings', 'schema', 'sql', 'report-schema', 'model.ts'],
  },
  servers: {
    holds:
      'PostgreSQL as a service, as a cluster of our own, embedded: one interface; what is kept of them, what we ask them',
    imports: ['settings', 'sql', 'report-schema', 'model.ts', 'system'],
  },
  migrations: {
    holds: 'which files changed, which came before; `layouts/` has one file per layout',
    imports: ['settings', 'verdict', 'findings', 'sql', 'report-schema', 'model.ts', 'system'],
  },
  verdict: {
    holds: 'facts, what predictions are worth in their light, settings and directives, the decision',
    imports: ['findings', 'settings', 'schema', 'sql', 'report-schema', 'model.ts'],
  },
  settings: {
    holds: 'every setting as one entry (`table/`); untrusted inputs, flags and files as one valid set',
    imports: ['sql', 'report-schema', 'model.ts', 'system'],
  },
  findings: { holds: 'how a check becomes a finding', imports: ['report-schema', 'model.ts'] },
  schema: {
    holds: 'the schema as the scripts so far would leave it, replayed without a database',
    imports: ['sql', 'model.ts'],
  },
  'report-schema': { holds: 'the shape of the JSON report; its types are inferred from it', imports: ['sql'] },
  sql: {
    holds: 'Postgres’ grammar: parsing, positions, transactions, directives, expectations, the lock table',
    imports: ['model.ts'],
  },
  system: {
    holds: 'git, programs, files, and what an error of theirs means to the person who has to mend it',
    imports: ['model.ts'],
  },
  'model.ts': {
    holds: 'the nouns of the SQL side, which every room shares; types, and the words that they are made of',
    imports: [],
  },
};

/** Of each file of src, relative to it, the files that it imports, also for their types only. */
export function importGraph() {
  const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort();
  return new Map(files.map((file) => [file, importsOf(file)]));
}

function importsOf(file) {
  const text = readFileSync(path.join(root, 'src', file), 'utf8');
  const specifiers = [...text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, specifier]) => specifier);
  return [...new Set(specifiers)].map((it) => path.posix.join(path.posix.dirname(file), it).replace(/\.js$/, '.ts'));
}

const roomOf = (file) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : file);

/** Rooms that are not listed, imports that are not allowed, allowances that nobody uses: a sentence each. */
export function trespasses(graph) {
  const used = new Set();
  const found = [];
  for (const [file, imports] of graph) {
    const room = roomOf(file);
    if (!(room in ROOMS))
      found.push(`src/${file}: ${room} is no room: say in scripts/architecture.mjs what it holds and may import`);
    for (const target of imports) {
      const other = roomOf(target);
      if (other === room) continue;
      used.add(`${room} ${other}`);
      if (!ROOMS[room]?.imports.includes(other)) found.push(`src/${file} imports ${target}, which ${room} may not`);
    }
  }
  for (const [room, { imports }] of Object.entries(ROOMS)) {
    for (const other of imports)
      if (!used.has(`${room} ${other}`)) found.push(`${room} may import ${other}, and does not`);
  }
  return found;
}

/** Files that import each other, directly or by others: each circle as the list of its files (Tarjan's strong components). */
export function circles(graph) {
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  const found = [];
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    stack.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file), lowest.get(target)));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = stack.splice(stack.indexOf(file));
    if (circle.length > 1) found.push(circle.sort());
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return found;
}

/** docs/architecture.md: the rooms, and one picture of who imports whom. */
export function architecturePage(graph) {
  const rooms = Object.entries(ROOMS);
  const edges = new Map(rooms.map(([room]) => [room, new Set()]));
  const sizes = new Map(rooms.map(([room]) => [room, 0]));
  for (const [file, imports] of graph) {
    const room = roomOf(file);
    sizes.set(room, (sizes.get(room) ?? 0) + 1);
    for (const target of imports) if (roomOf(target) !== room) edges.get(room)?.add(roomOf(target));
  }
  const id = (room) => room.replace(/\W/g, '_');
  const arrows = rooms.flatMap(([room]) =>
    [...direct(room, edges)].sort().map((other) => `  ${id(room)} --> ${id(other)}`),
  );
  return `<!-- Generated by \`npm run generate\` from scripts/architecture.mjs and the imports of src. -->
# Architecture

Data flows one way: **find → parse → lint → rehearse → verdict → report**. [src/check.ts](../src/check.ts) is that order of work, on
one screen. Imports run one way as well: from the front doors to the nouns. What a room may import is a list; what is not on it is
refused by a test, and so is a circle of files, even one of types.

\`\`\`mermaid
flowchart TD
${rooms.map(([room]) => `  ${id(room)}["${room}"]`).join('\n')}
${arrows.join('\n')}
\`\`\`

An arrow stands for imports. What can be reached by two arrows has none of its own; \`rules\` and the registry in \`lint\` know each other.

| room | files | holds | may import |
| ---- | ----: | ----- | ---------- |
${rooms.map(([room, { holds, imports }]) => `| \`${room}\` | ${sizes.get(room)} | ${holds} | ${imports.map((it) => `\`${it}\``).join(', ') || '–'} |`).join('\n')}
`;
}

/** What a room imports and can't reach by another room that it imports. The registry's way back to the rules is no way. */
function direct(room, edges) {
  const forward = (from) => [...(edges.get(from) ?? [])].filter((to) => !(from === 'lint' && to === 'rules'));
  const reach = (from, seen = new Set()) => {
    for (const to of forward(from)) if (!seen.has(to)) reach(to, seen.add(to));
    return seen;
  };
  const own = [...(edges.get(room) ?? [])];
  return new Set(
    own.filter(
      (to) =>
        !own.some(
          (by) => by !== to && !(room === 'rules' && by === 'lint') && forward(room).includes(by) && reach(by).has(to),
        ),
    ),
  );
}
