/** `--fix` in what every tool reads: no new finding, nothing left to repair, line ends as they were. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookAt } from '../../src/check.js';
import { fixAll } from '../../src/cli/fix.js';
import { settingsFor } from '../support/settings.js';

const LAYOUTS = join(import.meta.dirname, '../fixtures/layouts');
// Of Rails only the schema is SQL.
const names = readdirSync(LAYOUTS).filter((name) => name !== 'rails');
const repaired = new Set<string>();

/** What the tools' files would be with statements that have repairs, and lines that end as `lineEnd` says. */
function layOut(name: string, lineEnd: string): string {
  const dir = mkdtempSync(join(tmpdir(), 'fix-layout-'));
  cpSync(join(LAYOUTS, name), dir, { recursive: true });
  for (const file of filesOf(dir)) {
    if (!/\.(sql|md)$/.test(file)) continue;
    const text = readFileSync(file, 'utf8').replace(/\bINDEX CONCURRENTLY\b/gi, 'INDEX');
    writeFileSync(file, text.replace(/\r?\n/g, lineEnd));
  }
  return dir;
}

function filesOf(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

describe.each(names)('in %s', (name) => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('with %s', async (_, lineEnd) => {
    const dir = layOut(name, lineEnd);
    try {
      const look = lookAt({ settings: settingsFor(dir), cwd: dir, change: { paths: ['.'] } });
      const counted = async () => {
        const counts: Record<string, number> = {};
        // A note may be what is left of an error or a warning.
        for (const { rule, path, severity } of (await look(new Map())).findings)
          if (severity !== 'info') counts[`${rule} ${path}`] = (counts[`${rule} ${path}`] ?? 0) + 1;
        return counts;
      };
      const before = await counted();
      const { fixed } = await fixAll(look, dir);
      if (fixed.length > 0) repaired.add(name);
      const after = await counted();
      for (const [key, count] of Object.entries(after)) expect([key, count <= (before[key] ?? 0)]).toEqual([key, true]);
      expect(Object.values(after).length).toBeLessThanOrEqual(Object.values(before).length);
      for (const path of new Set(fixed.map(({ finding }) => finding.path))) {
        const text = readFileSync(join(dir, path), 'utf8');
        if (lineEnd === '\r\n') expect(text).not.toMatch(/[^\r]\n/);
        else expect(text).not.toContain('\r');
      }
      expect((await fixAll(look, dir)).fixed).toEqual([]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

it('repairs something in most of them', () => {
  expect(repaired.size).toBeGreaterThan(names.length / 2);
});
