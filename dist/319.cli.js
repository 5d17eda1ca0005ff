export const id = 319;
export const ids = [319];
export const modules = {

/***/ 9319:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askOnTerminal: () => (/* binding */ askOnTerminal),
  initialize: () => (/* binding */ initialize)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:readline/promises"
var external_node_readline_promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: ./build/migrations/find.js + 29 modules
var find = __webpack_require__(2052);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(7392);
// EXTERNAL MODULE: ./build/settings/resolve.js + 4 modules
var resolve = __webpack_require__(5468);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(5968);
;// CONCATENATED MODULE: ./build/cli/pins.js
/** The other actions that our workflows use, by the commit of a release: a tag can be moved. */
const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const UPLOAD = 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1';
const DOWNLOAD = 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1';

;// CONCATENATED MODULE: ./build/cli/workflow.js

/** The workflow that users add: `init` writes it, docs/example-workflow.yml is generated from it. */
const WORKFLOW = `# The one workflow to add: .github/workflows/migration-safety.yml
# Then make "Migration safety" a required status check of the default branch.
name: Migration safety

on:
  # No "paths:" filter here: a required check whose workflow is skipped stays pending and blocks the merge for ever.
  # A pull request that changes no migration passes in a second.
  pull_request:
  # Without this event a merge queue waits for the required check until it times out.
  merge_group:

# Whatever is not listed is refused.
permissions:
  contents: read
  # To list the changed files and to write the comment. Pull requests from forks get a read-only token all the same:
  # there the report is in the step summary and in annotations, and the verdict is the same.
  pull-requests: write

# A newer push replaces the run of the one before, so that two runs never write the comment at once.
concurrency:
  group: migration-safety-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    # The name of the required status check.
    name: Migration safety
    runs-on: ubuntu-latest
    timeout-minutes: 15
    services:
      postgres:
        # The major version that production runs.
        image: postgres:17
        env:
          # Nothing but this job can reach the server, and it is gone with the job.
          POSTGRES_PASSWORD: postgres
        ports:
          # A free port of the runner.
          - 5432
        # Makes the runner wait until the server answers.
        options: --health-cmd "pg_isready -U postgres" --health-interval 2s --health-timeout 5s --health-retries 15
    steps:
      - uses: ${CHECKOUT}
        with:
          # A merge group is compared with its base commit, which a shallow clone does not hold.
          fetch-depth: 0
          # The SQL of a pull request runs in this job: leave no token beside it.
          persist-credentials: false
      - uses: migration-safety/migration-safety@v0
        id: check
        with:
          database-url: postgres://postgres:postgres@localhost:\${{ job.services.postgres.ports['5432'] }}/postgres
      # The report as one page, which opens in the browser from the run's page. It is for people: the verdict does not rest on it.
      - uses: ${UPLOAD}
        if: \${{ !cancelled() && steps.check.outputs.report-html != '' }}
        continue-on-error: true
        with:
          path: \${{ steps.check.outputs.report-html }}
          # As the file that it is, not as a zip.
          archive: false
          retention-days: 30
      # The second workflow of docs/github.md reads it, and comments on the pull requests of forks. Without one, leave
      # this step out.
      - uses: ${UPLOAD}
        if: \${{ !cancelled() && steps.check.outputs.report-json != '' }}
        with:
          name: migration-safety
          path: \${{ steps.check.outputs.report-json }}
          retention-days: 5
`;

;// CONCATENATED MODULE: ./build/cli/init.js
/** `init`: writes the workflow and the settings file; never over what is there, unless that is confirmed. */









/** The content of the settings file: the layout only where one fits all. */
function settingsText(layouts) {
    const names = [...new Set(layouts.map(({ layout }) => layout))];
    const found = layouts.map(({ root, layout, reason }) => `# ${(0,report_escape/* oneLine */.TN)(`${root || '.'}: ${layout}, ${reason}`)}\n`);
    const recognised = found.length > 0 ? `# Found here:\n${found.join('')}` : '';
    const layout = names.length === 1 ? `layout: ${names[0]}\n` : '# layout: auto\n';
    return `# What migration-safety should know of this repository. Everything here may be left out.

# How the migrations are named, split and ordered. Without this it is recognised.
${recognised}${layout}
# Where the migrations are. Without this they are recognised by folder and name.
# migrations: db/migrations/*.sql

# The major version that production runs.
# postgres-version: 17

# The least severity that fails the check.
fail-on: error

# What must have been proven of every migration, so that a server that is missing can't look like a pass.
# required-checks: [rehearsal, rollback, rerun]
`;
}
const WORKFLOW_PATH = '.github/workflows/migration-safety.yml';
/**
 * Returns what was done, for people. What is there already is overwritten only where `overwrite` or the person who is
 * asked says so; else it throws `UsageError` before anything is written.
 */
async function initialize(folder, overwrite, ask) {
    const files = [
        [WORKFLOW_PATH, WORKFLOW],
        [find_file/* FILE_NAME */.zE, settingsText(await layoutsIn(folder))],
    ];
    const present = [];
    for (const [path] of files)
        if (await (0,promises_.stat)((0,external_node_path_.join)(folder, path)).catch(() => null))
            present.push(path);
    const there = `${present.join(' and ')} ${present.length > 1 ? 'are' : 'is'} there already.`;
    if (present.length > 0 && !overwrite && !(await ask?.(`${there} Overwrite?`))) {
        throw new usage_error/* UsageError */.e(`init: ${there} Nothing was written. To overwrite, add --yes.`);
    }
    for (const [path, contents] of files) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, path)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, path), contents);
    }
    const list = files.map(([path]) => `  ${path}\n`).join('');
    return `Wrote\n${list}Next: name production’s Postgres version in both, commit them, and make “Migration safety” a required status check.\n`;
}
/** The layouts of the migrations that are there; none where nothing is recognised, or the old settings are broken. */
async function layoutsIn(folder) {
    try {
        const settings = await (0,resolve/* resolveSettings */.M)({ inputs: {}, cwd: folder });
        return (await (0,find/* findMigrations */.r)({ paths: ['.'] }, settings, folder)).layouts;
    }
    catch (error) {
        if (error instanceof usage_error/* UsageError */.e)
            return [];
        throw error;
    }
}
/** Asks on the terminal; without one nothing is asked. */
function askOnTerminal() {
    if (!process.stdin.isTTY || !process.stderr.isTTY)
        return undefined;
    return async (question) => {
        const terminal = (0,external_node_readline_promises_.createInterface)({ input: process.stdin, output: process.stderr });
        const answer = await terminal.question(`${question} [y/N] `);
        terminal.close();
        return /^y(es)?$/i.test(answer.trim());
    };
}


