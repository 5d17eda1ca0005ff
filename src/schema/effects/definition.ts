/** What a statement that creates an object says of it, as far as the replay only compares it. */
import type { DefElem, Node } from '@pgsql/types';
import { nodeOf, relationName } from '../../sql/ast.js';
import { fullName } from '../objects.js';
import { type Definition, PARENT } from '../parts-of-definitions.js';
import { columnType, typeText } from '../types.js';
import { viewFacts } from './view.js';

/** Of the object that the statement creates; undefined where it creates none that has such parts. */
export function definitionOf(node: Node): Definition | undefined {
  const [tag = ''] = Object.keys(node);
  return CREATED[tag]?.(node);
}

const CREATED: Record<string, (node: Node) => Definition> = {
  CreateStmt: (node) => {
    const { options, inhRelations = [], partbound } = nodeOf(node, 'CreateStmt') ?? {};
    const parents = partbound ? [] : inhRelations.flatMap((item) => relationName(nodeOf(item, 'RangeVar')) ?? []);
    return {
      ...optionsOf(options, 'with'),
      ...Object.fromEntries(parents.map((parent) => [PARENT + fullName(parent), true])),
    };
  },
  IndexStmt: (node) => {
    const { indexParams, indexIncludingParams, whereClause, options, ...index } = nodeOf(node, 'IndexStmt') ?? {};
    return {
      keys: indexParams,
      'included columns': indexIncludingParams,
      predicate: whereClause,
      unique: index.unique,
      method: index.accessMethod === 'btree' ? undefined : index.accessMethod,
      'nulls not distinct': index.nulls_not_distinct,
      tablespace: index.tableSpace,
      ...optionsOf(options, 'with'),
    };
  },
  CreateTrigStmt: (node) => {
    const { replace: _, trigname: __, relation: ___, ...definition } = nodeOf(node, 'CreateTrigStmt') ?? {};
    const { timing, events, columns, row } = definition;
    return { definition, timing, events, 'number of columns': columns?.length, row };
  },
  CreatePolicyStmt: (node) => {
    const { cmd_name: command, permissive, roles, qual, with_check: check } = nodeOf(node, 'CreatePolicyStmt') ?? {};
    return {
      for: command === 'all' ? undefined : command,
      permissive,
      to: rolesOf(roles),
      using: qual,
      'with check': check,
    };
  },
  RuleStmt: (node) => {
    const { replace: _, rulename: __, relation: ___, ...definition } = nodeOf(node, 'RuleStmt') ?? {};
    return { definition, event: definition.event, instead: definition.instead };
  },
  ViewStmt: (node) => {
    const { query, options, aliases = [], withCheckOption: check } = nodeOf(node, 'ViewStmt') ?? {};
    return {
      query,
      ...optionsOf(options, 'with'),
      'column names': unknownNames(query, aliases),
      'check option': check === 'NO_CHECK_OPTION' ? undefined : check,
    };
  },
  CreateTableAsStmt: (node) => {
    const { query, objtype, into } = nodeOf(node, 'CreateTableAsStmt') ?? {};
    if (objtype !== 'OBJECT_MATVIEW') return {};
    return { query, ...optionsOf(into?.options, 'with'), 'column names': unknownNames(query, into?.colNames) };
  },
  CreateSeqStmt: (node) => sequenceOptions(nodeOf(node, 'CreateSeqStmt')?.options),
  CreateEnumStmt: (node) => ({
    labels: (nodeOf(node, 'CreateEnumStmt')?.vals ?? []).map((label) => nodeOf(label, 'String')?.sval).join("', '"),
  }),
  CompositeTypeStmt: (node) =>
    Object.fromEntries(
      (nodeOf(node, 'CompositeTypeStmt')?.coldeflist ?? []).map((item) => {
        const { colname, typeName } = nodeOf(item, 'ColumnDef') ?? {};
        const type = columnType(typeName);
        return [`attribute ${colname}`, type && typeText(type)];
      }),
    ),
  CreateDomainStmt: (node) => {
    const all = (nodeOf(node, 'CreateDomainStmt')?.constraints ?? []).flatMap((it) => nodeOf(it, 'Constraint') ?? []);
    const of = (type: string) => all.find(({ contype }) => contype === type);
    const checks = all.filter(({ contype }) => contype === 'CONSTR_CHECK');
    return {
      default: constantOrTree(of('CONSTR_DEFAULT')?.raw_expr),
      'NOT NULL': of('CONSTR_NOTNULL') && true,
      ...Object.fromEntries(
        checks.map(({ conname, raw_expr: check }, at) => [`constraint ${conname ?? `without a name ${at}`}`, check]),
      ),
    };
  },
  CreateFunctionStmt: (node) => {
    const { parameters, returnType, sql_body: body, options } = nodeOf(node, 'CreateFunctionStmt') ?? {};
    return { parameters, 'return type': returnType, body, ...routineOptions(options) };
  },
  CreateStatsStmt: (node) => {
    const { stat_types: kinds = [], exprs } = nodeOf(node, 'CreateStatsStmt') ?? {};
    const words = kinds.map((item) => nodeOf(item, 'String')?.sval).toSorted();
    return { 'kinds of statistics': words.length > 0 ? words.join() : undefined, columns: exprs };
  },
  CreatePublicationStmt: (node) => {
    const { pubobjects, options, for_all_tables: all } = nodeOf(node, 'CreatePublicationStmt') ?? {};
    return { 'FOR ALL TABLES': all, ...publishedObjects(pubobjects), ...optionsOf(options, 'option') };
  },
  CreateEventTrigStmt: (node) => {
    const { trigname: _, ...definition } = nodeOf(node, 'CreateEventTrigStmt') ?? {};
    return { definition, event: definition.eventname };
  },
};

