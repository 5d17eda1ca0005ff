/** The embedded server's worker runs as JavaScript, also for tests of the source: compiles it where it is out of date. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..', '..');
const sources = path.join(root, 'src');
const compiled = path.join(root, 'build');

/** Is there a source whose compiled file is missing or older? */
function outOfDate(): boolean {
  const all = readdirSync(sources, { recursive: true, encoding: 'utf8' });
  const names = all.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  return names.some((name) => {
    const output = path.join(compiled, name.replace(/\.ts$/, '.js'));
    return !existsSync(output) || statSync(output).mtimeMs < statSync(path.join(sources, name)).mtimeMs;
  });
}

export default function setup(): void {
  if (!outOfDate()) return;
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, encoding: 'utf8' });
  // tsc writes what it can in spite of type errors, which are the business of `npm run check`.
  if (outOfDate()) throw new Error(`tsc did not write ${compiled}\n${stdout}`);
}
