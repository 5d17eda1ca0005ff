/** The statement that broke code: by what each was seen to take away, add or give another type, else by what its text says. Pure. */
import type { Script, Statement } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName } from '../../schema/objects.js';
import { nodeOf } from '../../sql/ast.js';
import type { Ran } from '../run/trace/timeline.js';
import type { BrokenCode } from './judge.js';
import type { StoredFunction, StoredTrigger } from './model.js';
import { wordsOf } from './text.js';

/** What an error is about. */
type Missed = Pick<BrokenCode, 'routine' | 'message' | 'fresh'> &
  Partial<Pick<BrokenCode, 'sqlstate'>> & { trial: Pick<BrokenCode['trial'], 'text'> };

/** What a statement was seen to do. */
type SeenDeeds = Pick<Ran['deeds'], 'vanished'> & Pick<Ran['report'], 'objects'>;

/** For code of the change's own, the statement that makes it; else the one that speaks of what Postgres missed. */
export function culprit(
  { up, ran }: { up: Script; ran: readonly Ran[] },
  { routine, trial, message, fresh, sqlstate = '' }: Missed,
  its: readonly StoredTrigger[],
): Statement | undefined {
  if (fresh) {
    const made = up.statements.findLast(({ node }) =>
      effectsOf(node).some(({ change, object }) => change === 'create' && makes(object, routine, its)),
    );
    if (made) return made;
  }
  const missed = namesIn(message);
  const around = new Set([...wordsOf(trial.text), ...its.map(({ table }) => table)]);
  const seen = new Map(ran.map(({ statement, deeds, report }) => [statement, { ...deeds, objects: report.objects }]));
  const scored = up.statements.map((statement) => ({
    statement,
    score:
      scoreOf(statement, missed, around) +
      16 * didIt(sqlstate, statement, { missed, around, seen: seen.get(statement) }),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best > 0 ? scored.find(({ score }) => score === best)?.statement : up.statements[0];
}

/** Operands, values or rows are no longer of the type that fits. */
const OF_TYPE = new Set(['42883', '42804', '42846', '42P13', '42725', '42P18']);
/** A new column gets between: its name is a variable's, or the row is longer. */
const OF_MORE = new Set(['42702', '42601', '42P13', '42804', '428C9']);
/** What is missed is there, and is what it shouldn't be. */
const OF_WHAT_IS_THERE = new Set(['42702', '428C9']);

/** 2 where what it was seen to do is what Postgres missed, 1 where it may be. */
function didIt(
  sqlstate: string,
  { node }: Statement,
  { missed, around, seen }: { missed: ReadonlySet<string>; around: ReadonlySet<string>; seen: SeenDeeds | undefined },
): number {
  const { vanished = [], objects = [] } = seen ?? {};
  if (!OF_WHAT_IS_THERE.has(sqlstate) && vanished.some(({ name }) => missed.has(lastName(name)))) return 2;
  const isAround = (name: string) => name.split('.').some((part) => around.has(part.replaceAll('"', '')));
  const columns = objects.filter(({ kind, name }) => kind === 'column' && isAround(name));
  const retypes = (nodeOf(node, 'AlterTableStmt')?.cmds ?? []).some((one) =>
    /^AT_(?:AlterColumnType|AddAttribute|DropAttribute)$/.test(nodeOf(one, 'AlterTableCmd')?.subtype ?? ''),
  );
  if (OF_TYPE.has(sqlstate) && retypes && (columns.length > 0 || objects.length === 0)) return 2;
  if (OF_MORE.has(sqlstate) && columns.some(({ change }) => change === 'extra')) {
    return columns.some(({ name }) => missed.has(lastName(name))) ? 2 : 1;
  }
  const isUnique = objects.some(({ change, kind }) => change === 'missing' && /^(?:index|constraint)$/.test(kind));
  return sqlstate === '42P10' && isUnique ? 1 : 0;
}

/** The names that an error is about, without those of the trigger's row. */
function namesIn(message: string): Set<string> {
  const said = [...message.matchAll(/"([^"]+)"|\b(?:column|function|relation|type|enum) ([^\s"(:]+)/g)];
  const names = said.flatMap(([, quoted, plain = '']) =>
    quoted === undefined ? plain.split('.') : [quoted, ...quoted.split('.')],
  );
  return new Set(names.filter((name) => !/^(?:|new|old)$/.test(name)));
}

function makes(
  object: { kind: string; name: string },
  { name }: StoredFunction,
  its: readonly StoredTrigger[],
): boolean {
  if (object.kind === 'function') return lastName(object.name) === name;
  return object.kind === 'trigger' && its.some((one) => one.name === lastName(object.name));
}

/** What it drops, renames or alters counts most. */
function scoreOf({ node, sql }: Statement, missed: ReadonlySet<string>, around: ReadonlySet<string>): number {
  const effects = effectsOf(node);
  const changed = effects.flatMap(({ object, was }) => [lastName(object.name), ...(was ? [lastName(was.name)] : [])]);
  const words = wordsOf(sql);
  const ofAll = (names: Iterable<string>, among: ReadonlySet<string>) =>
    [...names].filter((name) => among.has(name)).length;
  const away = effects.some(({ change, was }) => change === 'drop' || was !== undefined) ? 1 : 0;
  return (
    8 * ofAll(new Set(changed), missed) +
    4 * ofAll(words, missed) +
    2 * ofAll(new Set(changed), around) +
    (ofAll(words, around) > 0 ? 1 : 0) +
    away
  );
}
