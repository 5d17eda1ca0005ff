/** The least object that GitHub's schema accepts, with what a test cares about laid over it. */
import { contract, type Schema } from './contract.js';

type Json = Record<string, unknown>;

export function sample(name: string, overrides: Json = {}): Json {
  const schema = contract.schemas[name];
  if (!schema) throw new Error(`The contract holds no schema "${name}"`);
  return { ...(leastOf(schema) as Json), ...overrides };
}

function leastOf(schema: Schema): unknown {
  if (schema.$ref) return leastOf(contract.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return options.some(isNull) ? null : leastOf(options[0] ?? {});
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(leastOf));
  if (isNull(schema)) return null;
  if (schema.enum) return schema.enum[0];
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'integer':
    case 'number':
      return 1;
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'string':
      return stringOf(schema.format);
    default:
      return objectOf(schema);
  }
}

function objectOf({ properties = {}, required = [] }: Schema): Json {
  return Object.fromEntries(required.map((key) => [key, leastOf(properties[key] ?? {})]));
}

function stringOf(format: string | undefined): string {
  if (format === 'uri') return 'https://github.test/';
  if (format === 'date-time') return '2026-11-22T12:00:00Z';
  return 'text';
}

function isNull(schema: Schema): boolean {
  return schema.type === 'null' || (Array.isArray(schema.type) && schema.type.includes('null'));
}
