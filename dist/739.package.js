export const id = 739;
export const ids = [739,120];
export const modules = {

/***/ 8988:
/***/ (function (__unused_webpack_module, exports) {

var __webpack_unused_export__;

__webpack_unused_export__ = true;
exports.Io = exports.kp = void 0;
var peq = new Uint32Array(0x10000);
var myers_32 = function (a, b) {
    var n = a.length;
    var m = b.length;
    var lst = 1 << (n - 1);
    var pv = -1;
    var mv = 0;
    var sc = n;
    var i = n;
    while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
    }
    for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= ((eq & pv) + pv) ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
            sc++;
        }
        if (pv & lst) {
            sc--;
        }
        mv = (mv << 1) | 1;
        pv = (pv << 1) | ~(xv | mv);
        mv &= xv;
    }
    i = n;
    while (i--) {
        peq[a.charCodeAt(i)] = 0;
    }
    return sc;
};
var myers_x = function (b, a) {
    var n = a.length;
    var m = b.length;
    var mhc = [];
    var phc = [];
    var hsize = Math.ceil(n / 32);
    var vsize = Math.ceil(m / 32);
    for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
    }
    var j = 0;
    for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
            var eq = peq[a.charCodeAt(i)];
            var pb = (phc[(i / 32) | 0] >>> i) & 1;
            var mb = (mhc[(i / 32) | 0] >>> i) & 1;
            var xv = eq | mv_1;
            var xh = ((((eq | mb) & pv_1) + pv_1) ^ pv_1) | eq | mb;
            var ph = mv_1 | ~(xh | pv_1);
            var mh = pv_1 & xh;
            if ((ph >>> 31) ^ pb) {
                phc[(i / 32) | 0] ^= 1 << i;
            }
            if ((mh >>> 31) ^ mb) {
                mhc[(i / 32) | 0] ^= 1 << i;
            }
            ph = (ph << 1) | pb;
            mh = (mh << 1) | mb;
            pv_1 = mh | ~(xv | ph);
            mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
            peq[b.charCodeAt(k)] = 0;
        }
    }
    var mv = 0;
    var pv = -1;
    var start = j * 32;
    var vlen = Math.min(32, m - start) + start;
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
    }
    var score = m;
    for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = (phc[(i / 32) | 0] >>> i) & 1;
        var mb = (mhc[(i / 32) | 0] >>> i) & 1;
        var xv = eq | mv;
        var xh = ((((eq | mb) & pv) + pv) ^ pv) | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += (ph >>> (m - 1)) & 1;
        score -= (mh >>> (m - 1)) & 1;
        if ((ph >>> 31) ^ pb) {
            phc[(i / 32) | 0] ^= 1 << i;
        }
        if ((mh >>> 31) ^ mb) {
            mhc[(i / 32) | 0] ^= 1 << i;
        }
        ph = (ph << 1) | pb;
        mh = (mh << 1) | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
    }
    for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
    }
    return score;
};
var distance = function (a, b) {
    if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
    }
    if (b.length === 0) {
        return a.length;
    }
    if (a.length <= 32) {
        return myers_32(a, b);
    }
    return myers_x(a, b);
};
exports.Io = distance;
var closest = function (str, arr) {
    var min_distance = Infinity;
    var min_index = 0;
    for (var i = 0; i < arr.length; i++) {
        var dist = distance(str, arr[i]);
        if (dist < min_distance) {
            min_distance = dist;
            min_index = i;
        }
    }
    return arr[min_index];
};
exports.kp = closest;


/***/ }),

/***/ 7739:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseSettings: () => (/* binding */ parseSettings),
/* harmony export */   parseSettingsFile: () => (/* binding */ parseSettingsFile),
/* harmony export */   readSettingsFile: () => (/* binding */ readSettingsFile),
/* harmony export */   settingsFrom: () => (/* binding */ settingsFrom)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var fastest_levenshtein__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8988);
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7958);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7207);
/* harmony import */ var _system_read_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8060);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53);
/* harmony import */ var _find_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4337);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2966);
/** Reads the settings file; every mistake in it is reported at once, each with its line. */








