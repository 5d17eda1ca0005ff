/** A migration that needs what a later one of the same change makes: it applies in another order only. Pure. */
import type { Migration, Script } from '../../model.js';
import { effectsOf } from '../../schema/effects/index.js';
import { lastName, shortName } from '../../schema/objects.js';
import type { Observation } from '../../verdict/observation.js';

/** Undefined table, object, function, schema, column. */
const UNDEFINED = new Set(['42P01', '42704', '42883', '3F000', '42703']);
const NAMED = /: (?:relation|type|schema|function|column) "?([^"(]+)/;

/** The observation, and where what it misses is made, if that is in a `later` migration. */
export function withMaker(observation: Observation, later: readonly Migration<Script>[]): Observation {
  const { finding, facts } = observation;
  const [fact] = facts;
  const missing =
    fact.kind === 'refused' && UNDEFINED.has(fact.sqlstate) ? NAMED.exec(finding.proof ?? '')?.[1] : undefined;
  if (finding.rule !== 'migration-fails' || missing === undefined) return observation;
  for (const { up } of later) {
    for (const { node, location } of up.statements) {
      const made = effectsOf(node).find(
        ({ change, object }) => change === 'create' && lastName(object.name) === lastName(missing),
      );
      if (made === undefined) continue;
      const { kind, name } = made.object;
      const help = `The ${kind} ${shortName(name)} is made in ${location.path}:${location.line}, which is applied after this: change the order, or make it here.`;
      return { ...observation, finding: { ...finding, help } };
    }
  }
  return observation;
}
