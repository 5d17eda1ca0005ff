// Prints the path of a Node 24 binary, from npm, for tests of the Action on the runtime that action.yml names.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { arch, platform } from 'node:process';
import { fileURLToPath } from 'node:url';

const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
const cache = fileURLToPath(new URL('../node_modules/.cache/node24', import.meta.url));
const binary = path.join(cache, 'package', 'bin', platform === 'win32' ? 'node.exe' : 'node');

if (!existsSync(binary)) {
  const partial = `${cache}.partial`;
  rmSync(partial, { recursive: true, force: true });
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const options = { cwd: partial, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: platform === 'win32' };
  const archive = execFileSync('npm', ['pack', `${name}@24`, '--silent'], options)
    .trim()
    .split('\n')
    .at(-1);
  execFileSync('tar', ['-xzf', archive], { cwd: partial });
  rmSync(path.join(partial, archive));
  renameSync(partial, cache);
}
console.log(binary);
