export const id = 852;
export const ids = [852];
export const modules = {

/***/ 5852:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Linter: () => (/* binding */ Linter),
  lint: () => (/* binding */ lint)
});

// EXTERNAL MODULE: ./build/built-in.js
var built_in = __webpack_require__(2702);
// EXTERNAL MODULE: ./build/sql/ast.js
var ast = __webpack_require__(1843);
// EXTERNAL MODULE: ./build/sql/locks.js
var locks = __webpack_require__(4283);
// EXTERNAL MODULE: ./build/schema/objects.js
var objects = __webpack_require__(7250);
// EXTERNAL MODULE: ./build/schema/effects/columns.js
var columns = __webpack_require__(1768);
// EXTERNAL MODULE: ./build/schema/types.js
var types = __webpack_require__(6871);
// EXTERNAL MODULE: ./build/schema/volatility.js + 1 modules
var volatility = __webpack_require__(8648);
// EXTERNAL MODULE: ./build/schema/footprint/domains.js
var domains = __webpack_require__(5335);
;// CONCATENATED MODULE: ./build/schema/footprint/add-column.js





function addColumnWork(column, { schema }) {
    const constraints = column ? (0,columns/* columnConstraints */.zD)(column) : [];
    const has = (type) => constraints.some(({ contype }) => contype === type);
    const value = constraints.find(({ contype }) => contype === 'CONSTR_DEFAULT')?.raw_expr;
    const type = (0,types/* columnType */.DW)(column?.typeName);
    const stored = constraints.some((it) => it.contype === 'CONSTR_GENERATED' && it.generated_kind !== 'v');
    if (stored || has('CONSTR_IDENTITY') || type?.serial)
        return 'rewrite';
    const domain = (0,domains/* domainOf */.Ow)(type, schema);
    if ((0,volatility/* volatileFunction */.tG)(value ?? domain?.default, schema) !== undefined || domain?.constrained)
        return 'rewrite';
    const required = has('CONSTR_NOTNULL') && (value === undefined || (0,ast/* nodeOf */.E7)(value, 'A_Const')?.isnull === true);
    const checked = constraints.some(({ contype, is_enforced: enforced }) => contype === 'CONSTR_CHECK' && enforced !== false);
    const indexed = ['CONSTR_UNIQUE', 'CONSTR_PRIMARY'].some(has);
    // The rows that stand get the default, which may not be in the referenced table; even DEFAULT NULL is looked up.
    return checked || indexed || required || (value !== undefined && has('CONSTR_FOREIGN')) ? 'scan' : undefined;
}

// EXTERNAL MODULE: ./build/schema/column-type-change.js + 2 modules
var column_type_change = __webpack_require__(828);
// EXTERNAL MODULE: ./build/schema/footprint/foreign-keys.js
var foreign_keys = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/schema/footprint/touch.js
var touch = __webpack_require__(4721);
;// CONCATENATED MODULE: ./build/schema/footprint/column-type.js



/** Nothing where a type is unknown: then nobody can say. Where the time zone decides, what is done in UTC: the least. */
function columnTypeWork(table, command, { schema }) {
    switch ((0,column_type_change/* columnTypeChange */.F)(table, command, schema, true)?.work) {
        case 'rewrite':
            return 'rewrite';
        case 'index rebuild':
        case 'scan':
            return 'scan';
        default:
            return undefined;
    }
}
/** The other sides of the foreign keys that the column is part of: they are made anew. */
function besideColumnType(table, command, scene) {
    const { name = '' } = command;
    const work = columnTypeWork(table, command, scene) === 'rewrite' ? 'scan' : undefined;
    return [
        ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, ({ facts }) => facts?.columns.includes(name) ?? false),
        ...(0,foreign_keys/* referencing */.N4)(table, touch.AX, scene, { which: (key) => (0,foreign_keys/* referencesColumn */.rd)(key, name, scene), work }),
    ];
}

// EXTERNAL MODULE: ./build/schema/footprint/constraints.js
var constraints = __webpack_require__(7766);
;// CONCATENATED MODULE: ./build/schema/footprint/indexes.js



const createIndex = (node, scene) => {
    const index = (0,ast/* nodeOf */.E7)(node, 'IndexStmt');
    const table = (0,ast/* relationName */.CJ)(index?.relation);
    if (!index || !table)
        return [];
    const name = (0,objects/* fullName */.fq)(table);
    const lock = index.concurrent ? touch/* SUX */.X_ : 'SHARE';
    const there = index.if_not_exists && !(0,touch/* isMissing */.b2)((0,objects/* fullName */.fq)({ ...table, name: index.idxname ?? '' }), scene.schema);
    if (there || !index.relation?.inh)
        return [(0,touch/* touch */._M)(name, lock)];
    return (0,touch/* touchTree */.Ks)(name, lock, scene, 'scan');
};
function dropIndexes(objects, concurrent, scene) {
    const lock = concurrent ? touch/* SUX */.X_ : touch.AX;
    return objects.flatMap((index) => {
        const table = scene.schema.find('index', index)?.table;
        return [(0,touch/* touch */._M)(index, lock), ...(table === undefined ? [] : (0,touch/* touchTree */.Ks)(table, lock, scene))];
    });
}
const reindex = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'ReindexStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    const concurrent = (0,ast/* hasOption */.Kz)(statement?.params, 'concurrently');
    if (statement?.kind === 'REINDEX_OBJECT_SCHEMA') {
        const inside = scene.schema.every('table').filter((table) => table.name.startsWith(`${statement.name}.`));
        return inside.flatMap((table) => rebuiltAll(table.name, concurrent, scene));
    }
    if (!name)
        return [];
    const rebuild = statement?.kind === 'REINDEX_OBJECT_INDEX' ? rebuilt : rebuiltAll;
    return rebuild((0,objects/* fullName */.fq)(name), concurrent, scene);
};
function rebuilt(index, concurrent, scene) {
    const table = scene.schema.find('index', index)?.table;
    return [
        (0,touch/* touch */._M)(index, concurrent ? touch/* SUX */.X_ : touch.AX, 'rewrite'),
        ...(table === undefined ? [] : (0,touch/* touchTree */.Ks)(table, concurrent ? touch/* SUX */.X_ : 'SHARE', scene, 'scan')),
    ];
}
function rebuiltAll(table, concurrent, scene) {
    const indexes = scene.schema.partsOf(table, 'index');
    return [
        ...(0,touch/* touchTree */.Ks)(table, concurrent ? touch/* SUX */.X_ : 'SHARE', scene, indexes.length > 0 ? 'scan' : undefined),
        ...indexes.map(({ name }) => (0,touch/* touch */._M)(name, concurrent ? touch/* SUX */.X_ : touch.AX, 'rewrite')),
    ];
}
/** ALTER INDEX … ATTACH PARTITION: both indexes, and a glance at their tables. */
function attachIndex(parent, { name }, { schema }) {
    const index = (0,ast/* relationName */.CJ)(name);
    if (!index)
        return [];
    const child = (0,objects/* fullName */.fq)(index);
    const tables = [parent, child].flatMap((index) => schema.find('index', index)?.table ?? []);
    return [(0,touch/* touch */._M)(child, touch.AX), ...tables.map((table) => (0,touch/* touch */._M)(table, 'ACCESS SHARE'))];
}

