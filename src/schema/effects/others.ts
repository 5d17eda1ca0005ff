/** Objects that hang on a table or a function, or stand beside them: triggers, policies, rules, statistics, operators, … */
import type { DefElem, Node } from '@pgsql/types';
import { nodeOf, relationName } from '../../sql/ast.js';
import { chosenIndexName } from '../chosen-names.js';
import type { ObjectKind } from '../kinds.js';
import { functionKey, needsIn, typeNeed } from '../needs.js';
import { type DropKey, fullName } from '../objects.js';
import { type ColumnType, columnType, typeIdentity } from '../types.js';
import { ownNeeds } from './columns.js';
import { castName, operatorName } from './drop.js';
import { creates, dotted, type Effect, ofTable } from './effect.js';

export const OTHERS: Record<string, (node: Node) => Effect[]> = {
  CreateTrigStmt: (node) => {
    const trigger = nodeOf(node, 'CreateTrigStmt');
    const table = relationName(trigger?.relation);
    const called = dotted(trigger?.funcname);
    if (!table) return [];
    // A trigger's function takes no arguments.
    const own = called ? [functionKey(`${fullName(called)}()`)] : [];
    const columns = (trigger?.columns ?? []).flatMap((item) => nodeOf(item, 'String')?.sval ?? []);
    const needs = [
      ...own,
      ...columns.map((column) => `${fullName(table)}.${column}`),
      ...ownNeeds(table, trigger?.whenClause),
    ];
    return ofTable(
      'create',
      'trigger',
      { table, name: trigger?.trigname },
      { conditional: trigger?.replace ?? false, needs },
    );
  },
  CreatePolicyStmt: (node) => {
    const policy = nodeOf(node, 'CreatePolicyStmt');
    const table = relationName(policy?.table);
    const needs = table ? ownNeeds(table, policy?.qual, policy?.with_check) : [];
    const facts = policy?.permissive ? {} : { restrictive: true as const };
    return ofTable('create', 'policy', { table, name: policy?.policy_name }, { needs, facts });
  },
  RuleStmt: (node) => {
    const rule = nodeOf(node, 'RuleStmt');
    const needs = [...needsIn(rule?.actions), ...needsIn(rule?.whereClause)];
    const of = { table: relationName(rule?.relation), name: rule?.rulename };
    return ofTable('create', 'rule', of, { conditional: rule?.replace ?? false, needs });
  },
  CreateStatsStmt: (node) => {
    const statistics = nodeOf(node, 'CreateStatsStmt');
    const table = relationName(nodeOf(statistics?.relations?.[0], 'RangeVar'));
    const elements = (statistics?.exprs ?? []).flatMap((item) => nodeOf(item, 'StatsElem') ?? []);
    const columns = table ? elements.flatMap(({ name }) => (name ? [`${fullName(table)}.${name}`] : [])) : [];
    const goesWith = table ? [fullName(table), ...columns] : [];
    const needs = table ? ownNeeds(table, ...elements.map(({ expr }) => expr)) : [];
    const chosen = table && {
      ...table,
      name: chosenIndexName(table.name, elements, 'stat'),
    };
    const named = dotted(statistics?.defnames);
    return creates('statistics object', named ?? chosen, statistics?.if_not_exists, { goesWith, needs }).map(
      (effect) => (named ? effect : { ...effect, nameIsChosen: true as const }),
    );
  },
  CreatePublicationStmt: (node) => plain('publication', nodeOf(node, 'CreatePublicationStmt')?.pubname),
  CreateEventTrigStmt: (node) => {
    const trigger = nodeOf(node, 'CreateEventTrigStmt');
    const called = dotted(trigger?.funcname);
    return plain('event trigger', trigger?.trigname, called ? [functionKey(`${fullName(called)}()`)] : []);
  },
  CreateFdwStmt: (node) => plain('foreign-data wrapper', nodeOf(node, 'CreateFdwStmt')?.fdwname),
  CreateForeignServerStmt: (node) => {
    const server = nodeOf(node, 'CreateForeignServerStmt');
    const needs = server?.fdwname ? [`foreign-data wrapper ${server.fdwname}`] : [];
    return plain('server', server?.servername, needs, server?.if_not_exists);
  },
  CreateCastStmt: (node) => {
    const { sourcetype, targettype, func } = nodeOf(node, 'CreateCastStmt') ?? {};
    const types = [columnType(sourcetype), columnType(targettype)];
    const called = dotted(func?.objname);
    const needs = [
      ...types.flatMap((type) => typeNeed(type) ?? []),
      ...(called ? [functionKey(fullName(called))] : []),
    ];
    return plain('cast', castName(types[0], types[1]), needs);
  },
  DefineStmt: (node) => {
    const define = nodeOf(node, 'DefineStmt');
    const name = dotted(define?.defnames);
    if (!define || !name) return [];
    if (define.kind === 'OBJECT_COLLATION') return creates('collation', name, define.if_not_exists);
    if (define.kind === 'OBJECT_TSCONFIGURATION') return creates('text search configuration', name);
    if (define.kind === 'OBJECT_TSDICTIONARY') return creates('text search dictionary', name);
    const definition = (define.definition ?? []).flatMap((item) => nodeOf(item, 'DefElem') ?? []);
    if (define.kind === 'OBJECT_AGGREGATE') return aggregate(fullName(name), define.args, definition);
    return define.kind === 'OBJECT_OPERATOR' ? operator(fullName(name), definition) : [];
  },
};

function plain(
  kind: ObjectKind,
  name: string | undefined,
  needs: readonly DropKey[] = [],
  conditional = false,
): Effect[] {
  return name ? [{ change: 'create', object: { kind, name, needs }, conditional }] : [];
}

/** The new way to write one has its arguments in a list of two: them, and how many are direct. */
function aggregate(name: string, args: Node[] | undefined, definition: DefElem[]): Effect[] {
  const given = nodeOf(args?.[0], 'List')?.items ?? [];
  const types = given.map((item) => columnType(nodeOf(item, 'FunctionParameter')?.argType));
  const called = [
    'sfunc',
    'finalfunc',
    'combinefunc',
    'msfunc',
    'minvfunc',
    'mfinalfunc',
    'serialfunc',
    'deserialfunc',
  ];
  const facts = { volatility: 'immutable' as const, arguments: types.map(typeIdentity) };
  const needs = [...calls(definition, called), ...types.flatMap((type) => typeNeed(type) ?? [])];
  return [{ change: 'create', object: { kind: 'function', name, needs, facts }, conditional: false }];
}

function operator(name: string, definition: DefElem[]): Effect[] {
  const typeOf = (side: string) => {
    const option = definition.find(({ defname }) => defname === side);
    return option && columnType(nodeOf(option.arg, 'TypeName'));
  };
  const types = [typeOf('leftarg'), typeOf('rightarg')].filter((type): type is ColumnType => type !== undefined);
  const needs = [...calls(definition, ['function', 'procedure']), ...types.flatMap((type) => typeNeed(type) ?? [])];
  return plain('operator', operatorName(name, types), needs);
}

/** The functions that a definition's options name. */
function calls(definition: DefElem[], options: readonly string[]): DropKey[] {
  return definition.flatMap(({ defname = '', arg }) => {
    const names = options.includes(defname) ? nodeOf(arg, 'TypeName')?.names : undefined;
    const called = dotted(names);
    return called ? [functionKey(fullName(called))] : [];
  });
}
