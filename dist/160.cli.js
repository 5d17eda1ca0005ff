export const id = 160;
export const ids = [160];
export const modules = {

/***/ 4160:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ resultOf),
/* harmony export */   ServerUnavailable: () => (/* binding */ ServerUnavailable),
/* harmony export */   Yj: () => (/* binding */ PostgresError),
/* harmony export */   m2: () => (/* binding */ ServerLost),
/* harmony export */   y7: () => (/* binding */ RunTimeExceeded)
/* harmony export */ });
/** What the server answered instead of doing what it was told. */
class PostgresError extends Error {
    name = 'PostgresError';
    sqlstate;
    detail;
    hint;
    /** 1-based, in characters (code points) of the query text. */
    position;
    constructor(fields) {
        super(fields.message);
        this.sqlstate = fields.sqlstate;
        this.detail = fields.detail;
        this.hint = fields.hint;
        this.position = fields.position;
    }
}
/** The result of a query that must not be refused. */
function resultOf(outcome) {
    if (outcome instanceof PostgresError)
        throw outcome;
    if (outcome === undefined)
        throw new ServerLost('the server sent no answer');
    return outcome;
}
/** The connection or the server is gone: what was running has no result. */
class ServerLost extends Error {
    name = 'ServerLost';
}
/** No server could be had: the message says which, where and how to mend it. */
class ServerUnavailable extends Error {
    name = 'ServerUnavailable';
}
/** The run has used up its time. */
class RunTimeExceeded extends ServerUnavailable {
    name = 'RunTimeExceeded';
}


/***/ })

};