;// CONCATENATED MODULE: ./build/schema/footprint/partitions.js




/** ATTACH PARTITION, besides the parent. */
function attach(parent, { name }, scene) {
    const child = (0,ast/* relationName */.CJ)(name);
    if (!child)
        return [];
    const { schema } = scene;
    const known = showsItsRows((0,objects/* fullName */.fq)(child), parent, schema) && !buildsIndexes((0,objects/* fullName */.fq)(child), parent, schema);
    return [...(0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(child), touch.AX, scene, known ? undefined : 'scan'), ...besideNewPartition(parent, scene)];
}
/** A new partition narrows what may be in the default one, which is read; the parent's foreign keys are made for it, too. */
function besideNewPartition(parent, scene) {
    const other = defaultOf(parent, scene.schema);
    const shown = other !== undefined && showsItsRows(other, parent, scene.schema);
    return [
        ...(other === undefined ? [] : (0,touch/* touchTree */.Ks)(other, touch.AX, scene, shown ? undefined : 'scan')),
        ...(0,foreign_keys/* referencedBy */.bC)(parent, touch/* SRX */.Ex, scene),
        ...(0,foreign_keys/* referencing */.N4)(parent, touch/* SRX */.Ex, scene),
    ];
}
/** DETACH PARTITION, besides the parent. */
function detach(parent, { name, concurrent }, scene) {
    const child = (0,ast/* relationName */.CJ)(name);
    if (!child)
        return [];
    const other = concurrent ? undefined : defaultOf(parent, scene.schema);
    return [
        (0,touch/* touch */._M)((0,objects/* fullName */.fq)(child), touch.AX),
        ...(other === undefined ? [] : [(0,touch/* touch */._M)(other, touch.AX)]),
        ...(0,foreign_keys/* referencedBy */.bC)(parent, touch/* SRX */.Ex, scene),
        ...(0,foreign_keys/* referencing */.N4)(parent, touch.AX, scene, { work: 'scan' }),
    ];
}
/** The parent of a partition that is dropped, and its default partition. */
function aroundDropped(child, { schema }) {
    const parent = schema.find('table', child)?.facts?.partitionOf;
    if (parent === undefined)
        return [];
    const other = defaultOf(parent, schema);
    return [(0,touch/* touch */._M)(parent, touch.AX), ...(other === undefined ? [] : [(0,touch/* touch */._M)(other, touch.AX)])];
}
function defaultOf(parent, schema) {
    return schema.partitionsOf(parent).find(({ facts }) => facts?.isDefaultPartition)?.name;
}
/** A valid CHECK on every key is taken for the proof that spares the scan. */
function showsItsRows(table, parent, schema) {
    const keys = schema.find('table', parent)?.facts?.partitionBy ?? [];
    const checks = schema
        .partsOf(table, 'constraint')
        .filter(({ facts }) => facts?.type === 'check' && facts.validated && facts.enforced);
    return keys.length > 0 && keys.every((key) => checks.some(({ facts }) => key && facts?.columns.includes(key)));
}
/** The parent has an index that the table has not. */
function buildsIndexes(table, parent, schema) {
    const shape = (of) => schema.partsOf(of, 'index').map(({ facts }) => `${facts?.unique} ${facts?.columns}`);
    const own = shape(table);
    return shape(parent).some((index) => !own.includes(index));
}
/** CREATE TABLE … PARTITION OF. */
function partitionOf(parent, scene) {
    return [(0,touch/* touch */._M)(parent, touch.AX), ...besideNewPartition(parent, scene)];
}

;// CONCATENATED MODULE: ./build/schema/footprint/alter-commands.js








