/** GitHub's own description of its API (contract.json, cut by scripts/trim-contract.mjs) as a referee. */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import ajvFormats from 'ajv-formats';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  enum?: unknown[];
  format?: string;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  schema: Schema;
}

export interface Operation {
  parameters: Parameter[];
  request: Schema | null;
  responses: Record<string, Schema | null>;
}

export const contract: { source: string; operations: Record<string, Operation>; schemas: Record<string, Schema> } =
  JSON.parse(readFileSync(new URL('./contract.json', import.meta.url), 'utf8'));

const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
ajvFormats.default(ajv);
ajv.addSchema({ $id: 'contract', schemas: contract.schemas });
const compiled = new Map<Schema, ValidateFunction>();

/** What is wrong with a value, by GitHub's own schema. */
function mismatches(schema: Schema, value: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(absolute(schema));
  compiled.set(schema, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message}`);
}

/** References in an operation's schema are relative to the contract; Ajv wants to know where that is. */
function absolute(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/schemas/', '"$ref":"contract#/schemas/'));
}

export interface Match {
  /** For example `GET /repos/{owner}/{repo}/pulls/{pull_number}`. */
  name: string;
  operation: Operation;
  params: Record<string, string>;
}

/** The operation that a request means; null: the contract doesn't hold it. */
export function findOperation(method: string, path: string): Match | null {
  for (const [name, operation] of Object.entries(contract.operations)) {
    const [verb, template = ''] = name.split(' ');
    if (verb !== method) continue;
    const pattern = template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const found = new RegExp(`^${pattern}$`).exec(path);
    if (found) return { name, operation, params: found.groups ?? {} };
  }
  return null;
}

/** Checks path, query and body; unknown keys too, which GitHub's schemas allow but which are always a mistake of ours. */
export function requestViolations({ operation, params }: Match, query: URLSearchParams, body: unknown): string[] {
  const known = (where: string) => operation.parameters.filter((parameter) => parameter.in === where);
  const violations: string[] = [];
  for (const { name, schema } of known('path')) {
    violations.push(...mismatches(schema, coerce(schema, params[name] ?? '')).map((issue) => `path ${name}: ${issue}`));
  }
  for (const [name, text] of query) {
    const parameter = known('query').find((candidate) => candidate.name === name);
    if (!parameter) violations.push(`query ${name}: unknown`);
    else
      violations.push(
        ...mismatches(parameter.schema, coerce(parameter.schema, text)).map((issue) => `query ${name}: ${issue}`),
      );
  }
  if (!operation.request) return body === null ? violations : [...violations, 'body: none expected'];
  const unknownKeys = Object.keys(body ?? {}).filter((key) => !(key in (operation.request?.properties ?? {})));
  violations.push(...unknownKeys.map((key) => `body ${key}: unknown`));
  return [...violations, ...mismatches(operation.request, body).map((issue) => `body: ${issue}`)];
}

/** Checks an answer of the double, so that our tests can't believe in a GitHub that does not exist. */
export function responseViolations({ operation }: Match, status: number, body: unknown): string[] {
  const described = operation.responses[String(status)];
  if (described === null) return body === null ? [] : [`response ${status}: no body expected`];
  const schema = described ?? (status >= 400 ? contract.schemas['basic-error'] : undefined);
  if (!schema) return [`response ${status}: not described`];
  return mismatches(schema, body).map((issue) => `response ${status}: ${issue}`);
}

function coerce(schema: Schema, text: string): unknown {
  return schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
}