/***/ }),

/***/ 9924:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Dy: () => (/* binding */ webAddress),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Fo: () => (/* binding */ terminal),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   N3: () => (/* binding */ pathCode),
/* harmony export */   Sq: () => (/* binding */ CODE),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   _1: () => (/* binding */ shortPath),
/* harmony export */   _J: () => (/* binding */ sourceLine),
/* harmony export */   _n: () => (/* binding */ xml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   uH: () => (/* binding */ clean),
/* harmony export */   wq: () => (/* binding */ commandData),
/* harmony export */   xv: () => (/* binding */ truncate)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/**
 * The one module through which all text from the pull request or from the server passes before it is shown.
 * Everything that a finding, a path or a server message holds is hostile until it has been here.
 */

/** Everything invisible: control, format (bidi, zero-width, tags) and separator characters, but not newline and tab. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
/** Text between single backticks. */
const CODE = /(?<!`)`(?![\s`])([^`]*[^\s`])`(?!`)/;
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** What GitHub turns into a mention, a reference, a link, an emoji or mathematics in plain text. */
const LIVE = /@\w|#\d|\w:\/\/|www\.|\bGH-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$/i;
/** Plain text: no terminal sequences, no invisible characters, `\n` as the only line break. */
function clean(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.replace(/\r\n?|[\u2028\u2029]/g, '\n'))
        .replace(INVISIBLE, '')
        .replace(LONE_SURROGATE, '\uFFFD');
}
/** Plain text on one line, cut to `max` characters. */
function oneLine(text, max = 1000) {
    return truncate(clean(text).replace(/\s+/g, ' ').trim(), max);
}
/** Cut to `max` UTF-16 units, the last of them an ellipsis; never through a surrogate pair. */
function truncate(text, max) {
    if (text.length <= max)
        return text;
    const cut = text.slice(0, Math.max(0, max - 1));
    return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
/** A path on one line; the end is what distinguishes files, so that a long one loses its beginning. */
function shortPath(path, max = 120) {
    const line = oneLine(path, Number.POSITIVE_INFINITY);
    return line.length <= max ? line : `…${line.slice(1 - max).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
/** A code span whose fence is longer than any run of backticks inside. Not for table cells: see `cellCode`. */
function code(text, max = 200) {
    const line = unforgeable(oneLine(text, max));
    if (line === '')
        return '`(empty)`';
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return `${fence}${pad}${line}${pad}${fence}`;
}
/** A code span that is safe in a table cell too, where renderers disagree about escaped pipes in backticks. */
function cellCode(text, max = 200) {
    return text.includes('|') ? htmlCode(text, max) : code(text, max);
}
/** A `<code>` element in which nothing is Markdown: for `<summary>` lines and for code that holds a pipe. */
function htmlCode(text, max = 200) {
    return `<code>${htmlText(text, max)}</code>`;
}
/** A file's path in which a narrow screen may break the line, though nobody who copies it gets a space. */
function pathCode(path) {
    const parts = shortPath(path).match(/.{6,}?[/._-]+|.+/gu) ?? [];
    // What paths are made of begins nothing in Markdown, and takes less room as it is.
    const texts = parts.map((part) => htmlText(part).replace(/&#4[567];/g, (mark) => String.fromCharCode(Number(mark.slice(2, 4)))));
    return `<code>${texts.join('<wbr>')}</code>`;
}
/** Text of HTML in which nothing is Markdown. */
function htmlText(text, max = 200) {
    return oneLine(text, max).replace(PUNCTUATION, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Text or an attribute's value in an HTML document. Line breaks stay. */
function html(text, max = 10_000) {
    return truncate(clean(text), max).replace(/[&<>"'`]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/**
 * A sentence in Markdown, safe in table cells: what is in backticks becomes code, and so does every word that
 * GitHub would bring to life (`@name`, `#12`, URLs, commit hashes). Everything else is literal text.
 */
function prose(text, max = 1000) {
    let out = '';
    for (const [at, piece] of oneLine(text, max).split(CODE).entries()) {
        const next = at % 2 === 1 ? cellCode(piece) : words(piece);
        // Two code spans that touch would become one.
        out += out.endsWith('`') && next.startsWith('`') ? ` ${next}` : next;
    }
    return out.replace(/^([-+=])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
}
/** A fenced code block, its fence longer than any run of backticks inside. */
function fence(text, language = '', max = 6000) {
    const body = unforgeable(truncate(clean(text), max))
        .replace(/^(?:[ \t]*\n)+/, '')
        .trimEnd();
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body}\n${ticks}`;
}
/** One row of a table. Cells are Markdown already; whatever they still hold that would end the row is made harmless. */
function row(cells) {
    return `| ${cells.map((cell) => cell.replace(/\s*\n\s*/g, ' ').replaceAll('|', '&#124;')).join(' | ')} |`;
}
/** A link around Markdown; only the label where the address is missing or isn't one of the web. */
function link(label, url) {
    const address = webAddress(url);
    return address === null ? label : `[${label}](${address})`;
}
/** An address of the web without a character that ends it in Markdown or HTML; null for any other. */
function webAddress(url) {
    if (!url || !/^https?:\/\//.test(url))
        return null;
    return clean(url).replace(/[\s()<>|"'`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
/** The message of a workflow command. */
function commandData(text, max = 4096) {
    return truncate(clean(text), max).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** A property of a workflow command. */
function commandProperty(text, max = 255) {
    return commandData(text, max).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** Text of an XML element or attribute (XML 1.0, 2.4). */
function xml(text) {
    return clean(text).replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
/** Lines for a terminal. A runner reads its log for commands, so that no line may begin like one. */
function terminal(text) {
    return clean(text).replace(/^(\s*)(::|##\[)/gm, (_, indent, mark) => `${indent}${mark[0]} ${mark.slice(1)}`);
}
/** A line of source for a code frame: every invisible character is shown as one mark, so that columns stay true. */
function sourceLine(line) {
    return line.replace(/(?!\t)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, (char) => '\uFFFD'.repeat(char.length));
}
function words(text) {
    return text
        .split(/(\s+)/)
        .map((word) => {
        if (!LIVE.test(word))
            return plain(word);
        const [, before = '', core = '', after = ''] = /^(["'(]*)(.*?)([.,;:!?)"']*)$/.exec(word) ?? [];
        return core === '' ? plain(word) : `${plain(before)}${cellCode(core)}${plain(after)}`;
    })
        .join('');
}
function plain(text) {
    return text
        .replace(/[\\`*~[\]{}#^$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('|', '&#124;');
}
/** The marks of an HTML comment, taken apart: our own marker must not be found in any other text. */
function unforgeable(text) {
    return text.replaceAll('<!--', '< !--').replaceAll('-->', '-- >');
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ })

};