const always = (lock) => () => lock;
const constraint = ({ command }) => (0,ast/* nodeOf */.E7)(command.def, 'Constraint');
const partition = ({ command }) => (0,ast/* nodeOf */.E7)(command.def, 'PartitionCmd') ?? {};
const TRIGGERS = { lock: always(touch/* SRX */.Ex) };
const QUIET = { lock: always(touch/* SUX */.X_) };
const DEEP = { recurses: true };
const COMMANDS = {
    AT_AddColumn: {
        recurses: true,
        work: ({ table, command, scene }) => command.missing_ok && scene.schema.find('column', `${table}.${(0,ast/* nodeOf */.E7)(command.def, 'ColumnDef')?.colname}`)
            ? undefined
            : addColumnWork((0,ast/* nodeOf */.E7)(command.def, 'ColumnDef'), scene),
        others: ({ command, scene }) => (0,foreign_keys/* constraintsIn */.qC)([command.def]).flatMap((it) => (0,foreign_keys/* references */.Ft)(it, scene)),
    },
    AT_DropColumn: {
        recurses: true,
        others: ({ table, command: { name = '', behavior }, scene }) => [
            ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, ({ facts }) => facts?.columns.includes(name) ?? false),
            ...(behavior === 'DROP_CASCADE'
                ? (0,foreign_keys/* referencing */.N4)(table, touch.AX, scene, { which: (key) => (0,foreign_keys/* referencesColumn */.rd)(key, name, scene) })
                : []),
        ],
    },
    AT_AlterColumnType: {
        recurses: true,
        work: (at) => columnTypeWork(at.table, at.command, at.scene),
        others: (at) => besideColumnType(at.table, at.command, at.scene),
    },
    AT_SetNotNull: {
        recurses: true,
        work: ({ table, command, scene }) => (0,constraints/* setNotNullWork */.qU)(table, command.name, scene.schema),
    },
    AT_DropNotNull: DEEP,
    AT_ColumnDefault: DEEP,
    AT_SetStorage: DEEP,
    AT_SetCompression: DEEP,
    AT_DropExpression: DEEP,
    AT_SetExpression: {
        recurses: true,
        work: ({ table, command, scene }) => scene.schema.find('column', `${table}.${command.name}`)?.facts?.generated === 'virtual' ? undefined : 'rewrite',
    },
    AT_SetStatistics: { ...QUIET, recurses: true },
    AT_SetOptions: QUIET,
    AT_ResetOptions: QUIET,
    AT_AddConstraint: {
        recurses: true,
        lock: (at) => (constraint(at)?.contype === 'CONSTR_FOREIGN' ? touch/* SRX */.Ex : touch.AX),
        work: (at) => (0,constraints/* addConstraintWork */.w2)(constraint(at), at.table, at.scene.schema),
        others: (at) => (0,foreign_keys/* references */.Ft)(constraint(at), at.scene),
    },
    AT_ValidateConstraint: {
        recurses: true,
        lock: always(touch/* SUX */.X_),
        work: ({ table, command, scene }) => (0,constraints/* validateWork */.cq)(table, command.name, scene.schema),
        others: ({ table, command, scene }) => (0,foreign_keys/* referencedBy */.bC)(table, 'ROW SHARE', scene, ({ name, facts }) => name === `${table}.${command.name}` && !facts?.validated),
    },
    AT_DropConstraint: {
        recurses: true,
        others: ({ table, command: { name, behavior }, scene }) => [
            ...(0,foreign_keys/* referencedBy */.bC)(table, touch.AX, scene, (key) => key.name === `${table}.${name}`),
            ...(behavior === 'DROP_CASCADE' && isKey(table, name, scene) ? (0,foreign_keys/* referencing */.N4)(table, touch.AX, scene) : []),
        ],
    },
    AT_SetLogged: {
        work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, false),
    },
    AT_SetUnLogged: {
        work: ({ table, scene }) => unlessAlready(scene.schema.find('table', table)?.facts?.unlogged, true),
    },
    AT_SetTableSpace: {
        work: ({ table, command, scene }) => {
            const facts = scene.schema.find('table', table)?.facts;
            return unlessAlready(facts && (facts.tablespace ?? 'pg_default'), command.name);
        },
    },
    AT_SetAccessMethod: {
        work: ({ table, command, scene }) => {
            const facts = scene.schema.find('table', table)?.facts;
            return unlessAlready(facts && (facts.accessMethod ?? 'heap'), command.name ?? 'heap');
        },
    },
    AT_SetRelOptions: { lock: optionsLock },
    AT_ResetRelOptions: { lock: optionsLock },
    AT_ClusterOn: QUIET,
    AT_DropCluster: QUIET,
    AT_EnableTrig: TRIGGERS,
    AT_EnableAlwaysTrig: TRIGGERS,
    AT_EnableReplicaTrig: TRIGGERS,
    AT_EnableTrigAll: TRIGGERS,
    AT_EnableTrigUser: TRIGGERS,
    AT_DisableTrig: TRIGGERS,
    AT_DisableTrigAll: TRIGGERS,
    AT_DisableTrigUser: TRIGGERS,
    AT_AddInherit: { others: ({ command }) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(command.def, 'RangeVar')), touch/* SUX */.X_) },
    AT_DropInherit: { others: ({ command }) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(command.def, 'RangeVar')), touch.AS) },
    AT_AttachPartition: {
        lock: always(touch/* SUX */.X_),
        // Without bounds it is an index that is attached.
        others: (at) => (partition(at).bound ? attach : attachIndex)(at.table, partition(at), at.scene),
    },
    AT_DetachPartition: {
        lock: (at) => (partition(at).concurrent ? touch/* SUX */.X_ : touch.AX),
        others: (at) => detach(at.table, partition(at), at.scene),
    },
    AT_DetachPartitionFinalize: { lock: always(touch/* SUX */.X_), others: (at) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(partition(at).name), touch.AX) },
};
/** Options that a reader sees need the strongest lock; the others SHARE UPDATE EXCLUSIVE (reloptions.c). */
const STRONG_OPTIONS = new Set(['user_catalog_table', 'security_barrier', 'security_invoker', 'check_option']);
function optionsLock({ command }) {
    const options = (0,ast/* nodeOf */.E7)(command.def, 'List')?.items ?? [];
    return options.some((item) => STRONG_OPTIONS.has((0,ast/* nodeOf */.E7)(item, 'DefElem')?.defname ?? '')) ? touch.AX : touch/* SUX */.X_;
}
function unlessAlready(is, wanted) {
    return is === wanted ? undefined : 'rewrite';
}
function isKey(table, name, { schema }) {
    const known = schema.partsOf(table, 'constraint').find((one) => one.name === `${table}.${name}`);
    return known?.facts?.type === 'primary key' || known?.facts?.type === 'unique';
}

;// CONCATENATED MODULE: ./build/schema/footprint/alter-table.js





