// Checks files that are wrong in all kinds of ways, in every format, without a server: whatever they hold, there is a report.
// Usage: npm run fuzz -- [--seconds 60] [--inputs <n>] [--seed <n>] [--cli-every 40]
// What fails is kept in a folder, with the seed that makes it again: npm run fuzz -- --seed <n> --inputs 1
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { filesFor } from './fuzz/mutate.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const from = (name) => import(path.join(root, 'build', name));
const { check } = await from('check.js');
const { resolveSettings } = await from('settings/resolve.js');
const { renderReport } = await from('cli/output.js');
const { renderComment } = await from('report/markdown.js');
const { RULES } = await from('lint/registry.js');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    inputs: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    'cli-every': { type: 'string', default: '40' },
  },
});
const first = Number(values.seed);
const most = values.inputs === undefined ? Number.POSITIVE_INFINITY : Number(values.inputs);
const deadline = values.inputs === undefined ? Date.now() + Number(values.seconds) * 1000 : Number.POSITIVE_INFINITY;
const cliEvery = Number(values['cli-every']);
/** Of these texts, none takes longer than this, also on a busy machine. */
const SLOW = 20_000;
const FORMATS = ['text', 'json', 'sarif', 'gitlab', 'junit', 'markdown', 'html', 'github'];

const validate = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(path.join(root, 'docs/report.schema.json'), 'utf8')),
);

/** Good texts: the examples, the layouts' fixtures, the rules' own examples. */
function corpus() {
  const texts = ['examples', 'test/fixtures'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(sql|md|ya?ml|sum|toml|json|plan)$/.test(name))
      .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
  );
  const examples = RULES.flatMap(({ examples: { bad, good } }) => [...bad, ...good]);
  return [...texts, ...examples.map(({ setup = '', sql, up = '' }) => [setup, up, sql].filter(Boolean).join('\n'))];
}

function write(folder, files) {
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), bytes);
  }
}

const STACK = /^\s+at .*:\d+:\d+\)?$/m;

/** What is wrong with the answer; undefined where nothing is. */
async function inProcess(cwd, top) {
  const start = performance.now();
  let checked;
  try {
    const settings = await resolveSettings({
      inputs: { server: 'none', preset: 'strict' },
      cwd,
      from: path.join(cwd, top),
    });
    checked = await check({ settings, cwd, change: { paths: [path.join(cwd, top)] } });
    for (const format of FORMATS) {
      const text = await renderReport(checked, format, { color: false, width: 100 });
      if (STACK.test(text)) return `a stack trace in ${format}`;
      if (format === 'json' && !validate(JSON.parse(text)))
        return `not by the schema: ${JSON.stringify(validate.errors)}`;
      if (format === 'sarif' || format === 'gitlab') JSON.parse(text);
    }
    renderComment(checked.report);
  } catch (error) {
    return error.name === 'UsageError' ? undefined : (error.stack ?? String(error));
  }
  const broken = checked.report.findings.find(({ rule }) => rule === 'internal-error');
  if (broken) return `internal-error: ${broken.message}`;
  const ms = performance.now() - start;
  return ms > SLOW ? `it took ${Math.round(ms)} ms` : undefined;
}

function asProgram(cwd, top, format) {
  const args = [path.join(root, 'dist/cli.js'), 'check', top, '--server', 'none', '--format', format];
  const { status, stdout, stderr, signal } = spawnSync(process.execPath, args, {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 1e9,
  });
  if (![0, 1, 2].includes(status)) return `exit code ${status}, signal ${signal}: ${stderr.slice(0, 2000)}`;
  if (STACK.test(stdout) || STACK.test(stderr)) return `a stack trace: ${stderr.slice(0, 2000)}`;
  if (status === 2 && stderr.trim() === '') return 'exit code 2 without a word';
  if (status !== 2 && format === 'json' && !validate(JSON.parse(stdout))) return 'not by the schema';
  return undefined;
}

const texts = corpus();
const work = mkdtempSync(path.join(tmpdir(), 'fuzz-'));
const kept = path.join(tmpdir(), 'migration-safety-fuzz');
const hasProgram = existsSync(path.join(root, 'dist/cli.js')) && cliEvery > 0;
let [inputs, programs, failures] = [0, 0, 0];
for (; inputs < most && Date.now() < deadline; inputs++) {
  const seed = first + inputs;
  const cwd = path.join(work, 'input');
  rmSync(cwd, { recursive: true, force: true });
  const files = filesFor(seed, texts);
  // What never ends leaves its input here.
  write(cwd, files);
  const top = Object.keys(files)[0].split('/')[0];
  let problem = await inProcess(cwd, top);
  if (problem === undefined && hasProgram && inputs % cliEvery === 0) {
    programs++;
    problem = asProgram(cwd, top, FORMATS[programs % FORMATS.length]);
  }
  if (problem === undefined) continue;
  failures++;
  const folder = path.join(kept, String(seed));
  rmSync(folder, { recursive: true, force: true });
  cpSync(cwd, folder, { recursive: true });
  writeFileSync(path.join(folder, 'failure.txt'), `${problem}\n`);
  console.log(
    `seed ${seed}: ${problem.split('\n').slice(0, 3).join('\n  ')}\n  kept in ${folder}\n  again: npm run fuzz -- --seed ${seed} --inputs 1`,
  );
}
rmSync(work, { recursive: true, force: true });
console.log(
  `seed ${first}: ${inputs} inputs in ${FORMATS.length + 1} formats, ${programs} of them also by dist/cli.js, ${failures} failures`,
);
if (failures > 0) process.exitCode = 1;
