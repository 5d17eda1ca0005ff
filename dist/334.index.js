export const id = 334;
export const ids = [334];
export const modules = {

/***/ 33334:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connect: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ../../work/main/node_modules/@actions/github/lib/github.js
var github = __webpack_require__(31951);
// EXTERNAL MODULE: ../../work/main/node_modules/@actions/github/lib/utils.js + 20 modules
var utils = __webpack_require__(97809);
;// CONCATENATED MODULE: ./build/github/reject-truncated-json.js
/** Makes such an answer a server error, which is asked for again. It must be registered before `retrying`. */
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
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ../../work/main/node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(96310);
;// CONCATENATED MODULE: ./build/github/retrying.js
/** When we ask GitHub again, and how long we wait before we go on without it: one budget for all waits of one client. */


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
/** How often a request is repeated that got no answer, or a server error. */
const RETRIES = 2;
/**
 * An octokit plugin: repeats a request after a rate limit as soon as GitHub allows, and after a server error or no answer
 * twice, while the budget lasts. A request with `request: { retries: 0 }` is never repeated after a server error: it may
 * have been carried out. Octokit's own two plugins queue every request and know neither a budget nor a plain 429.
 */
function retrying(budget) {
    return (octokit) => {
        octokit.hook.wrap('request', async (request, options) => {
            const { retries = RETRIES } = options.request;
            for (let failures = 0;;) {
                try {
                    return await request(options);
                }
                catch (error) {
                    const limit = rateLimitSeconds(error);
                    if (limit === null && (!isServerError(error) || failures++ >= retries))
                        throw error;
                    const seconds = limit ?? failures ** 2;
                    const waits = budget.spend(seconds);
                    (0,core/* debug */.Yz)(`${String(error)}: ${waits ? 'asking again' : 'too long to wait'}, ${seconds} s`);
                    if (!waits)
                        throw error;
                    await (0,promises_.setTimeout)(seconds * 1000);
                }
            }
        });
        return {};
    };
}
/** Octokit reports an answer that never came as a 500, too. */
function isServerError(error) {
    return (error.status ?? 0) >= 500;
}
/**
 * Seconds until GitHub takes another request; null where it was no rate limit that refused. Source: GitHub's docs, “Rate limits
 * for the REST API”, section “Exceeding the rate limit”.
 */
function rateLimitSeconds(error, now = Date.now()) {
    const { status, message, response } = error;
    if (status !== 403 && status !== 429)
        return null;
    const headers = response?.headers ?? {};
    const after = numberOf(headers['retry-after']);
    // Never at once, or it would be asked again and again without an end.
    if (after !== null)
        return Math.max(1, after);
    const reset = numberOf(headers['x-ratelimit-reset']);
    if (numberOf(headers['x-ratelimit-remaining']) === 0 && reset !== null) {
        return Math.max(1, Math.ceil(reset - now / 1000) + 1);
    }
    return status === 429 || /\bsecondary rate\b/i.test(message ?? '') ? 60 : null;
}
function numberOf(header) {
    const number = header === undefined || header === '' ? Number.NaN : Number(header);
    return Number.isFinite(number) && number >= 0 ? number : null;
}

;// CONCATENATED MODULE: ./build/github/client.js
/**
 * The one connection to GitHub: retries and rate limits are handled, and every wait has an end. Import it only when it is
 * needed: what it imports throws for a broken event file and for invalid addresses.
 */




/** More than any pull request has pages. */
const ASKED_AT_MOST = 500;
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
        // octokit logs warnings to stderr, where the runner would read them as ours
        log: { debug() { }, info() { }, warn() { }, error() { } },
    }, 
    // In this order: what it rejects is asked for again.
    rejectTruncatedJson, retrying(budget));
}


/***/ })

};