const alterTable = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'AlterTableStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!statement || !name)
        return [];
    const relation = (0,objects/* fullName */.fq)(name);
    if (statement.missing_ok && (0,touch/* isAbsent */.W0)(relation, scene.schema))
        return [];
    switch (statement.objtype) {
        case 'OBJECT_TABLE':
        case 'OBJECT_FOREIGN_TABLE':
        case 'OBJECT_MATVIEW':
        case 'OBJECT_INDEX':
        case 'OBJECT_SEQUENCE':
        case 'OBJECT_VIEW':
            return alterRelation(statement, relation, scene);
        default:
            return [];
    }
};
function alterRelation(statement, relation, scene) {
    const commands = (statement.cmds ?? []).flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'AlterTableCmd') ?? []);
    const known = commands.map((command) => {
        const { lock = always(touch.AX), work, others, recurses = false } = (command.subtype && COMMANDS[command.subtype]) || {};
        const at = { table: relation, command, scene };
        return { lock: lock(at), work: work?.(at), others: others?.(at) ?? [], recurses };
    });
    const lock = known.map((it) => it.lock).reduce((a, b) => ((0,locks/* compareLockModes */.tc)(a, b) >= 0 ? a : b), touch/* SUX */.X_);
    return known.flatMap(({ work, others, recurses }) => [
        ...(recurses && statement.relation?.inh ? (0,touch/* touchTree */.Ks)(relation, lock, scene, work) : [(0,touch/* touch */._M)(relation, lock, work)]),
        ...others,
    ]);
}

;// CONCATENATED MODULE: ./build/schema/footprint/queries.js



/** Reads a query with all that it contains. A scan is one that no plan can avoid: no WHERE, no LIMIT. */
function reads(query, scene) {
    const targets = new Map();
    const whole = new Set();
    const locked = new Set();
    (0,ast/* walk */.GG)(query, (tag, body) => {
        const target = CHANGES[tag]?.(body);
        if (target)
            targets.set(target.relation, changed(target, scene));
        const from = rangesIn((body.fromClause ?? body.usingClause));
        const all = body.whereClause === undefined && body.limitCount === undefined;
        if (tag in WHOLE && all)
            for (const range of from)
                whole.add(range);
        if (tag === 'SelectStmt' && body.lockingClause !== undefined)
            for (const range of from)
                locked.add(range);
    });
    const touched = relationsIn(query)
        .filter(({ range }) => !targets.has(range))
        .flatMap(({ relation, range }) => looked(relation, locked.has(range) ? 'ROW SHARE' : touch.AS, scene, whole.has(range) ? 'scan' : undefined));
    return [...[...targets.values()].flat(), ...touched];
}
/** Every relation that a query names; the names that WITH makes are none. */
function relationsIn(query) {
    const withNames = new Set();
    const ranges = [];
    (0,ast/* walk */.GG)(query, (tag, body) => {
        if (tag === 'CommonTableExpr')
            withNames.add(String(body.ctename));
        if (tag === 'RangeVar')
            ranges.push(body);
    });
    return ranges.flatMap((range) => {
        const name = (0,ast/* relationName */.CJ)(range);
        if (!name || (range.schemaname === undefined && withNames.has(name.name)))
            return [];
        return [{ relation: (0,objects/* fullName */.fq)(name), range }];
    });
}
const WHOLE = { SelectStmt: true, UpdateStmt: true, DeleteStmt: true };
const CHANGES = {
    InsertStmt: ({ relation }) => ({ relation: relation, all: false, routed: true }),
    UpdateStmt: ({ relation, whereClause }) => ({ relation: relation, all: whereClause === undefined }),
    DeleteStmt: ({ relation, whereClause }) => ({ relation: relation, all: whereClause === undefined }),
    MergeStmt: ({ relation }) => ({ relation: relation, all: false }),
};
function changed({ relation, all, routed = false }, scene) {
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name)
        return [];
    const work = all ? 'scan' : undefined;
    return routed || !relation?.inh ? [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.RX, work)] : (0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(name), touch.RX, scene, work);
}
/** A relation that is read; a view is read through. */
function looked(relation, lock, scene, work) {
    const view = scene.schema.find('view', relation);
    if (!view)
        return (0,touch/* touchTree */.Ks)(relation, lock, scene, work);
    const below = (view.facts?.reads ?? []).filter((one) => one !== relation);
    return [(0,touch/* touch */._M)(relation, lock), ...below.flatMap((one) => looked(one, lock, scene))];
}
/** The tables of a FROM clause, through joins. */
function rangesIn(from) {
    return (from ?? []).flatMap((item) => {
        const join = (0,ast/* nodeOf */.E7)(item, 'JoinExpr');
        if (join)
            return rangesIn([join.larg, join.rarg].filter((side) => side !== undefined));
        return (0,ast/* nodeOf */.E7)(item, 'RangeVar') ?? [];
    });
}
const query = (node, scene) => reads(withoutInto(node), scene);
/** SELECT … INTO names the table that it makes. */
function withoutInto(node) {
    const select = (0,ast/* nodeOf */.E7)(node, 'SelectStmt');
    if (!select?.intoClause)
        return node;
    const { intoClause: _, ...rest } = select;
    return { SelectStmt: rest };
}
/** Without ANALYZE a query is planned but not run. */
const explain = (node, scene) => {
    const { query: of, options } = (0,ast/* nodeOf */.E7)(node, 'ExplainStmt') ?? {};
    const touched = reads(of, scene);
    return (0,ast/* hasOption */.Kz)(options, 'analyze') ? touched : touched.map((one) => ({ ...one, scans: false }));
};
const copy = (node, scene) => {
    const { relation, query: of, is_from: isFrom } = (0,ast/* nodeOf */.E7)(node, 'CopyStmt') ?? {};
    const name = (0,ast/* relationName */.CJ)(relation);
    if (!name)
        return reads(of, scene);
    return [isFrom ? (0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.RX) : (0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.AS, 'scan')];
};

