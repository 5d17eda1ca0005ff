/**
 * Writes the files that are generated from the compiled source (`npm run generate` compiles it first).
 * With `--check` it writes nothing, names every file that is stale, and fails if there is one.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { CHECKS, documentationPath } from '../build/catalogue.js';
import { FORK_WORKFLOW } from '../build/cli/fork-workflow.js';
import { MONOREPO_WORKFLOW } from '../build/cli/monorepo-workflow.js';
import { workflowFor } from '../build/cli/workflow.js';
import { optionNames } from '../build/lint/configure.js';
import { RULES } from '../build/lint/registry.js';
import { reportSchema } from '../build/report-schema/report.js';
import { QUERIES } from '../build/servers/catalogs/queries.js';
import { settingsSchema } from '../build/settings/schema.js';
import { kindOf } from '../build/settings/setting.js';
import { SETTINGS } from '../build/settings/table.js';
import { LEVELS } from '../build/settings/words.js';
import { published } from '../build/system/version.js';
import { architecturePage, importGraph } from './architecture.mjs';
import { currentNames, withNames } from './names.mjs';
import { rulePage, rulesIndex, settingsPage } from './pages.mjs';
import { qualify } from './qualify.mjs';
import { actionMetadata, inputsPage } from './setting-texts.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The schema of each rule's options, by name. */
const options = new Map(RULES.map((rule) => [rule.id, optionSchemas(rule)]));

const settingsFile = withRules(jsonSchema(settingsSchema, 'migration-safety settings', 'docs/settings.schema.json'));

/** The settings' entries with their names and kinds, in the order of --help. */
const settings = Object.entries(SETTINGS).map(([name, entry]) => ({ name, kind: kindOf(entry.schema), ...entry }));
const asText = settings.filter(({ only }) => only !== 'file');

/** Every generated file, its path relative to the repository's root. */
const files = [
  { path: 'src/servers/catalogs/qualified.ts', contents: await qualifiedQueries() },
  {
    path: 'docs/report.schema.json',
    contents: jsonSchema(reportSchema, 'migration-safety report', 'docs/report.schema.json'),
  },
  { path: 'docs/settings.schema.json', contents: settingsFile },
  { path: 'docs/settings.md', contents: settingsPage(JSON.parse(settingsFile), settings, options) },
  { path: 'action.yml', contents: actionMetadata(read(join(root, 'action.yml')), asText) },
  { path: 'docs/inputs.md', contents: inputsPage(read(join(root, 'docs/inputs.md')), asText) },
  ...namingPages().map((path) => ({ path, contents: withNames(read(join(root, path)), currentNames()) })),
  { path: 'docs/example-workflow.yml', contents: workflowFor(17) },
  { path: 'docs/fork-workflow.yml', contents: FORK_WORKFLOW },
  { path: 'docs/monorepo-workflow.yml', contents: MONOREPO_WORKFLOW },
  { path: 'docs/architecture.md', contents: architecturePage(importGraph()) },
  { path: 'docs/rules/README.md', contents: rulesIndex(CHECKS, RULES) },
  ...CHECKS.map((check) => ({
    path: documentationPath(check.id),
    contents: rulePage(
      check,
      RULES.find(({ id }) => id === check.id),
      options.get(check.id),
    ),
  })),
];

const check = process.argv.includes('--check');
let stale = 0;
for (const { path, contents } of files) {
  const target = join(root, path);
  if (read(target) === contents) continue;
  if (check) {
    stale++;
    console.error(`${path} is stale: run \`npm run generate\` and commit the result`);
  } else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents);
    console.log(`wrote ${path}`);
  }
}
for (const name of readdirSync(join(root, 'docs/rules'))) {
  const path = `docs/rules/${name}`;
  if (files.some((file) => file.path === path)) continue;
  if (check) {
    stale++;
    console.error(`${path} belongs to no rule: run \`npm run generate\` and commit the result`);
  } else {
    rmSync(join(root, path));
    console.log(`removed ${path}`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

/** What is written by hand and names the Action or its repository. */
function namingPages() {
  // The others are written whole.
  const written = ['docs/settings.md', 'docs/architecture.md', 'docs/inputs.md'];
  const folders = ['docs', 'docs/ci'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const pages = folders
    .filter((path) => /^docs\/(ci\/.*|[\w-]+\.md)$/.test(path))
    .filter((path) => !written.includes(path));
  return [...pages, 'README.md', 'CONTRIBUTING.md', 'RELEASE.md', 'SECURITY.md', '.github/CODEOWNERS'];
}

/** A valibot schema as a JSON Schema file. */
function jsonSchema(schema, title, path) {
  const { $schema, ...body } = toJsonSchema(schema, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'throw' });
  return `${JSON.stringify({ $schema, $id: published(path), title, ...body }, null, 2)}\n`;
}

/** The catalog queries as they are sent. */
async function qualifiedQueries() {
  const entries = [];
  for (const [name, sql] of Object.entries(QUERIES)) {
    entries.push(`  ${JSON.stringify(name)}:\n    ${JSON.stringify(await qualify(sql))},\n`);
  }
  const head =
    '/** Generated by `npm run generate` from queries.ts: the same queries, every name and operator with its schema. */\n';
  return `${head}export const QUALIFIED: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
}

/** What the settings may say to a rule, as JSON Schemas by name. */
function optionSchemas(rule) {
  if (optionNames(rule).length === 0) return {};
  return toJsonSchema(rule.options, { target: 'draft-2020-12', errorMode: 'throw' }).properties;
}

/** Editors complete the names of rules, and know each rule's own options. */
function withRules(schema) {
  const whole = JSON.parse(schema);
  const { rules } = whole.properties;
  const [, { properties: common }] = rules.additionalProperties.anyOf;
  rules.properties = Object.fromEntries(
    CHECKS.map(({ id, summary }) => {
      const object = { type: 'object', properties: { ...common, ...options.get(id) }, additionalProperties: false };
      return [id, { description: summary.replaceAll('`', ''), anyOf: [{ enum: [...LEVELS] }, object] }];
    }),
  );
  rules.additionalProperties = false;
  delete rules.propertyNames;
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
