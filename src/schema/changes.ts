/** What ALTER, DROP and RENAME do to what a layer knows. */
import type { Effect } from './effects/index.js';
import { goesUnderCascade } from './going.js';
import type { KnownObject } from './known.js';
import type { Layer } from './layer.js';
import { mentioning, mentionsRenamed } from './mentions.js';
import { keysOf, needsOf, needsOfDefault, renamedKeys } from './needs.js';
import { lastName, type SchemaObject } from './objects.js';
import { constraintOf, diesWith, moved, RELATIONS, tableOf, uses, withColumn, withTable } from './parts.js';
import { type Definition, PARENT } from './parts-of-definitions.js';

/** Facts of an object that was unknown so far belong to one that was there before. */
export function alter(layer: Layer, { facts, goesWith, needs, ...object }: Effect['object'], clears?: string): void {
  const known = layer.get({ ...object, ...(facts && { facts }) });
  if (known === undefined) return;
  const ties = { ...(goesWith && { goesWith }), ...(needs && { needs }) };
  const { definition } = (facts ?? {}) as KnownObject['facts'] & object;
  const merged = definition && { definition: { ...without(known.facts?.definition, clears), ...definition } };
  const { grants } = (facts ?? {}) as KnownObject['facts'] & object;
  const granted = grants && { grants: [...(known.facts?.grants ?? []), ...grants] };
  layer.add({ ...known, ...ties, facts: { ...known.facts, ...facts, ...merged, ...granted } } as KnownObject);
}

function without(definition: Definition = {}, clears?: string): Definition {
  if (clears === undefined) return definition;
  return Object.fromEntries(Object.entries(definition).filter(([part]) => !part.startsWith(clears)));
}

/** With all that goes along, and what goes with that. */
export function drop(layer: Layer, object: SchemaObject, cascade: boolean): void {
  const waiting: SchemaObject[] = [layer.get(object) ?? object];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const gone = [...dependents(layer, one), ...tied(layer, one, cascade)];
    layer.set(one, null);
    if (one.kind === 'table') namedIn(layer, `table ${one.name}`, undefined);
    for (const dependent of gone) {
      layer.set(dependent, null);
      waiting.push(dependent);
    }
    if (cascade) forgetDefaults(layer, one);
  }
}

/** What goes with it by itself though it belongs to no table, and under CASCADE what needs it. */
function tied(layer: Layer, object: SchemaObject, cascade: boolean): KnownObject[] {
  const keys = keysOf(object);
  const own = keys.flatMap((key) => layer.under(key).filter(({ goesWith }) => goesWith?.includes(key)));
  if (!cascade) return own;
  const needy = keys.flatMap((key) => layer.under(key).filter((known) => needsOf(known).includes(key)));
  return [...own, ...needy, ...goesUnderCascade(object, layer)];
}

function forgetDefaults(layer: Layer, object: SchemaObject): void {
  for (const key of keysOf(object)) {
    for (const column of layer.under(key)) {
      if (!needsOfDefault(column).includes(key)) continue;
      layer.add({ ...column, facts: { ...column.facts, default: undefined } } as KnownObject);
    }
  }
}

/** A rename makes nothing new: what has it keeps its origin, and what was unknown was there before. */
export function rename(layer: Layer, was: SchemaObject, object: Effect['object']): KnownObject {
  const known = layer.get(was);
  const tied = tiedTo(layer, known ?? was);
  const own = dependents(layer, was);
  const inside = was.kind === 'column' && was.table !== undefined ? layer.related(was.table) : [];
  const outside = layer.related(was.name);
  layer.set(known ?? was, null);
  const origin = known?.origin ?? 'baseline';
  const partial = known === undefined && { partial: true as const };
  const facts = { ...known?.facts, ...object.facts };
  const renamed = { ...known, ...partial, ...object, facts, ...tableOf(known, was, object), origin } as KnownObject;
  layer.add(renamed);
  for (const part of inside) layer.add(withColumn(part, lastName(was.name), lastName(object.name)));
  for (const dependent of own) {
    if (was.kind === 'column') break;
    // What only refers to it stays where it is: a foreign key of another table.
    if (constraintOf(dependent) && was.kind !== 'schema' && dependent.table !== was.name) continue;
    const name = moved(dependent.name, was, object);
    layer.set(dependent, null);
    layer.add(withTable({ ...dependent, name, ...tableOf(dependent, was, object) }, was.name, object.name));
  }
  for (const other of outside) {
    const current = layer.get(other);
    if (current) layer.add(withTable(current, was.name, object.name));
  }
  for (const other of mentioning(was).flatMap((kind) => layer.every(kind))) {
    const facts = mentionsRenamed(other, was, object as SchemaObject);
    if (facts) layer.add({ ...other, facts } as KnownObject);
  }
  if (was.kind === 'table') namedIn(layer, `table ${was.name}`, `table ${object.name}`);
  for (const other of tied) retie(layer, other, was, object as SchemaObject);
  return renamed;
}

/** All that has the object's name, or one inside it, among its ties. */
function tiedTo(layer: Layer, object: SchemaObject): KnownObject[] {
  const inside =
    object.kind === 'schema'
      ? dependents(layer, object)
      : RELATIONS.some((kind) => kind === object.kind)
        ? layer.partsOf(object.name, 'column')
        : [];
  const keys = [object, ...inside].flatMap(keysOf);
  return [...new Set(keys.flatMap((key) => layer.under(key)))];
}

/** Publications go on without a table, or with its new name. */
function namedIn(layer: Layer, part: string, renamed: string | undefined): void {
  for (const publication of layer.every('publication')) {
    const { [part]: value, ...definition } = publication.facts?.definition ?? {};
    if (value === undefined) continue;
    const moved = renamed === undefined ? definition : { ...definition, [renamed]: value };
    layer.add({ ...publication, facts: { ...publication.facts, definition: moved } });
  }
}

function retie(layer: Layer, other: KnownObject, was: SchemaObject, object: SchemaObject): void {
  const current = layer.get(other);
  if (current?.needs === undefined && current?.goesWith === undefined) return;
  const { needs = [], goesWith = [] } = current;
  const renamed = [needs, goesWith].map((keys) => renamedKeys(keys, was.name, object.name));
  if (renamed[0] === needs && renamed[1] === goesWith) return;
  const { [PARENT + was.name]: parent, ...definition } = current.facts?.definition ?? {};
  const facts = parent !== undefined && {
    facts: { ...current.facts, definition: { ...definition, [PARENT + object.name]: parent } },
  };
  layer.add({ ...current, ...facts, needs: renamed[0] ?? [], goesWith: renamed[1] ?? [] } as KnownObject);
}

/** What goes when the object goes. */
function dependents(layer: Layer, object: SchemaObject): KnownObject[] {
  if (object.kind === 'schema') return layer.all().filter((known) => diesWith(known, object));
  if (object.kind === 'column' && object.table !== undefined) {
    const column = lastName(object.name);
    return layer.related(object.table).filter((known) => known.table === object.table && uses(known, column));
  }
  if (object.kind === 'constraint' && object.table !== undefined) {
    const name = lastName(object.name);
    return layer.partsOf(object.table, 'index').filter(({ facts }) => facts?.constraint === name);
  }
  return layer.related(object.name).filter((known) => diesWith(known, object));
}