/** Each option by itself; RESET leaves them to the default. */
export function optionsOf(options: readonly Node[] | undefined, word: string, reset = false): Definition {
  return Object.fromEntries(
    elements(options).map(({ defnamespace: of, defname, arg }) => [
      `${word} ${of ? `${of}.` : ''}${defname}`,
      reset ? undefined : (textOf(arg) ?? 'true'),
    ]),
  );
}

/** What CREATE SEQUENCE and ALTER SEQUENCE say; where it stands is data. */
export function sequenceOptions(options: readonly Node[] | undefined): Definition {
  const usual: Record<string, string> = { increment: '1', cache: '1', as: 'int8' };
  return Object.fromEntries(
    elements(options).flatMap(({ defname = '', arg }) => {
      if (['owned_by', 'restart', 'sequence_name', 'logged'].includes(defname)) return [];
      const type = columnType(nodeOf(arg, 'TypeName'));
      const value =
        type?.name ?? (arg && 'Boolean' in arg ? String(nodeOf(arg, 'Boolean')?.boolval ?? false) : textOf(arg));
      return [[`option ${defname}`, value === usual[defname] || value === 'false' ? undefined : value]];
    }),
  );
}

/** By the option's name; what is as it is without the option is absent. */
export function routineOptions(options: readonly Node[] | undefined): Definition {
  return Object.assign(
    {},
    ...elements(options).map(({ defname = '', arg }): Definition => {
      const set = nodeOf(arg, 'VariableSetStmt');
      if (set)
        return { [`SET ${set.name}`]: set.kind === 'VAR_SET_VALUE' ? JSON.stringify(argsOf(set.args)) : undefined };
      if (defname === 'as') return { body: bodyOf(arg) };
      const value = arg && 'Boolean' in arg ? (nodeOf(arg, 'Boolean')?.boolval ?? false) : textOf(arg);
      const isUsual = value === false || value === USUAL[defname];
      return { [ROUTINE[defname] ?? defname]: isUsual ? undefined : value };
    }),
  );
}

const USUAL: Record<string, string> = { volatility: 'volatile', parallel: 'unsafe', cost: '100' };
const ROUTINE: Record<string, string> = { security: 'SECURITY DEFINER', strict: 'STRICT', leakproof: 'LEAKPROOF' };

/** The text between the quotes, white space aside, which the catalogs' comparison leaves out as well. */
function bodyOf(arg: Node | undefined): string {
  const texts = (nodeOf(arg, 'List')?.items ?? []).map((item) => nodeOf(item, 'String')?.sval ?? '');
  return texts.join('\0').replace(/\s+/g, ' ').trim();
}

function argsOf(args: readonly Node[] = []): unknown[] {
  return args.map((arg) => {
    const constant = nodeOf(arg, 'A_Const');
    return constant?.sval?.sval ?? constant?.ival?.ival ?? constant?.fval?.fval ?? constant?.boolval?.boolval ?? '';
  });
}

/** Tables and schemas of a publication, each by itself. */
export function publishedObjects(objects: readonly Node[] | undefined): Definition {
  return Object.fromEntries(
    (objects ?? []).flatMap((item) => {
      const { pubtable, name, pubobjtype } = nodeOf(item, 'PublicationObjSpec') ?? {};
      const relation = relationName(pubtable?.relation);
      if (relation) {
        const { columns, whereClause } = pubtable ?? {};
        return [[`table ${fullName(relation)}`, columns || whereClause ? { columns, whereClause } : 'whole']];
      }
      return [[`schema ${name ?? pubobjtype}`, 'whole']];
    }),
  );
}

/** A list of names after a view's own that doesn't say what all its columns are called. */
function unknownNames(query: Node | undefined, names: Node[] = []): Node[] | undefined {
  return names.length > 0 && viewFacts(query, names).outputs === undefined ? names : undefined;
}

export function rolesOf(roles: readonly Node[] | undefined): string | undefined {
  const names = (roles ?? []).map((item) => {
    const { rolename, roletype } = nodeOf(item, 'RoleSpec') ?? {};
    return rolename ?? String(roletype);
  });
  return names.length === 0 || names.join() === 'ROLESPEC_PUBLIC' ? undefined : names.toSorted().join(', ');
}

/** DEFAULT NULL is none. */
export function constantOrTree(expression: Node | undefined): unknown {
  return nodeOf(expression, 'A_Const')?.isnull ? undefined : expression;
}

function elements(options: readonly Node[] | undefined): DefElem[] {
  return (options ?? []).flatMap((item) => nodeOf(item, 'DefElem') ?? []);
}

export function textOf(arg: Node | undefined): string | undefined {
  if (arg === undefined) return undefined;
  const number = nodeOf(arg, 'Integer');
  if (number) return String(number.ival ?? 0);
  return nodeOf(arg, 'String')?.sval ?? nodeOf(arg, 'Float')?.fval ?? JSON.stringify(arg);
}