/** Throws `UsageError` with all that is wrong: file, line, column, what was expected. */
async function readSettingsFile(file, shown, cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file)) {
    const read = await (0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(file, cwd);
    if ('text' in read)
        return parseSettingsFile(read.text, shown);
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`config: ${shown}: ${(0,_system_read_file_js__WEBPACK_IMPORTED_MODULE_3__/* .inSentence */ .BX)(read.problem)}`);
}
/** The values alone. */
function parseSettings(text, shown) {
    return parseSettingsFile(text, shown).values;
}
/** Reads YAML (or JSON); in a package.json, what is under its key. Pure. Throws as `readSettingsFile` does. */
function parseSettingsFile(text, shown) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_2__.LineCounter();
    const document = parsed(text, shown, lines);
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${shown}:${line}:${col}`;
    };
    if (document.errors.length > 0) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`).join('\n'));
    }
    const above = (0,_find_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isPackageFile */ .N8)(shown) ? [_find_file_js__WEBPACK_IMPORTED_MODULE_4__/* .PACKAGE_KEY */ .Hy] : [];
    const place = (path) => at(offsetOf(document, [...above, ...path]));
    const whole = plainValue(document, shown);
    const value = (above.length === 0 ? whole : within(whole, shown)) ?? {};
    // A list would pass for an object with numbers for names.
    if (Array.isArray(value))
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${place([])}: ${noSettings('a list')}`);
    return { values: validSettings(value, place), place };
}
/** Settings as an object of a program's. Throws `UsageError` as the others do, with the names of what is wrong. */
function settingsFrom(value) {
    return validSettings(value, () => 'settings');
}
function validSettings(value, place) {
    const result = valibot__WEBPACK_IMPORTED_MODULE_7__/* .safeParse */ .xLC(_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .settingsSchema */ .dP, value);
    if (result.success)
        return result.output;
    const problems = result.issues.flatMap(deeper).map((issue) => {
        const path = (issue.path ?? []).map(({ key }) => key);
        return `${place(path)}: ${describe(path, issue)}`;
    });
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(problems.join('\n'));
}
/** What nests without end overflows the library's stack. */
function parsed(text, shown, lineCounter) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_2__.parseDocument)(text, { lineCounter, prettyErrors: false });
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${shown}: it can’t be read as YAML: ${error.message}.`);
    }
}
function within(value, shown) {
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, _find_file_js__WEBPACK_IMPORTED_MODULE_4__/* .PACKAGE_KEY */ .Hy))
        return value[_find_file_js__WEBPACK_IMPORTED_MODULE_4__/* .PACKAGE_KEY */ .Hy];
    throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`config: ${shown}: there is no "${_find_file_js__WEBPACK_IMPORTED_MODULE_4__/* .PACKAGE_KEY */ .Hy}" in it.`);
}
/** Aliases of aliases can grow without end: the library refuses them with an error of its own. */
function plainValue(document, shown) {
    try {
        return document.toJS();
    }
    catch (error) {
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UsageError */ .e(`${shown}: ${error.message}.`);
    }
}
function noSettings(received) {
    return `a settings file holds settings, such as "fail-on: warning"; this is ${received}.`;
}
/** Where one of several forms is meant, the mistakes inside the one that was written say more than the choice. */
function deeper(issue) {
    if (issue.type !== 'union' || typeof issue.input !== 'object' || issue.input === null)
        return [issue];
    const inside = (issue.issues ?? []).filter(({ path }) => path !== undefined);
    if (inside.length === 0)
        return [issue];
    return inside.flatMap((it) => deeper({ ...it, path: [...(issue.path ?? []), ...(it.path ?? [])] }));
}
function describe(path, issue) {
    const name = path.map(String).join('.');
    if (path.length === 0)
        return noSettings(issue.received);
    if (issue.type === 'non_empty')
        return `${name}: ${issue.message}.`;
    if (issue.type !== 'strict_object')
        return `${name}: ${issue.message}, got ${issue.received}.`;
    const near = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_1__/* .closest */ .kp)(name, _schema_js__WEBPACK_IMPORTED_MODULE_5__/* .SETTING_NAMES */ .OI);
    const hint = (0,fastest_levenshtein__WEBPACK_IMPORTED_MODULE_1__/* .distance */ .Io)(name, near) <= Math.max(2, name.length / 3) ? ` Did you mean "${near}"?` : '';
    return `there is no setting "${name}".${hint} Known: ${_schema_js__WEBPACK_IMPORTED_MODULE_5__/* .SETTING_NAMES */ .OI.join(', ')}.`;
}
/** The offset of the key that a path leads to, or of the nearest thing above it. */
function offsetOf(document, path) {
    for (let length = path.length; length > 0; length--) {
        const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
        const items = parent !== null && typeof parent === 'object' && 'items' in parent ? parent.items : [];
        for (const item of items) {
            const key = item !== null && typeof item === 'object' && 'key' in item ? item.key : undefined;
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_2__.isScalar)(key) && String(key.value) === String(path[length - 1]))
                return key.range?.[0] ?? 0;
        }
        const node = document.getIn(path.slice(0, length), true);
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_2__.isNode)(node))
            return node.range?.[0] ?? 0;
    }
    return 0;
}


/***/ }),

/***/ 2966:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OI: () => (/* binding */ SETTING_NAMES),
/* harmony export */   Zu: () => (/* binding */ textSchema),
/* harmony export */   dP: () => (/* binding */ settingsSchema)
/* harmony export */ });
/* harmony import */ var valibot__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7958);
/* harmony import */ var _table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(187);
/** The schemas of the settings: they validate, and the JSON Schema for editors and the documentation come from them. */


function entries(names) {
    const described = names.map((name) => {
        const { schema, description } = (0,_table_js__WEBPACK_IMPORTED_MODULE_0__/* .entryOf */ .Ms)(name);
        return [name, valibot__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lqM(valibot__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(schema, valibot__WEBPACK_IMPORTED_MODULE_1__/* .description */ .h_(description)))];
    });
    return Object.fromEntries(described);
}
/** A settings file. */
const settingsSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej(entries(_table_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE_SETTINGS */ .VQ));
/** What is given as text, once it is read (`text.ts`). */
const textSchema = valibot__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc(entries(_table_js__WEBPACK_IMPORTED_MODULE_0__/* .TEXT_SETTINGS */ .yB));
/** The names of all settings that a file may hold. */
const SETTING_NAMES = _table_js__WEBPACK_IMPORTED_MODULE_0__/* .FILE_SETTINGS */ .VQ;


/***/ })

};