;// CONCATENATED MODULE: ./build/schema/footprint/create.js
/** CREATE of all kinds: what it does to relations that are there already. */






const createTable = (node, scene) => {
    const create = (0,ast/* nodeOf */.E7)(node, 'CreateStmt') ?? (0,ast/* nodeOf */.E7)(node, 'CreateForeignTableStmt')?.base;
    const name = (0,ast/* relationName */.CJ)(create?.relation);
    if (!create || !name)
        return [];
    const table = (0,objects/* fullName */.fq)(name);
    if (create.if_not_exists && !(0,touch/* isMissing */.b2)(table, scene.schema))
        return [];
    const [parent = ''] = (0,touch/* namesIn */.wX)(create.inhRelations);
    const parents = create.partbound
        ? partitionOf(parent, scene)
        : (0,touch/* namesIn */.wX)(create.inhRelations).map((one) => (0,touch/* touch */._M)(one, touch/* SUX */.X_));
    const likes = (create.tableElts ?? []).flatMap((element) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(element, 'TableLikeClause')?.relation), touch.AS));
    const keys = (0,foreign_keys/* constraintsIn */.qC)(create.tableElts).flatMap((constraint) => (0,foreign_keys/* references */.Ft)(constraint, scene));
    return [...parents, ...likes, ...keys].filter(({ relation }) => relation !== table);
};
const createTableAs = (node, scene) => {
    const as = (0,ast/* nodeOf */.E7)(node, 'CreateTableAsStmt');
    const name = (0,ast/* relationName */.CJ)(as?.into?.rel);
    if (as?.if_not_exists && name && !(0,touch/* isMissing */.b2)((0,objects/* fullName */.fq)(name), scene.schema))
        return [];
    const touched = reads(as?.query, scene);
    return as?.into?.skipData ? touched.map((one) => ({ ...one, scans: false })) : touched;
};
const createView = (node, scene) => {
    const view = (0,ast/* nodeOf */.E7)(node, 'ViewStmt');
    const name = (0,ast/* relationName */.CJ)(view?.view);
    const there = name !== undefined && !(0,touch/* isMissing */.b2)((0,objects/* fullName */.fq)(name), scene.schema);
    return [
        ...(there ? (0,touch/* touchNamed */.H5)(name, touch.AX) : []),
        // Nothing is read through another view before the new one is queried.
        ...relationsIn(view?.query).map(({ relation }) => (0,touch/* touch */._M)(relation, touch.AS)),
    ];
};
const createTrigger = (node, scene) => {
    const trigger = (0,ast/* nodeOf */.E7)(node, 'CreateTrigStmt');
    const name = (0,ast/* relationName */.CJ)(trigger?.relation);
    if (!name)
        return [];
    return trigger?.row ? (0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(name), touch/* SRX */.Ex, scene) : [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch/* SRX */.Ex)];
};
const createRule = (node) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'RuleStmt')?.relation), touch.AX);
const createPolicy = (node, scene) => {
    const policy = (0,ast/* nodeOf */.E7)(node, 'CreatePolicyStmt') ?? (0,ast/* nodeOf */.E7)(node, 'AlterPolicyStmt');
    return [
        ...(0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(policy?.table), touch.AX),
        ...reads([policy?.qual, policy?.with_check], scene).map((one) => ({ ...one, scans: false })),
    ];
};
const createStatistics = (node) => (0,touch/* namesIn */.wX)((0,ast/* nodeOf */.E7)(node, 'CreateStatsStmt')?.relations).map((relation) => (0,touch/* touch */._M)(relation, touch/* SUX */.X_));
/** The table is named by OWNED BY. */
const sequence = (node) => {
    const alter = (0,ast/* nodeOf */.E7)(node, 'AlterSeqStmt');
    const { options } = alter ?? (0,ast/* nodeOf */.E7)(node, 'CreateSeqStmt') ?? {};
    const option = (options ?? [])
        .flatMap((item) => (0,ast/* nodeOf */.E7)(item, 'DefElem') ?? [])
        .find(({ defname }) => defname === 'owned_by');
    const column = (0,ast/* nodeOf */.E7)(option?.arg, 'List')?.items ?? [];
    const owner = column.length > 1 ? (0,ast/* listName */.sY)({ List: { items: column.slice(0, -1) } }) : undefined;
    return [...(0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)(alter?.sequence), touch/* SRX */.Ex), ...(0,touch/* touchNamed */.H5)(owner, touch.AS)];
};
const publication = (node) => {
    const { pubobjects } = (0,ast/* nodeOf */.E7)(node, 'CreatePublicationStmt') ?? (0,ast/* nodeOf */.E7)(node, 'AlterPublicationStmt') ?? {};
    return (pubobjects ?? []).flatMap((item) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(item, 'PublicationObjSpec')?.pubtable?.relation), touch/* SUX */.X_));
};

// EXTERNAL MODULE: ./build/schema/effects/effect.js
var effect = __webpack_require__(3882);
;// CONCATENATED MODULE: ./build/schema/footprint/drop.js








