/**
 * Types of one's own in DECLARE. The parser knows no catalogs and takes each for a row's, which may stand in fewer places (in a
 * list after INTO, in FOR): so those that are none are read as text, and given back to their variables. Pure.
 */
import type { PlpgsqlBody } from './body.js';
import type { KnownName } from './model.js';
import { masked } from './text.js';

export interface DeclaredBody {
  definition: string;
  /** Of variables, by their names. */
  types: ReadonlyMap<string, string>;
}

const NAME = String.raw`(?:"(?:[^"]|"")+"|[a-z_][\w$]*)`;
const DECLARED = new RegExp(
  String.raw`(^|[;\s])(${NAME})(\s+(?:constant\s+)?)((?:${NAME}\s*\.\s*)?(${NAME}))((?:\s*\[\s*\])*)(?=\s*(?:;|:=|=|default\b|not\s+null\b))`,
  'gi',
);

/** The parser takes a field of `x t` for one, and not of `x t%ROWTYPE`: both are the same (manual, PL/pgSQL, Row Types). */
const ROWTYPE = /%rowtype\b/gi;

export function withPlainTypes(
  { definition: written, body }: { definition: string; body: string },
  names: readonly KnownName[],
): DeclaredBody {
  const definition = written.replace(ROWTYPE, (all) => ' '.repeat(all.length));
  const start = Math.max(written.lastIndexOf(body), 0);
  const lists = declarations(masked(definition.slice(start))).map(([from, to]) => [start + from, start + to] as const);
  const rows = new Set(names.flatMap(({ kind, name }) => (kind === 'relation' ? [name] : [])));
  const own = new Set(names.flatMap(({ kind, name }) => (kind === 'type' && !rows.has(name) ? [name] : [])));
  const types = new Map<string, string>();
  if (own.size === 0) return { definition, types };
  const text = definition.replace(DECLARED, (all, ...found: unknown[]) => {
    const [before = '', variable = '', between = '', type = '', last = '', array = ''] = found as string[];
    const at = Number(found[6]);
    // A column may be called as a type, and be compared.
    const isDeclared = lists.some(([from, to]) => from <= at && at < to);
    if (!isDeclared || !own.has(bareName(last))) return all;
    types.set(bareName(variable), `${type}${array}`);
    return `${before}${variable}${between}text${array}`;
  });
  return { definition: text, types };
}

/** Where DECLARE lists variables: from the word to the BEGIN after it. */
function declarations(body: string): [number, number][] {
  return [...body.matchAll(/\bdeclare\b/gi)].map(({ index }): [number, number] => {
    const begin = /\bbegin\b/i.exec(body.slice(index));
    return [index, begin ? index + begin.index : body.length];
  });
}

/** The variables with the types that they were declared with. */
export function withTypes(body: PlpgsqlBody | undefined, types: DeclaredBody['types']): PlpgsqlBody | undefined {
  if (body === undefined || types.size === 0) return body;
  const variables = body.variables.map(({ name, type }) => ({
    name,
    type: /^text(?:\[\])*$/i.test(type) ? (types.get(name) ?? type) : type,
  }));
  return { ...body, variables };
}

function bareName(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
