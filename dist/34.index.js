export const id = 34;
export const ids = [34];
export const modules = {

/***/ 1034:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js
var github = __webpack_require__(1351);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/utils.js + 19 modules
var utils = __webpack_require__(5555);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-retry/dist-bundle/index.js
var dist_bundle = __webpack_require__(9735);
// EXTERNAL MODULE: ./node_modules/@octokit/plugin-throttling/dist-bundle/index.js
var plugin_throttling_dist_bundle = __webpack_require__(6856);
;// CONCATENATED MODULE: ./build/github/reject-truncated-json.js
/** Makes such an answer a server error, which is asked for again. It must be registered before the retry plugin. */
function rejectTruncatedJson(octokit) {
    octokit.hook.after('request', (response, request) => {
        const data = response.data;
        if (response.status === 204 || (typeof data === 'object' && data !== null))
            return;
        const type = response.headers['content-type'] ?? '';
        const message = /\bjson\b/.test(type)
            ? 'GitHub’s answer was cut off'
            : `The answer is no JSON but ${oneWord(type)}: a proxy may stand before GitHub, or GITHUB_API_URL names something else`;
        throw Object.assign(new Error(message), { status: 502, request });
    });
    return {};
}
function oneWord(type) {
    return /^[\w/+.-]{1,60}/.exec(type)?.[0] ?? 'of no known type';
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(3838);
;// CONCATENATED MODULE: ./build/github/retry-budget.js
/** How long we wait for GitHub before we go on without it: one budget for all waits of one client. */


function retryBudget(seconds) {
    let left = seconds;
    return {
        spend(wanted) {
            if (wanted > left)
                return false;
            left -= wanted;
            return true;
        },
        take(seconds) {
            left -= seconds;
        },
    };
}
/** Throttling's two callbacks: wait for a rate limit only while the budget lasts. */
function throttleOptions(budget) {
    const waitFor = (limit) => (retryAfter) => {
        const willWait = budget.spend(retryAfter);
        (0,core/* debug */.Yz)(`GitHub's ${limit}: ${willWait ? `waiting ${retryAfter} s` : `${retryAfter} s is too long to wait`}`);
        return willWait;
    };
    return { onRateLimit: waitFor('rate limit'), onSecondaryRateLimit: waitFor('secondary rate limit') };
}
/**
 * An octokit plugin that lets the retry plugin try again only while the budget lasts. It must precede that plugin:
 * the hook that was registered first sees an error first.
 */
function boundedRetries(budget) {
    return (octokit) => {
        octokit.hook.error('request', (error, options) => {
            const status = 'status' in error ? error.status : 0;
            const request = options.request;
            // The retry plugin waits (n + 1)² seconds before its nth retry.
            const pause = ((request.retryCount ?? 0) + 1) ** 2;
            if (status >= 500 && request.retries !== 0 && !budget.spend(pause))
                request.retries = 0;
            throw error;
        });
        return {};
    };
}
/**
 * An octokit plugin that waits where GitHub says 429 and for how long: the throttling plugin knows such an answer only
 * by the text of its message.
 */
function tooManyRequests(budget) {
    return (octokit) => {
        octokit.hook.wrap('request', async (request, options) => {
            for (;;) {
                try {
                    return await request(options);
                }
                catch (error) {
                    const seconds = waitFor(error);
                    if (seconds === null || !budget.spend(seconds))
                        throw error;
                    await (0,promises_.setTimeout)(seconds * 1000);
                }
            }
        });
        return {};
    };
}
function waitFor(error) {
    const { status, response } = error;
    const seconds = Number(response?.headers?.['retry-after'] || Number.NaN);
    // Zero would be asked again and again without an end.
    return status === 429 && seconds >= 0 ? Math.max(1, seconds) : null;
}

;// CONCATENATED MODULE: ./build/github/client.js
/**
 * The one connection to GitHub: retries and rate limits are handled, and every wait has an end. Import it only when it is
 * needed: what it imports throws for a broken event file and for invalid addresses.
 */






/** More than any pull request has pages. */
const ASKED_AT_MOST = 500;
/** What a retry can't repair, and 429, which is the throttling plugin's. */
const FINAL = [400, 401, 403, 404, 410, 422, 429, 451];
function connect(token, options = {}) {
    const budget = retryBudget(options.patience ?? 30);
    const answers = retryBudget(options.answers ?? 120);
    const timeout = options.timeout ?? 15;
    const baseUrl = options.baseUrl ?? (process.env.GITHUB_API_URL || 'https://api.github.com');
    // Through the proxy, where there is one.
    const fetchOnce = utils/* defaults */.NT.request?.fetch ?? fetch;
    let asked = 0;
    const send = async (url, init) => {
        const began = performance.now();
        // One answer may take its time; many that do, and pages without an end, would keep a check for hours.
        if (!answers.spend(0) || asked++ >= ASKED_AT_MOST)
            throw new Error('GitHub took too long to answer all questions');
        try {
            return await fetchOnce(url, { ...init, signal: AbortSignal.timeout(timeout * 1000) });
        }
        finally {
            answers.take((performance.now() - began) / 1000);
        }
    };
    return (0,github/* getOctokit */.Q)(token, {
        baseUrl,
        request: { ...utils/* defaults */.NT.request, fetch: send },
        // octokit logs every retry to stderr, where the runner would read it as ours
        log: { debug() { }, info() { }, warn() { }, error() { } },
        retry: { doNotRetry: FINAL, retries: 2 },
        throttle: { ...throttleOptions(budget), id: baseUrl },
    }, rejectTruncatedJson, tooManyRequests(budget), boundedRetries(budget), dist_bundle/* retry */.L, plugin_throttling_dist_bundle/* throttling */.A);
}


/***/ })

};
