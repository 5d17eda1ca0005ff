/**
 * Cuts test/support/github/contract.json out of GitHub's own OpenAPI description: only the calls that src/github makes,
 * as plain JSON Schema. The description is too big to be a dependency (390 MB), so install it anywhere else:
 *
 *   npm install --prefix /tmp/openapi @octokit/openapi
 *   node scripts/trim-contract.mjs /tmp/openapi/node_modules/@octokit/openapi
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every REST call that src/github makes. The double refuses all others. */
const CALLS = [
  'GET /repos/{owner}/{repo}/contents/{path}',
  'GET /repos/{owner}/{repo}/pulls',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/comments',
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews',
];
const PROSE = ['description', 'example', 'examples', 'title', 'deprecated', 'externalDocs', 'default'];

const folder = process.argv[2];
if (!folder) throw new Error('usage: node scripts/trim-contract.mjs <folder of @octokit/openapi>');
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const spec = JSON.parse(readFileSync(join(folder, 'generated/api.github.com.json'), 'utf8'));

const schemas = {};
const operations = {};
for (const call of CALLS) operations[call] = operation(call);
schemas['basic-error'] ??= keepSchema('basic-error');

const contract = { source: `@octokit/openapi ${version}, api.github.com`, operations, schemas };
const target = new URL('../test/support/github/contract.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(contract)}\n`);
console.log(`${CALLS.length} calls, ${Object.keys(schemas).length} schemas, ${JSON.stringify(contract).length} bytes`);

function operation(call) {
  const [method, path] = call.split(' ');
  const found = spec.paths[path]?.[method.toLowerCase()];
  if (!found) throw new Error(`GitHub no longer describes ${call}`);
  const parameters = found.parameters.map(resolve).map(({ name, in: where, required = false, schema }) => {
    return { name, in: where, required, schema: plain(schema) };
  });
  const responses = {};
  for (const [status, response] of Object.entries(found.responses)) responses[status] = bodyOf(resolve(response));
  return { parameters, request: found.requestBody ? bodyOf(found.requestBody) : null, responses };
}

function bodyOf(message) {
  const schema = message.content?.['application/json']?.schema;
  return schema ? plain(schema) : null;
}

function resolve(value) {
  if (!value.$ref) return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key], spec);
}

function keepSchema(name) {
  schemas[name] = {}; // a schema may refer to itself
  schemas[name] = plain(spec.components.schemas[name]);
  return schemas[name];
}

/** OpenAPI 3.0's dialect as plain JSON Schema: no prose, `nullable` spelled out, references kept by name. */
function plain(schema, parentKey = '') {
  if (Array.isArray(schema)) return schema.map((item) => plain(item));
  if (schema === null || typeof schema !== 'object') return schema;
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1);
    if (!schemas[name]) keepSchema(name);
    return { $ref: `#/schemas/${name}` };
  }
  const isSchema = parentKey !== 'properties';
  const out = {};
  for (const [key, value] of Object.entries(schema)) {
    if (isSchema && (PROSE.includes(key) || key === 'nullable' || key.startsWith('x-'))) continue;
    out[key] = key === 'required' || key === 'enum' ? value : plain(value, isSchema ? key : '');
  }
  if (!isSchema || schema.nullable !== true) return out;
  if (!out.type) return { anyOf: [out, { type: 'null' }] };
  return { ...out, type: [out.type, 'null'], ...(out.enum ? { enum: [...out.enum, null] } : {}) };
}