const simply = (names) => names.map((name) => (0,touch/* touch */._M)(name, touch.AX));
const DROPPERS = {
    OBJECT_TABLE: (names, { behavior }, scene) => names.flatMap((table) => dropTable(table, behavior === 'DROP_CASCADE', scene)),
    OBJECT_INDEX: (names, { concurrent = false }, scene) => dropIndexes(names, concurrent, scene),
    OBJECT_VIEW: simply,
    OBJECT_MATVIEW: simply,
    OBJECT_SEQUENCE: simply,
    OBJECT_FOREIGN_TABLE: simply,
    OBJECT_SCHEMA: (names, { behavior }, scene) => behavior === 'DROP_CASCADE' ? names.flatMap((name) => dropSchema(name, scene)) : [],
    OBJECT_TYPE: dropType,
    OBJECT_DOMAIN: dropType,
};
/** With CASCADE the columns of the type go. */
function dropType(names, { behavior }, { schema }) {
    if (behavior !== 'DROP_CASCADE')
        return [];
    return names.flatMap((name) => (0,domains/* tablesWith */.KW)(name, schema)).map((table) => (0,touch/* touch */._M)(table, touch.AX));
}
function dropTable(table, cascade, scene) {
    const { schema } = scene;
    const gone = (0,touch/* treeOf */.g7)(table, schema);
    return [
        ...gone.map((one) => (0,touch/* touch */._M)(one, touch.AX)),
        ...aroundDropped(table, scene),
        ...gone.flatMap((one) => (0,foreign_keys/* referencedBy */.bC)(one, touch.AX, scene)),
        ...(cascade ? gone.flatMap((one) => (0,foreign_keys/* referencing */.N4)(one, touch.AX, scene)) : []),
        ...(cascade ? viewsOn(gone, scene).map((view) => (0,touch/* touch */._M)(view, touch.AX)) : []),
    ];
}
/** The views that read one of the relations, or a view on one. */
function viewsOn(relations, scene) {
    const views = [...scene.schema.every('view'), ...scene.schema.every('materialized view')];
    const found = new Set(relations);
    for (const before = new Set(); before.size < found.size;) {
        for (const name of found)
            before.add(name);
        for (const { name, facts } of views)
            if (facts?.reads.some((read) => found.has(read)))
                found.add(name);
    }
    return [...found].filter((name) => !relations.includes(name));
}
function dropSchema(schema, scene) {
    const inside = ({ name }) => name.startsWith(`${schema}.`);
    return [
        ...scene.schema
            .every('table')
            .filter(inside)
            .flatMap(({ name }) => dropTable(name, true, scene)),
        ...[...scene.schema.every('view'), ...scene.schema.every('materialized view')]
            .filter(inside)
            .map(({ name }) => (0,touch/* touch */._M)(name, touch.AX)),
    ];
}
const OF_TABLE = new Set(['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const drop = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'DropStmt');
    if (!statement?.removeType)
        return [];
    const ofTable = OF_TABLE.has(statement.removeType);
    const names = (statement.objects ?? []).flatMap((object) => (ofTable ? tableOf(object) : nameOf(object)) ?? []);
    const there = names.filter((name) => !statement.missing_ok || name === schemaName(name) || !(0,touch/* isAbsent */.W0)(name, scene.schema));
    if (ofTable)
        return there.map((table) => (0,touch/* touch */._M)(table, touch.AX));
    return DROPPERS[statement.removeType]?.(there, statement, scene) ?? [];
};
/** Schemas have no dot in their name, and are looked into as they are. */
function schemaName(name) {
    return name.includes('.') ? undefined : name;
}
function nameOf(object) {
    const schema = (0,ast/* nodeOf */.E7)(object, 'String')?.sval;
    if (schema !== undefined)
        return schema;
    const name = (0,ast/* nodeOf */.E7)(object, 'TypeName') ? (0,effect/* dotted */.Bs)((0,ast/* nodeOf */.E7)(object, 'TypeName')?.names) : (0,ast/* listName */.sY)(object);
    return name && (0,objects/* fullName */.fq)(name);
}
/** The table of a trigger, policy or rule: what stands before its name. */
function tableOf(object) {
    const table = (0,ast/* listName */.sY)({ List: { items: ((0,ast/* nodeOf */.E7)(object, 'List')?.items ?? []).slice(0, -1) } });
    return table && (0,objects/* fullName */.fq)(table);
}
/** With CASCADE all tables that reference it are emptied, too. The files that it makes are empty: nothing is read. */
const truncate = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'TruncateStmt');
    const emptied = new Set((0,touch/* namesIn */.wX)(statement?.relations));
    if (statement?.behavior === 'DROP_CASCADE') {
        for (const table of emptied) {
            for (const { table: child } of scene.schema.foreignKeysTo(table))
                if (child !== undefined)
                    emptied.add(child);
        }
    }
    return [...emptied].flatMap((table) => (0,touch/* touchTree */.Ks)(table, touch.AX, scene));
};

;// CONCATENATED MODULE: ./build/schema/footprint/maintenance.js




/** Those of the tables that it names. */
const vacuum = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'VacuumStmt');
    const tables = (0,touch/* namesIn */.wX)((statement?.rels ?? []).flatMap(relationIn));
    const full = statement?.is_vacuumcmd && (0,ast/* hasOption */.Kz)(statement.options, 'full');
    return tables.flatMap((table) => (0,touch/* touchTree */.Ks)(table, full ? touch.AX : touch/* SUX */.X_, scene, full ? 'rewrite' : undefined));
};
function relationIn(item) {
    const relation = (0,ast/* nodeOf */.E7)(item, 'VacuumRelation')?.relation;
    return relation ? [{ RangeVar: relation }] : [];
}
const cluster = (node) => (0,touch/* touchNamed */.H5)((0,ast/* relationName */.CJ)((0,ast/* nodeOf */.E7)(node, 'ClusterStmt')?.relation), touch.AX, 'rewrite');
const refresh = (node, { schema }) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'RefreshMatViewStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!statement || !name)
        return [];
    const view = (0,objects/* fullName */.fq)(name);
    if (statement.skipData)
        return [(0,touch/* touch */._M)(view, touch.AX)];
    const sources = schema.find('materialized view', view)?.facts?.reads ?? [];
    return [
        statement.concurrent ? (0,touch/* touch */._M)(view, 'EXCLUSIVE', 'scan') : (0,touch/* touch */._M)(view, touch.AX, 'rewrite'),
        ...sources.map((source) => (0,touch/* touch */._M)(source, touch.AS, 'scan')),
    ];
};
const lockTable = (node, scene) => {
    const { relations, mode = locks/* LOCK_MODES */.bx.length } = (0,ast/* nodeOf */.E7)(node, 'LockStmt') ?? {};
    const lock = locks/* LOCK_MODES */.bx[mode - 1] ?? touch.AX;
    const below = (name) => [
        ...(0,touch/* touchTree */.Ks)(name, lock, scene),
        // A view’s tables are locked with it.
        ...(scene.schema.find('view', name)?.facts?.reads ?? []).flatMap((read) => (read === name ? [] : below(read))),
    ];
    return (0,touch/* namesIn */.wX)(relations).flatMap(below);
};

