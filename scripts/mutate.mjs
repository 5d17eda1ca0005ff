// Negates each condition of the given files, one at a time, and runs the tests that should notice: `npm run mutate`.
// Prints what survived, and the score. The files are put back as they were, also when it is interrupted.
// usage: npm run mutate [-- <part of a file's name> …]
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const filter = process.argv.slice(2);

/** Which tests hold a file, and which of them. */
const targets = [
  ...filesOf('src/verdict').map((file) => ({ file, project: 'unit', tests: ['test/verdict'] })),
  ...filesOf('src/rehearsal/proofs').map((file) => {
    const name = path.basename(file, '.ts');
    const own = readFileSync(path.join(root, 'test/rehearsal/proofs/outcomes.test.ts'), 'utf8').includes(
      `\n  ${name}: [`,
    );
    return { file, project: 'integration', tests: ['test/rehearsal/proofs'], ...(own && { only: `^${name} ` }) };
  }),
];

function filesOf(folder) {
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);
}

/** What is written instead of what; each place is one mutant. */
const MUTATIONS = [
  [/===/g, '!=='],
  [/!==/g, '==='],
  [/&&/g, '||'],
  [/\|\|/g, '&&'],
  [/ < /g, ' >= '],
  [/ > /g, ' <= '],
  [/ >= /g, ' < '],
  [/ <= /g, ' > '],
  [/(?<=[\s(])!(?=[\w(])/g, ''],
  [/\.some\(/g, '.every('],
  [/\.every\(/g, '.some('],
  [/(?<=return )true\b/g, 'false'],
  [/(?<=return )false\b/g, 'true'],
];

/** Comments, texts, patterns and types are no conditions: blanked, so that places stay. */
function code(source) {
  const blank = (text) => text.replace(/[^\n]/g, ' ');
  return source
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, blank)
    .replace(/'(?:[^'\\\n]|\\.)*'/g, blank)
    .replace(/`(?:[^`\\]|\\.)*`/g, (text) => text.replace(/(^|\})[^{}]*?(\$\{|$)/g, blank))
    .replace(/(?<=[=(,] ?)\/(?:[^/\\\n]|\\.)+\/[a-z]*/g, blank)
    .replace(/^(?:import|export type|type|interface)\b[\s\S]*?(?:;|\n\})\n/gm, blank)
    .replace(/=>/g, '  ');
}

function mutantsOf(source) {
  const bare = code(source);
  return MUTATIONS.flatMap(([pattern, instead]) =>
    [...bare.matchAll(pattern)].map(({ index, 0: found }) => ({
      line: source.slice(0, index).split('\n').length,
      text: source.slice(0, index) + instead + source.slice(index + found.length),
      words: `${found.trim()} -> ${instead.trim() || 'nothing'}`,
    })),
  );
}

const VITEST = 'node_modules/vitest/vitest.mjs';
/** One process, in which all test files are loaded once. */
const QUICK = ['--no-isolate', '--pool=threads', '--maxWorkers=1'];

/** The child is not waited for in one piece, so that a signal finds us. */
function noticed({ project, tests, only }) {
  const args = ['run', '--project', project, '--bail', '1', ...QUICK, ...tests, ...(only ? ['-t', only] : [])];
  const child = spawn(process.execPath, [VITEST, ...args], { cwd: root, stdio: 'ignore', timeout: 600_000 });
  return new Promise((resolve) => child.on('close', (status) => resolve(status !== 0)));
}

let restore = () => {};
process.on('exit', () => restore());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

let killed = 0;
const survivors = [];
for (const target of targets.filter(({ file }) => filter.length === 0 || filter.some((part) => file.includes(part)))) {
  const full = path.join(root, target.file);
  const source = readFileSync(full, 'utf8');
  restore = () => writeFileSync(full, source);
  if (await noticed(target)) throw new Error(`the tests of ${target.file} fail as it is`);
  for (const { line, text, words } of mutantsOf(source)) {
    writeFileSync(full, text);
    if (await noticed(target)) killed++;
    else {
      survivors.push(`${target.file}:${line} ${words}`);
      console.log(survivors.at(-1));
    }
  }
  restore();
  console.log(`${target.file}: ${killed} of ${killed + survivors.length} noticed so far`);
}
console.log(`${killed} of ${killed + survivors.length} negated conditions were noticed`);
