// Begins a setting: `npm run new-setting <name> -- --kind <kind>` adds its entry to a file of src/settings/table.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, 'src/settings/table');

/** What each kind begins as. What is empty fails a test until it is filled in. */
const KINDS = {
  number: [
    "schema: value.number('a number', 0, 'at least 0')",
    "description: ''",
    "help: { value: 'number', text: '' }",
  ],
  text: ['schema: value.text', "description: ''", "help: { value: 'text', text: '' }"],
  flag: ['schema: value.flag', "description: ''", "help: { text: '' }", 'default: false'],
  list: ['schema: value.paths', "description: ''", "help: { value: 'glob', text: '' }"],
};

const files = readdirSync(folder).sort();
const groups = files.map((file) => file.replace(/\.ts$/, ''));
const USAGE = `Usage: npm run new-setting <name> -- --kind ${Object.keys(KINDS).join('|')} [--group ${groups.join('|')}]
A name is words in lower case, with hyphens.`;

/** What is asked for; null where it isn't understood. */
function request() {
  try {
    const options = { kind: { type: 'string' }, group: { type: 'string', default: 'what-to-check' } };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    // Without "--" npm keeps the option's name to itself and hands its value on.
    const [name = '', kind = values.kind ?? '', ...others] = positionals;
    const isName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) && others.length === 0;
    return isName && Object.hasOwn(KINDS, kind) && groups.includes(values.group)
      ? { name, kind, group: values.group }
      : null;
  } catch {
    return null;
  }
}

function refusal(asked) {
  if (asked === null) return USAGE;
  const taken = files.find((file) => keyIn(asked.name).test(readFileSync(path.join(folder, file), 'utf8')));
  return taken === undefined ? undefined : `${asked.name} is there already, in src/settings/table/${taken}.`;
}

function keyIn(name) {
  return new RegExp(`^  '?${name}'?: \\{$`, 'm');
}

function entry({ name, kind }) {
  const key = name.includes('-') ? `'${name}'` : name;
  return `  ${key}: {\n${KINDS[kind].map((line) => `    ${line},\n`).join('')}  },\n`;
}

const asked = request();
const problem = refusal(asked);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  const file = path.join(folder, `${asked.group}.ts`);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^\} as const satisfies /m, `${entry(asked)}$&`));
  const property = asked.name.replaceAll(/-(.)/g, (_, letter) => letter.toUpperCase());
  console.log(`Added ${asked.name} to src/settings/table/${asked.group}.ts: the last entry there.
Fill in what is empty, move it to where --help should tell it, and say more where it is so (src/settings/setting.ts):
default, only, isFile, needsTrust. Where a change must not decide about it, needsTrust is true.
Then npm run generate, which writes action.yml, docs/inputs.md, docs/settings.md and docs/settings.schema.json.
  npx vitest run --project unit test/settings test/cli test/github
It arrives as settings.${property}: what is left is to use it, and to test what it does.`);
}
