/** Microsoft's SARIF multitool with GitHub's rules: the validator that GitHub's documentation names. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';

const binary = findBinary();

/** False where npm has no multitool for this platform. */
export const hasMultitool = binary !== null;

/** What it says against logs, a line each that names the log. All in one run: it takes long to start. */
export function sarifProblems(logs: Record<string, string>): string[] {
  if (binary === null) throw new Error('there is no SARIF multitool for this platform');
  const folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  for (const [name, log] of Object.entries(logs)) writeFileSync(join(folder, `${name}.sarif`), log);
  const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
  const args = ['validate', join(folder, '*.sarif'), '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning'];
  const { stdout } = spawnSync(binary, args, { env, encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  if (!stdout.includes(`Done. ${Object.keys(logs).length} files scanned`)) throw new Error(stdout);
  const problems = stdout.split('\n').filter((line) => /: (warning|error) /.test(line));
  return problems.map((line) => line.replace(`${folder}${sep}`, ''));
}

/** The package's install script only makes it executable, and npm doesn't run it. */
function findBinary(): string | null {
  const name = `@microsoft/sarif-multitool-${process.platform}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const path = join(folder, process.platform === 'win32' ? 'Sarif.Multitool.exe' : 'Sarif.Multitool');
    if (!existsSync(path) || process.arch !== 'x64') return null;
    chmodSync(path, 0o755);
    return path;
  } catch {
    return null;
  }
}
