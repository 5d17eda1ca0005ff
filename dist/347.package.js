export const id = 347;
export const ids = [347];
export const modules = {

/***/ 3347:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askOnTerminal: () => (/* binding */ askOnTerminal)
/* harmony export */ });
/* harmony import */ var node_readline_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6848);
/** Asks a person on the terminal; without one nothing is asked. */

function askOnTerminal() {
    if (!process.stdin.isTTY || !process.stderr.isTTY)
        return undefined;
    return async (question) => {
        const terminal = (0,node_readline_promises__WEBPACK_IMPORTED_MODULE_0__.createInterface)({ input: process.stdin, output: process.stderr });
        const answer = await terminal.question(`${question} `);
        terminal.close();
        return answer.trim();
    };
}


/***/ })

};
