export const id = 176;
export const ids = [176];
export const modules = {

/***/ 89176:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   asOne: () => (/* binding */ asOne)
/* harmony export */ });
/** Each statement was seen in one of them. */
function asOne(rehearsals) {
    const baselines = rehearsals.flatMap(({ baseline }) => baseline ?? []);
    const notes = rehearsals.flatMap(({ notChecked }) => notChecked);
    const first = (found) => {
        for (const { seen } of rehearsals) {
            const what = found(seen);
            if (what !== undefined)
                return what;
        }
        return undefined;
    };
    return {
        migrations: rehearsals.flatMap(({ migrations }) => migrations),
        observations: rehearsals.flatMap(({ observations }) => observations),
        seen: {
            statement: (at) => first((seen) => seen.statement(at)),
            fate: (at, object) => first((seen) => seen.fate(at, object)),
            leftOut: (at, column) => rehearsals.some(({ seen }) => seen.leftOut(at, column)),
            outside: rehearsals.every(({ seen }) => seen.outside),
        },
        // The server's own notes are the same for all.
        notChecked: notes.filter((note, index) => notes.findIndex(({ check, reason }) => check === note.check && reason === note.reason) === index),
        ...(baselines.length > 0 && {
            baseline: {
                scripts: baselines.reduce((sum, { scripts }) => sum + scripts, 0),
                fromCache: baselines.reduce((sum, { fromCache }) => sum + fromCache, 0),
            },
        }),
    };
}


/***/ })

};
