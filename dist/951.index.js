export const id = 951;
export const ids = [951];
export const modules = {

/***/ 30951:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   linkMode: () => (/* binding */ linkMode)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33838);
/* harmony import */ var _github_comment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30079);
/* harmony import */ var _github_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47307);
/* harmony import */ var _github_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6830);
/* harmony import */ var _github_links_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(19543);
/* harmony import */ var _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75968);
/** `mode: link`: lets the comment lead to the page that a step after the check has uploaded. It reads no code and decides nothing. */






/** Always 0: the job's verdict is the check's. Throws `UsageError` for an address that is no artifact of this repository. */
async function linkMode(event, { inputs, env, github }) {
    const change = (0,_github_event_js__WEBPACK_IMPORTED_MODULE_1__/* .readEvent */ .j)(event);
    const { reportUrl, commentKey } = inputs;
    // What could not be uploaded has no address, and the comment leads to the run as before.
    if (reportUrl === '' || inputs.comment === 'never' || github === null || change.kind !== 'pull_request')
        return 0;
    const runs = `${(0,_github_links_js__WEBPACK_IMPORTED_MODULE_2__/* .serverUrlOf */ .Gh)(env)}/${change.owner}/${change.repo}/actions/runs`;
    const isArtifact = reportUrl.startsWith(`${runs}/`) && /^\d+\/artifacts\/\d+$/.test(reportUrl.slice(runs.length + 1));
    if (!isArtifact)
        throw new _system_usage_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UsageError */ .e(`report-url: expected the artifact-url of actions/upload-artifact, in ${runs}.`);
    try {
        const outcome = await (0,_github_comment_js__WEBPACK_IMPORTED_MODULE_4__/* .editComment */ .QA)(github, change, commentKey, (body) => (0,_github_links_js__WEBPACK_IMPORTED_MODULE_2__/* .linkedTo */ .Dn)(body, runs, reportUrl));
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq)(`The report's page in the comment: ${outcome}.`);
    }
    catch (error) {
        (0,_actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e)((0,_github_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .explainRefusal */ .GC)('The link to the report’s page', error, change.isFork));
    }
    return 0;
}


/***/ })

};
