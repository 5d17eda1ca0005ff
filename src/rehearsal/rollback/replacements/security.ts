/** Row security, policies, triggers and rules that the new table or view lacks. Pure. */
import { type Entry, listOf, textOf } from '../../snapshot/entry.js';
import { relationSql, sqlName } from '../../snapshot/names.js';
import { commentSql, createPolicy, createTrigger, setTrigger, standsOn, unnamed } from './definitions.js';
import { type Loss, type LostItem, lossOf, type Pair } from './loss.js';

export function lostRowSecurity({ before, after }: Pair): Loss[] {
  const alter = `ALTER TABLE ${relationSql(after.parts)}`;
  const lacks = (name: string) => before.attributes[name] === true && after.attributes[name] === undefined;
  return lossOf('row security', true, [
    ...(lacks('row security') ? [{ words: 'enabled', sql: `${alter} ENABLE ROW LEVEL SECURITY;` }] : []),
    ...(lacks('row security forced') ? [{ words: 'forced', sql: `${alter} FORCE ROW LEVEL SECURITY;` }] : []),
  ]);
}

/** What policies hid, a view shows to all that may read it, unless it asks with the reader's rights. */
export function shownRows({ before, after }: Pair): Loss[] {
  const invoker = listOf(after.attributes, 'with').some((option) =>
    /^security_invoker=(?:true|on|yes|1)$/.test(option),
  );
  if (before.attributes['row security'] !== true || after.kind !== 'view' || invoker) return [];
  const sql = `ALTER VIEW ${relationSql(after.parts)} SET (security_invoker = true);`;
  return lossOf('row security', true, [{ words: 'it shows the rows that policies hide', sql }]);
}

export function lostPolicies({ after, was, is, isNamed }: Pair): Loss[] {
  const now = is.of('policy');
  const content = ({ attributes }: Entry) => JSON.stringify(attributes);
  const items = was.of('policy').flatMap((policy): LostItem[] => {
    if (now.some((one) => content(one) === content(policy)) || !standsOn(policy, is)) return [];
    const twin = now.find(({ parts }) => parts.at(-1) === policy.parts.at(-1));
    if (twin !== undefined) return weakened(policy, twin, after);
    if (isNamed(policy)) return [];
    return [{ words: nameOf(policy), sql: createPolicy(policy, after) + commentSql(policy, was) }];
  });
  return lossOf('policies', true, items);
}

/** A policy that was dropped and made again, and lets more through than before. Its expressions are the change's own. */
export function weakened(before: Entry, after: Entry, table: Pick<Entry, 'parts'> = tableOf(after)): LostItem[] {
  const was = before.attributes;
  const is = after.attributes;
  const isPublic = (attributes: Entry['attributes']) => listOf(attributes, 'to').includes('public');
  const told: [boolean, string, Partial<Record<string, Entry['attributes'][string] | undefined>>][] = [
    [isPublic(is) && !isPublic(was), 'it holds for PUBLIC', { to: was.to }],
    [was.restrictive === true && is.restrictive === undefined, 'it is no longer restrictive', { restrictive: true }],
    [was.for !== '*' && is.for === '*', 'it holds for all commands', { for: was.for }],
    [was.using !== undefined && is.using === undefined && is.for !== 'a', 'USING is gone', { using: was.using }],
    [lacksCheck(was, is), 'WITH CHECK is gone', { 'with check': was['with check'] }],
  ];
  const weak = told.filter(([holds]) => holds);
  if (weak.length === 0) return [];
  const back = Object.assign({ ...is }, ...weak.map(([, , attributes]) => attributes)) as Entry['attributes'];
  const commands = back.for === 'r' || back.for === 'd' ? { ...back, 'with check': undefined } : back;
  const policy = { parts: after.parts, attributes: commands as Entry['attributes'] };
  const drop = `DROP POLICY ${sqlName(after.parts.at(-1) ?? '')} ON ${relationSql(table.parts)};`;
  const words = `${nameOf(before)} (${weak.map(([, text]) => text).join(', ')})`;
  return [{ words, sql: `${drop}\n${createPolicy(policy, table)}` }];
}

/** A policy for reads or deletes can't have one. */
function lacksCheck(was: Entry['attributes'], is: Entry['attributes']): boolean {
  return was['with check'] !== undefined && is['with check'] === undefined && is.for !== 'r' && is.for !== 'd';
}

function tableOf({ tableParts }: Entry): Pick<Entry, 'parts'> {
  return { parts: tableParts ?? [] };
}

function nameOf({ kind, parts, facts }: Entry): string {
  return kind === 'rule' ? String(facts.name) : (parts.at(-1) ?? '');
}

/** Triggers and rules, by their names or by what they do; and whether they fire. */
export function lostTriggers({ after, was, is, isNamed }: Pair): Loss[] {
  const gone: LostItem[] = [];
  const asleep: LostItem[] = [];
  const otherwise: LostItem[] = [];
  for (const one of [...was.of('trigger'), ...was.of('rule')]) {
    if (!standsOn(one, is)) continue;
    const words = `${one.kind} ${nameOf(one)}`;
    const twin = twinOf(one, is.of(one.kind));
    if (twin === undefined) {
      if (isNamed(one)) continue;
      const create =
        one.kind === 'trigger'
          ? createTrigger(one, after)
          : [textOf(one, 'definition'), ...ruleState(one, after)].join('\n');
      gone.push({ words, sql: create + commentSql(one, was) });
    } else if (twin.attributes.enabled !== one.attributes.enabled) {
      const state = { ...twin, attributes: { ...twin.attributes, enabled: one.attributes.enabled ?? 'O' } };
      const lost = { words: `${words} ${FIRES[String(one.attributes.enabled)]}`, sql: setTrigger(state, after) };
      (twin.attributes.enabled === 'D' ? asleep : otherwise).push(lost);
    }
  }
  return [
    ...lossOf('triggers and rules', true, gone),
    ...lossOf('triggers that fire', true, asleep),
    ...lossOf('when triggers fire', false, otherwise),
  ];
}

function ruleState(rule: Entry, table: Entry): string[] {
  return rule.attributes.enabled === 'O' ? [] : [setTrigger(rule, table)];
}

const FIRES: Record<string, string> = {
  O: 'was enabled',
  D: 'was disabled',
  A: 'fired always',
  R: 'fired on replicas only',
};

function twinOf(one: Entry, others: readonly Entry[]): Entry | undefined {
  const content = (entry: Entry) => unnamed(textOf(entry, 'definition') ?? '');
  return (
    others.find((other) => nameOf(other) === nameOf(one)) ?? others.find((other) => content(other) === content(one))
  );
}