;// CONCATENATED MODULE: ./build/schema/footprint/rename.js
/** RENAME, SET SCHEMA and COMMENT. */



const OF_RELATION = new Set(['OBJECT_TABCONSTRAINT', 'OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE']);
const RELATION = new Set(['OBJECT_TABLE', 'OBJECT_VIEW', 'OBJECT_MATVIEW', 'OBJECT_SEQUENCE', 'OBJECT_FOREIGN_TABLE']);
const rename = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'RenameStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    const type = statement?.renameType ?? 'OBJECT_TYPE';
    if (!statement || !name || (statement.missing_ok && (0,touch/* isAbsent */.W0)((0,objects/* fullName */.fq)(name), scene.schema)))
        return [];
    if (type === 'OBJECT_INDEX')
        return [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch/* SUX */.X_)];
    if (type === 'OBJECT_COLUMN')
        return (0,touch/* touchTree */.Ks)((0,objects/* fullName */.fq)(name), touch.AX, scene);
    return RELATION.has(type) || OF_RELATION.has(type) ? [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.AX)] : [];
};
const setSchema = (node, scene) => {
    const statement = (0,ast/* nodeOf */.E7)(node, 'AlterObjectSchemaStmt');
    const name = (0,ast/* relationName */.CJ)(statement?.relation);
    if (!name || (statement?.missing_ok && (0,touch/* isAbsent */.W0)((0,objects/* fullName */.fq)(name), scene.schema)))
        return [];
    return RELATION.has(statement?.objectType ?? '') ? [(0,touch/* touch */._M)((0,objects/* fullName */.fq)(name), touch.AX)] : [];
};
const comment = (node) => {
    const { objtype = 'OBJECT_TYPE', object } = (0,ast/* nodeOf */.E7)(node, 'CommentStmt') ?? {};
    const name = (0,ast/* listName */.sY)(object);
    if (RELATION.has(objtype) || objtype === 'OBJECT_INDEX')
        return (0,touch/* touchNamed */.H5)(name, touch/* SUX */.X_);
    const parts = ((0,ast/* nodeOf */.E7)(object, 'List')?.items ?? []).map((item) => (0,ast/* nodeOf */.E7)(item, 'String')?.sval ?? '');
    const owner = (0,ast/* namesToQualified */.qO)(parts.slice(0, -1));
    if (objtype === 'OBJECT_COLUMN')
        return (0,touch/* touchNamed */.H5)(owner, touch/* SUX */.X_);
    return OF_RELATION.has(objtype) ? (0,touch/* touchNamed */.H5)(owner, touch.AS) : [];
};

;// CONCATENATED MODULE: ./build/schema/footprint/index.js










/**
 * One entry for each relation that stood before, with the strongest lock. Exact for tables and views; indexes and sequences
 * are in it where the statement names them. Without what runs row by row (triggers, foreign keys’ checks) and what a DO
 * block or a function does. `version`: null where nobody said.
 */
function footprint(node, schema, version) {
    const [tag = ''] = Object.keys(node ?? {});
    const read = READERS[tag];
    return node && read ? (0,touch/* merged */.Zu)(read(node, { schema, version })) : [];
}
const READERS = {
    AlterDomainStmt: domains/* alterDomain */.Po,
    AlterObjectSchemaStmt: setSchema,
    AlterPolicyStmt: createPolicy,
    AlterPublicationStmt: publication,
    AlterSeqStmt: sequence,
    AlterTableStmt: alterTable,
    ClusterStmt: cluster,
    CommentStmt: comment,
    CopyStmt: copy,
    CreateForeignTableStmt: createTable,
    CreatePolicyStmt: createPolicy,
    CreatePublicationStmt: publication,
    CreateSeqStmt: sequence,
    CreateStatsStmt: createStatistics,
    CreateStmt: createTable,
    CreateTableAsStmt: createTableAs,
    CreateTrigStmt: createTrigger,
    DeclareCursorStmt: (node, scene) => query((0,ast/* nodeOf */.E7)(node, 'DeclareCursorStmt')?.query ?? node, scene),
    DeleteStmt: query,
    DropStmt: drop,
    ExplainStmt: explain,
    // Since 18 the table that a privilege is about is looked at under a lock.
    GrantStmt: (node, { version }) => {
        const grant = (0,ast/* nodeOf */.E7)(node, 'GrantStmt');
        const isTable = grant?.objtype === 'OBJECT_TABLE' && grant.targtype === 'ACL_TARGET_OBJECT';
        return isTable && (version ?? 18) >= 18 ? (0,touch/* namesIn */.wX)(grant.objects).map((relation) => (0,touch/* touch */._M)(relation, touch.AS)) : [];
    },
    IndexStmt: createIndex,
    InsertStmt: query,
    LockStmt: lockTable,
    MergeStmt: query,
    RefreshMatViewStmt: refresh,
    ReindexStmt: reindex,
    RenameStmt: rename,
    RuleStmt: createRule,
    SelectStmt: query,
    TruncateStmt: truncate,
    UpdateStmt: query,
    VacuumStmt: vacuum,
    ViewStmt: createView,
};

