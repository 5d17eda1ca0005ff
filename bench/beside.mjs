// What squawk and this tool, without a server, say of this project's own examples, each of which a PostgreSQL server has proven: of how
// many that do harm they speak at all, and of how many that are harmless for the rule that they belong to. The examples are ours, so that
// the choice favours us; what is counted favours squawk: any remark counts, also one about something else. This tool gets what
// stands before the migration (the history), of which squawk makes no use.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check } from '../build/check.js';
import { RULES } from '../build/lint/registry.js';
import { resolveSettings } from '../build/settings/resolve.js';

const own = createRequire(import.meta.url).resolve(`@squawk-cli/${process.platform}-${process.arch}/package.json`);
const squawk = path.join(path.dirname(own), 'bin/squawk');
if (!existsSync(squawk)) throw new Error('squawk has no binary for this platform');
const folder = mkdtempSync(path.join(tmpdir(), 'beside-'));
const HARMFUL = ['stops', 'loses', 'blocks'];

/** Examples of migrations alone: of rollbacks and validation queries squawk knows nothing. */
const examplesOf = (kind) =>
  RULES.filter(({ harm }) => HARMFUL.includes(harm)).flatMap((rule) =>
    rule.examples[kind].filter(({ role = 'up' }) => role === 'up'),
  );

function squawkSays({ sql }) {
  const file = path.join(folder, 'squawk.sql');
  writeFileSync(file, sql);
  const { stdout, error } = spawnSync(squawk, ['--reporter', 'json', file], { encoding: 'utf8' });
  if (error) throw error;
  return JSON.parse(stdout || '[]').length > 0;
}

/** An error or a warning, with the settings that are there without a file. */
async function weSay({ setup = '', sql }) {
  const cwd = mkdtempSync(path.join(folder, 'one-'));
  const change = path.join(cwd, '2_change.sql');
  writeFileSync(path.join(cwd, '1_history.sql'), setup);
  writeFileSync(change, sql);
  const settings = await resolveSettings({ inputs: { server: 'none' }, cwd, from: cwd });
  const { counts } = (await check({ settings, cwd, change: { paths: [change] } })).report;
  return counts.error + counts.warning > 0;
}

try {
  const version = spawnSync(squawk, ['--version'], { encoding: 'utf8' }).stdout.trim();
  for (const [kind, word] of [
    ['bad', 'that do harm'],
    ['good', 'that are harmless'],
  ]) {
    const all = examplesOf(kind);
    let [theirs, ours] = [0, 0];
    for (const example of all) {
      if (squawkSays(example)) theirs++;
      if (await weSay(example)) ours++;
    }
    console.log(`of ${all.length} examples ${word}: ${version} speaks of ${theirs}, migration-safety of ${ours}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
