import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lint/lint.js';
import { RULES } from '../../src/lint/registry.js';
import { scriptsOf } from '../../src/migrations/find.js';
import { markdown } from '../../src/migrations/layouts/markdown.js';
import { loadReaders } from '../../src/migrations/layouts/readers.js';
import { renderComment, renderSummary } from '../../src/report/markdown.js';
import { Schema } from '../../src/schema/schema.js';
import { loadGrammar } from '../../src/sql/parse.js';
import { failingReport } from '../report/fixtures.js';
import { setOf } from '../support/file-set.js';

await loadReaders([{ path: 'page.md' }]);

const grammar = await loadGrammar();
const runbook = readFileSync(new URL('../fixtures/runbook.md', import.meta.url), 'utf8');

function read(text: string) {
  const [migration] = markdown.read(setOf({ 'docs/1_runbook.md': text })).migrations;
  return migration;
}

/** By role: each statement with its place in the page. */
function shown(text: string): Record<string, string[]> {
  const migration = read(text);
  const scripts = migration ? scriptsOf(migration) : [];
  return Object.fromEntries(
    scripts.map((script) => {
      expect(script.sql).toHaveLength(text.length);
      const { statements } = grammar.parseScript(script);
      return [
        script.role,
        statements.map(
          ({ sql, location: { line, column }, syntaxError }) =>
            `${line}:${column} ${syntaxError ? '! ' : ''}${sql.replace(/\s+/g, ' ')}`,
        ),
      ];
    }),
  );
}

const EXPECTED = {
  up: [
    '20:4 BEGIN',
    '21:4 CREATE INDEX CONCURRENTLY IF NOT EXISTS idx_orders_customer ON orders (customer_id)',
    '29:1 CREATE INDEX CONCURRENTLY idx_orders_state ON orders (state)',
    '30:1 COMMIT',
  ],
  maintenance: ['36:1 VACUUM (ANALYZE) orders'],
  down: ['44:3 DROP INDEX idx_orders_state', '46:3 DROP INDEX idx_orders_customer'],
  verify: ["56:1 SELECT indexname FROM pg_indexes WHERE indexname LIKE 'idx_%'"],
};

describe('a runbook', () => {
  it('holds a migration with all its scripts, each statement in its place', () => {
    expect(shown(runbook)).toEqual(EXPECTED);
    expect(read(runbook)).toMatchObject({ id: '1_runbook', path: 'docs/1_runbook.md', layout: 'markdown' });
  });

  it('is read the same with CRLF', () => {
    expect(shown(runbook.replace(/\n/g, '\r\n'))).toEqual(EXPECTED);
  });

  it('has findings on the lines of the page', () => {
    const migration = read(runbook);
    if (!migration) throw new Error('no migration');
    const [up, down, verify, maintenance] = (['up', 'down', 'verify', 'maintenance'] as const).map((role) => {
      const script = migration[role];
      if (!script) throw new Error(role);
      return grammar.parseScript(script);
    });
    if (!up || !down || !verify || !maintenance) throw new Error('a script is missing');
    const parsed = { ...migration, up, down, verify, maintenance };
    const found = lint([parsed], new Schema(), { rules: RULES, postgresVersion: null }).map(
      ({ finding: { rule, line, column } }) => `${rule} ${line}:${column}`,
    );
    expect(found).toEqual(
      expect.arrayContaining([
        'concurrently-in-transaction 21:4',
        'if-not-exists-masks-invalid-index 21:4',
        'concurrently-in-transaction 29:1',
        'drop-index-not-concurrent 44:3',
        'drop-index-not-concurrent 46:3',
        'like-underscore-wildcard 58:22',
        'validation-without-expectation 56:1',
      ]),
    );
  });
});