// EXTERNAL MODULE: ./build/schema/index-use.js
var index_use = __webpack_require__(340);
// EXTERNAL MODULE: ./build/schema/session.js
var session = __webpack_require__(9126);
// EXTERNAL MODULE: ./build/rules/configure.js
var configure = __webpack_require__(2000);
;// CONCATENATED MODULE: ./build/rules/context.js
class Context {
    options;
    report;
    once;
    #stand;
    constructor(rule, options, stand) {
        this.options = options;
        this.#stand = stand;
        this.report = (problem) => this.#at.predictions.push(stand.predict(rule, problem, this.#at));
        this.once = () => !this.#at.asked.has(rule.id) && this.#at.asked.add(rule.id).has(rule.id);
    }
    get migration() {
        return this.#at.migration;
    }
    get script() {
        return this.#at.script;
    }
    get schema() {
        return this.#at.schema;
    }
    get session() {
        return this.#at.session;
    }
    get held() {
        return this.#at.held;
    }
    get footprint() {
        return this.#at.footprint;
    }
    get postgresVersion() {
        return this.#stand.postgresVersion;
    }
    get #at() {
        if (this.#stand.at === undefined)
            throw new Error('a rule is asked for nothing');
        return this.#stand.at;
    }
}

// EXTERNAL MODULE: ./build/rules/rule.js
var rule = __webpack_require__(6616);
;// CONCATENATED MODULE: ./build/rules/dispatch.js

class Dispatch {
    #checks;
    #byRole = new Map();
    constructor(rules, contextOf) {
        this.#checks = rules.map((rule) => {
            const context = contextOf(rule);
            return { rule, check: (statement) => rule.check(statement, context) };
        });
    }
    /** In the rules' order, for statements of a kind (the parse tree's tag) in scripts of a role. */
    checksFor(role, kind) {
        const byKind = this.#byRole.get(role) ?? new Map();
        this.#byRole.set(role, byKind);
        const known = byKind.get(kind);
        if (known !== undefined)
            return known;
        const wanted = this.#checks
            .filter(({ rule: { roles = rule/* DEFAULT_ROLES */.q, statements } }) => roles.includes(role) && (statements?.includes(kind) ?? true))
            .map(({ check }) => check);
        byKind.set(kind, wanted);
        return wanted;
    }
}

// EXTERNAL MODULE: ./build/rules/held.js
var held = __webpack_require__(5385);
;// CONCATENATED MODULE: ./build/rules/lint.js
/** Runs the rules over the changed migrations. Pure: no server is asked. */








/**
 * What the rules say about the changed migrations, in order. `schema` is the schema before the first of them; it is
 * taken over to what the migrations leave.
 */
function lint(migrations, schema, options) {
    const linter = new Linter(schema, options);
    return linter.settled(migrations.flatMap((migration) => linter.lint(migration)));
}
/** The same for one migration after another: what it has seen may be forgotten. */
class Linter {
    #schema;
    #run;
    /** `schema` is taken over to what the migrations leave. */
    constructor(schema, options) {
        this.#schema = schema;
        const stand = {
            at: undefined,
            postgresVersion: options.postgresVersion,
            predict: (rule, problem, at) => predict(rule.id, rule.severity, at.script, at.seen, problem, at.statement.start),
        };
        const contextOf = (rule) => new Context(rule, options.options?.get(rule.id) ?? (0,configure/* defaultOptions */.KQ)(rule), stand);
        this.#run = { ...options, dispatch: new Dispatch(options.rules, contextOf), stand };
    }
    lint(migration) {
        const { up, verify, maintenance, down } = migration;
        const predictions = lintScript(up, migration, this.#schema, this.#run);
        for (const script of [verify, maintenance, down]) {
            if (script)
                predictions.push(...lintScript(script, migration, this.#schema.fork(), this.#run));
        }
        return predictions;
    }
    /** Without what a later migration of the change mends. */
    settled(predictions) {
        return predictions.filter(({ unless }) => !unless || !(0,index_use/* hasIndexOn */.o)(this.#schema, unless.table, unless.indexOn));
    }
}
function lintScript(script, migration, schema, { dispatch, stand, postgresVersion }) {
    const predictions = [];
    schema.expect(script.statements);
    if (script.role === 'up' && script.statements.length === 0)
        predictions.push(emptyMigration(script));
    const states = (0,session/* sessions */.Mf)(script.statements);
    const transaction = new held/* Transaction */.ZX();
    const asked = new Set();
    for (const statement of script.statements) {
        const session = states[statement.index] ?? new Map();
        if (statement.syntaxError)
            predictions.push(syntaxError(statement, script));
        // A DO block is looked at as a whole, then statement by statement; a server sees them all as one.
        for (const seen of [statement, ...(statement.block?.statements ?? [])]) {
            let known;
            const locks = () => (known ??= footprint(seen.node, schema, postgresVersion));
            const held = transaction.before(seen);
            stand.at = { migration, script, schema, seen, statement, session, held, footprint: locks, asked, predictions };
            if (seen.node !== null) {
                for (const check of dispatch.checksFor(script.role, seen.kind))
                    check(seen);
            }
            transaction.after(seen, locks, schema);
            schema.apply(seen.node, 'change', seen.conditional);
        }
    }
    return predictions;
}
function predict(rule, severity, script, statement, problem, start) {
    const { message, help, location = statement.location, claim, about, related, fixes, unless } = problem;
    return {
        finding: {
            rule,
            severity,
            evidence: 'static',
            ...location,
            message,
            help,
            statement: statement.sql,
            ...(related && { related }),
            ...(fixes?.some(({ edits }) => edits.length > 0) && { fixes }),
        },
        at: { path: script.file.path, start },
        ...(claim && { claim }),
        ...(about && { about }),
        ...(unless && { unless }),
    };
}
function syntaxError(statement, script) {
    const { message, location, help } = statement.syntaxError ?? { message: '', location: statement.location };
    const text = `Postgres’ grammar refuses this statement: ${message}.`;
    return {
        finding: (0,built_in/* builtInFinding */.l)('syntax-error', location, text, { statement: statement.sql, ...(help && { help }) }),
        at: { path: script.file.path, start: statement.start },
        claim: { sqlstate: '42601' },
    };
}
function emptyMigration({ file }) {
    const location = { path: file.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    return {
        finding: (0,built_in/* builtInFinding */.l)('empty-migration', location, 'The migration holds no statement.'),
        at: { path: file.path, start: 0 },
    };
}


/***/ })

};
