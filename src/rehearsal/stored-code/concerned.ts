/** Which functions a change may concern: they, or their triggers' tables, have a name that the change speaks of. Pure. */
import type { Statement } from '../../model.js';
import { nodeOf } from '../../sql/ast.js';
import { runsCode } from '../run/hazards/unwritten.js';
import type { KnownName, StoredCode, StoredFunction } from './model.js';
import { wordsOf } from './text.js';

/** More are not tried: the report says so. */
export const MOST_FUNCTIONS = 400;

export interface Concerned {
  functions: StoredFunction[];
  /** So many more were left out. */
  left: number;
}

/** By what the change's text names; all, where it runs code that may make up names, or is about what no code names. */
export function concernedBy(statements: readonly Statement[], code: StoredCode): Concerned {
  const text = statements.map(({ sql }) => sql).join('\n');
  const words = wordsOf(text);
  const spoken = code.names.filter(({ kind, name }) => (kind === 'operator' ? text.includes(name) : words.has(name)));
  return among(code, spoken, statements.some(runsCode) || statements.some(isAboutUnnamed));
}

/** Nobody names a cast, and code names what an extension brings, not the extension. */
function isAboutUnnamed({ node }: Statement): boolean {
  const { removeType = '' } = nodeOf(node, 'DropStmt') ?? {};
  const moved = nodeOf(node, 'AlterObjectSchemaStmt')?.objectType;
  return (
    nodeOf(node, 'CreateCastStmt') !== undefined ||
    /^OBJECT_(?:CAST|EXTENSION)$/.test(removeType) ||
    nodeOf(node, 'AlterExtensionStmt') !== undefined ||
    moved === 'OBJECT_EXTENSION'
  );
}

/** By what is no longer called so, or is called so only now. */
export function concernedByNames(code: StoredCode, names: readonly KnownName[]): Concerned {
  return among(code, names, false);
}

const WEAK = new Set(['column', 'operator']);

function among({ functions, triggers }: StoredCode, spoken: readonly KnownName[], all: boolean): Concerned {
  // No code names an index: ON CONFLICT finds it by its table.
  const strong = new Set(
    spoken.flatMap(({ kind, name, of }) => (WEAK.has(kind) ? [] : [kind === 'index' ? of : name])),
  );
  const operators = spoken.flatMap(({ kind, name }) => (kind === 'operator' ? [name] : []));
  const columns = new Set(spoken.flatMap(({ kind, name }) => (kind === 'column' ? [name] : [])));
  const fired = new Set(triggers.flatMap((one) => (strong.has(one.table) ? [one.function] : [])));
  const ranked = [...functions.values()].flatMap((one) => {
    const words = wordsOf(`${one.name} ${one.body} ${one.identity} ${one.returns} ${one.settings.join(' ')}`);
    const isUsed = operators.some((name) => one.body.includes(name));
    const rank = isUsed || fired.has(one.oid) || meets(words, strong) ? 0 : meets(words, columns) ? 1 : 2;
    return rank < 2 || all ? [{ one, rank }] : [];
  });
  const inOrder = ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
  return { functions: inOrder.slice(0, MOST_FUNCTIONS), left: Math.max(inOrder.length - MOST_FUNCTIONS, 0) };
}

function meets(words: ReadonlySet<string>, names: ReadonlySet<string>): boolean {
  for (const name of names) if (words.has(name)) return true;
  return false;
}
