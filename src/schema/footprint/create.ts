/** CREATE of all kinds: what it does to relations that are there already. */
import { listName, nodeOf, relationName } from '../../sql/ast.js';
import { fullName } from '../objects.js';
import { constraintsIn, references } from './foreign-keys.js';
import { partitionOf } from './partitions.js';
import { reads, relationsIn } from './queries.js';
import { AS, AX, type FootprintReader, isMissing, namesIn, SRX, SUX, touch, touchNamed, touchTree } from './touch.js';

export const createTable: FootprintReader = (node, scene) => {
  const create = nodeOf(node, 'CreateStmt') ?? nodeOf(node, 'CreateForeignTableStmt')?.base;
  const name = relationName(create?.relation);
  if (!create || !name) return [];
  const table = fullName(name);
  if (create.if_not_exists && !isMissing(table, scene.schema)) return [];
  const [parent = ''] = namesIn(create.inhRelations);
  const parents = create.partbound
    ? partitionOf(parent, scene)
    : namesIn(create.inhRelations).map((one) => touch(one, SUX));
  const likes = (create.tableElts ?? []).flatMap((element) =>
    touchNamed(relationName(nodeOf(element, 'TableLikeClause')?.relation), AS),
  );
  const keys = constraintsIn(create.tableElts).flatMap((constraint) => references(constraint, scene));
  return [...parents, ...likes, ...keys].filter(({ relation }) => relation !== table);
};

export const createTableAs: FootprintReader = (node, scene) => {
  const as = nodeOf(node, 'CreateTableAsStmt');
  const name = relationName(as?.into?.rel);
  if (as?.if_not_exists && name && !isMissing(fullName(name), scene.schema)) return [];
  const touched = reads(as?.query, scene);
  return as?.into?.skipData ? touched.map((one) => ({ ...one, scans: false })) : touched;
};

export const createView: FootprintReader = (node, scene) => {
  const view = nodeOf(node, 'ViewStmt');
  const name = relationName(view?.view);
  const there = name !== undefined && !isMissing(fullName(name), scene.schema);
  return [
    ...(there ? touchNamed(name, AX) : []),
    // Nothing is read through another view before the new one is queried.
    ...relationsIn(view?.query).map(({ relation }) => touch(relation, AS)),
  ];
};

export const createTrigger: FootprintReader = (node, scene) => {
  const trigger = nodeOf(node, 'CreateTrigStmt');
  const name = relationName(trigger?.relation);
  if (!name) return [];
  return trigger?.row ? touchTree(fullName(name), SRX, scene) : [touch(fullName(name), SRX)];
};

export const createRule: FootprintReader = (node) => touchNamed(relationName(nodeOf(node, 'RuleStmt')?.relation), AX);

export const createPolicy: FootprintReader = (node, scene) => {
  const policy = nodeOf(node, 'CreatePolicyStmt') ?? nodeOf(node, 'AlterPolicyStmt');
  return [
    ...touchNamed(relationName(policy?.table), AX),
    ...reads([policy?.qual, policy?.with_check], scene).map((one) => ({ ...one, scans: false })),
  ];
};

export const createStatistics: FootprintReader = (node) =>
  namesIn(nodeOf(node, 'CreateStatsStmt')?.relations).map((relation) => touch(relation, SUX));

/** The table is named by OWNED BY. */
export const sequence: FootprintReader = (node) => {
  const alter = nodeOf(node, 'AlterSeqStmt');
  const { options } = alter ?? nodeOf(node, 'CreateSeqStmt') ?? {};
  const option = (options ?? [])
    .flatMap((item) => nodeOf(item, 'DefElem') ?? [])
    .find(({ defname }) => defname === 'owned_by');
  const column = nodeOf(option?.arg, 'List')?.items ?? [];
  const owner = column.length > 1 ? listName({ List: { items: column.slice(0, -1) } }) : undefined;
  return [...touchNamed(relationName(alter?.sequence), SRX), ...touchNamed(owner, AS)];
};

export const publication: FootprintReader = (node) => {
  const { pubobjects } = nodeOf(node, 'CreatePublicationStmt') ?? nodeOf(node, 'AlterPublicationStmt') ?? {};
  return (pubobjects ?? []).flatMap((item) =>
    touchNamed(relationName(nodeOf(item, 'PublicationObjSpec')?.pubtable?.relation), SUX),
  );
};
