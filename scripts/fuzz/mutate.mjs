// Makes bad files of good ones. The same seed makes the same files.

/** Numbers from 0 to 1 that only the seed decides (mulberry32). */
function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)], chance: (p) => next() < p };
}

/** What means something to the grammar, to psql, to a layout, to a directive, to a terminal or to Markdown. */
const TOKENS = [
  ...[
    "'",
    '"',
    '$$',
    '$a$',
    '/*',
    '*/',
    '--',
    ';',
    '(',
    ')',
    '[',
    '{',
    '\\',
    '\\g',
    '\\gexec',
    '\\.',
    "E'",
    'U&"',
    ':x',
    '::',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\f',
    '\v',
    '\u00a0',
    '\u2028',
    '\ufeff',
    '\u202e',
    '\u001b[31m',
    '\0',
    'é',
    '😀',
    '\u{e0041}',
  ],
  ...[
    'BEGIN;',
    'COMMIT;',
    'ROLLBACK;',
    'BEGIN ATOMIC',
    'END',
    'CASE',
    'COPY t FROM STDIN;',
    'SELECT',
    'CONCURRENTLY',
    'NOT VALID',
  ],
  ...[
    'IF NOT EXISTS',
    'CASCADE',
    'USING INDEX i',
    'RENAME TO a;',
    'ATTACH PARTITION a DEFAULT',
    'REFERENCES a',
    'DO $$',
    'EXECUTE',
  ],
  ...[
    'SET standard_conforming_strings = off;',
    'SET lock_timeout = 0;',
    'RESET ALL;',
    "SELECT set_config('a', 'b', true);",
  ],
  ...[
    '-- +goose Up',
    '-- +goose Down',
    '-- +goose StatementBegin',
    '-- migrate:up',
    '-- migrate:down',
    '--changeset a:1',
    '--rollback',
  ],
  ...[
    '---- create above / drop below ----',
    '--liquibase formatted sql',
    '```sql',
    '```',
    '# Migration',
    '# Rollback',
    '> ',
    `\${a}`,
    '{{b}}',
  ],
  ...[
    '-- migration-safety: ignore drop-table x',
    '-- migration-safety: ignore-file',
    '-- expect: rows = 1',
    '-- expect: uses index i',
  ],
  ...['@octocat', '<!-- migration-safety:default -->', '::error::x', '|', '</details>', '#12'],
];

const REPEATED = [
  '(',
  ')',
  '1+',
  '+-',
  '/*',
  "''",
  "'a'||",
  'NOT ',
  '::text',
  'a AND ',
  '(SELECT ',
  'CASE WHEN a THEN ',
  '-- x\n',
  ';',
  '$',
  '[1]',
  ' ',
  '\n',
  'UNION SELECT 1 ',
  ',(1)',
  'f(',
  '> ',
  '- ',
  '\\g\n',
  'SELECT 1;',
  'SELCT;',
  'x',
];

/** A text changed once. `others`: what a part may come from. */
function changed(text, others, random) {
  const at = random.below(text.length + 1);
  const to = Math.min(text.length, at + random.below(random.pick([3, 20, 200])) + 1);
  const slice = text.slice(at, to);
  switch (random.below(12)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(to);
    case 2:
      return text.slice(0, to) + slice + text.slice(to);
    case 3:
    case 4:
    case 5:
      return text.slice(0, at) + random.pick(TOKENS) + text.slice(random.chance(0.5) ? at : to);
    case 6: {
      const statements = text.split(';');
      for (let i = statements.length - 1; i > 0; i--) {
        const j = random.below(i + 1);
        [statements[i], statements[j]] = [statements[j], statements[i]];
      }
      return statements.join(';');
    }
    case 7:
      return text.slice(0, at) + random.pick(others) + text.slice(at);
    case 8:
      return text.replaceAll(
        /\b(CREATE|ALTER|DROP|TABLE|INDEX|VIEW|ADD|COLUMN|CONSTRAINT|ON|AS|SELECT|FROM)\b|\b[a-z]\w*\b/g,
        (word, keyword) => (keyword || random.chance(0.7) ? word : random.pick(['a', 'b', 't'])),
      );
    case 9:
      return text.slice(0, at) + random.pick(REPEATED).repeat(random.pick([3, 40, 900, 12_000])) + text.slice(at);
    case 10:
      return random.chance(0.5) ? text.replaceAll(/\r?\n/g, '\r\n') : text.replaceAll(/\s+/g, ' ');
    default:
      return `${text}\n${random.pick(others)}`;
  }
}

/** The bytes of a file, some of them wrong now and then. */
function bytesOf(text, random) {
  const bytes = Buffer.from(text, 'utf8');
  if (!random.chance(0.06) || bytes.length === 0) return bytes;
  for (let times = random.below(4); times >= 0; times--) bytes[random.below(bytes.length)] = random.below(256);
  return random.chance(0.3) ? bytes.subarray(0, random.below(bytes.length)) : bytes;
}

const NAMES = [
  ['migrations/1_a.sql', 'migrations/1_a.down.sql', 'migrations/1_a.verify.sql', 'migrations/2_b.sql'],
  ['migrations/001_a.sql', 'migrations/002_b.sql', 'migrations/003_c.sql'],
  ['migrations/000001_a.up.sql', 'migrations/000001_a.down.sql', 'migrations/000002_b.up.sql'],
  ['sql/V1__a.sql', 'sql/V2__b.sql', 'sql/R__views.sql'],
  ['prisma/migrations/20260101000000_a/migration.sql', 'prisma/migrations/migration_lock.toml'],
  ['migrations/2026-01-01-000000_a/up.sql', 'migrations/2026-01-01-000000_a/down.sql'],
  ['migrations/20260101000000_a.sql', 'migrations/atlas.sum'],
  ['db/changelog/a.sql', 'db/changelog/db.changelog-master.yaml'],
  ['deploy/a.sql', 'revert/a.sql', 'verify/a.sql', 'sqitch.plan'],
  ['supabase/migrations/20260101000000_a.sql', 'supabase/config.toml'],
  ['drizzle/0000_a.sql', 'drizzle/meta/_journal.json'],
  ['migrations/runbook.md', 'migrations/2_b.sql'],
];

/** Files by path, made of the corpus. */
export function filesFor(seed, corpus) {
  const random = randomFrom(seed);
  const files = {};
  const names = random.pick(NAMES).filter((_, at) => at === 0 || random.chance(0.7));
  for (const name of names) {
    const own = corpus.filter((text) => name.endsWith('.md') === text.includes('```sql'));
    let text = random.pick(own.length > 0 ? own : corpus);
    const count = random.pick([0, 1, 1, 2, 3, 6, 12]);
    for (let change = 0; change < count; change++) text = changed(text, corpus, random).slice(0, 400_000);
    files[name] = bytesOf(text, random);
  }
  return files;
}