describe('a page', () => {
  it.each<[string, string, Record<string, string[]>]>([
    [
      'without a heading for the migration',
      '# Notes\n```sql\nSELECT 1;\n```\n## Rollback\n```sql\nSELECT 2;\n```\n',
      {},
    ],
    ['without SQL', '## Migration\n```js\nx\n```\n```\nSELECT 1\n```\n\n    SELECT 2\n', {}],
    [
      'that never closes its fence',
      '## Migration\n```sql\nSELECT 1;\n\n## Rollback\nSELEC',
      { up: ['3:1 SELECT 1', '5:1 ! ## Rollback SELEC'] },
    ],
    ['with an empty fence', '## Migration\n```sql\n```\n```sql\nSELECT 1\n```', { up: ['5:1 SELECT 1'] }],
    [
      'with a fence that ends with its quote',
      '## Migration\n> ```sql\n> SELECT 1\n\n```sql\nSELECT 2\n```',
      { up: ['3:3 SELECT 1', '6:1 SELECT 2'] },
    ],
    [
      'with a comment on a last line without a semicolon',
      '## Up\n```sql\nSELECT 1 -- one\n```\n```sql\nSELECT 2\n```',
      { up: ['3:1 SELECT 1', '6:1 SELECT 2'] },
    ],
    ['with a fence in a fence', "## Migration\n````sql\nSELECT '\n```\n';\n````", { up: ["3:1 SELECT ' ``` '"] }],
    [
      'with a list in a list',
      '## Migration\n- a\n  - b\n    ```sql\n    SELECT 1,\n      2;\n    ```\n',
      { up: ['5:5 SELECT 1, 2'] },
    ],
    [
      'with an indented fence',
      '## Migration\n  ```sql\n  SELECT 1;\n    SELECT 2;\n  ```',
      { up: ['3:3 SELECT 1', '4:5 SELECT 2'] },
    ],
    [
      'with headings below the role’s',
      '## Migration\n### Step 1\n```sql\nSELECT 1;\n```\n### Step 2\n```sql\nSELECT 2;\n```\n## Notes\n```sql\nSELECT 3;\n```',
      { up: ['4:1 SELECT 1', '8:1 SELECT 2'] },
    ],
    [
      'with underlined headings',
      'Migration\n---------\n```sql\nSELECT 1;\n```\nRolling back\n===\n```sql\nSELECT 2;\n```',
      { up: ['4:1 SELECT 1'], down: ['9:1 SELECT 2'] },
    ],
    [
      'with styled headings',
      '## **Up**\n```sql\nSELECT 1;\n```\n## `Down`\n```sql\nSELECT 2;\n```',
      { up: ['3:1 SELECT 1'], down: ['7:1 SELECT 2'] },
    ],
    [
      'with numbers and words in its headings',
      '## 1. Migration (up)\n```pgsql\nSELECT 1;\n```\n## 2. Migration (down)\n```psql\nSELECT 2;\n```\n## 3. Verify the migration\n```postgres\nSELECT 3;\n```',
      { up: ['3:1 SELECT 1'], down: ['7:1 SELECT 2'], verify: ['11:1 SELECT 3'] },
    ],
    [
      'with words that only look like roles',
      '## Set up\n```sql\nSELECT 1;\n```\n## Follow-up\n```sql\nSELECT 2;\n```\n## Scale down\n```sql\nSELECT 3;\n```\n',
      {},
    ],
    ['that is empty', '', {}],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
    expect(shown(text.replace(/\n/g, '\r\n'))).toEqual(expected);
  });
});

it('is no report of ours that was written into the repository', () => {
  const marker = '<!-- migration-safety:default -->';
  const reports = [
    renderComment(failingReport),
    renderComment(failingReport, { marker }),
    renderSummary(failingReport),
  ];
  for (const report of reports) {
    const page = `${report}\n## Migration\n\n\`\`\`sql\nDROP TABLE t;\n\`\`\`\n`;
    expect(markdown.read(setOf({ 'report.md': page })).migrations).toEqual([]);
    expect(markdown.read(setOf({ 'page.md': page.slice(page.indexOf('## Migration')) })).migrations).toHaveLength(1);
  }
});
