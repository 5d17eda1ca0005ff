export const id = 632;
export const ids = [632];
export const modules = {

/***/ 3725:
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
// EXTERNAL MODULE: ./build/migrations/find.js + 76 modules
var find = __webpack_require__(9438);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(1707);
// EXTERNAL MODULE: ./build/settings/find-file.js
var find_file = __webpack_require__(4337);
// EXTERNAL MODULE: ./build/settings/resolve.js + 4 modules
var resolve = __webpack_require__(2716);
// EXTERNAL MODULE: ./build/system/usage-error.js
var usage_error = __webpack_require__(53);
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

/***/ 1654:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ catalogue)
/* harmony export */ });
/** The checks of one room, and how it makes findings of them: help and severity are the check's unless `extra` says better. */
function catalogue(checks) {
    return {
        checks,
        finding(rule, location, message, extra = {}) {
            const { severity, fix } = checks[rule];
            return { rule, severity, evidence: 'static', help: fix, ...location, message, ...extra };
        },
    };
}


/***/ }),

/***/ 8962:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   At: () => (/* binding */ INTERNAL_CHECKS),
/* harmony export */   IY: () => (/* binding */ brokeReading),
/* harmony export */   wZ: () => (/* binding */ inShort)
/* harmony export */ });
/** What broke while a file or a folder was read, before there are statements. */
function brokeReading(what, error) {
    return `${what} broke migration-safety (${inShort(error)}): that is a bug of it. Nothing of this was checked; all other findings stand.`;
}
/** An error on one line. */
function inShort(error) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return text.replace(/\s+/g, ' ').slice(0, 200);
}
/** Where a part of the tool breaks, whichever it is. */
const INTERNAL_CHECKS = {
    'internal-error': {
        severity: 'error',
        summary: 'A part of migration-safety broke, and checked nothing there',
        why: 'It is a bug of the tool, not of the migration. The other rules and the rehearsal went on; but what the broken part looks for was not looked for, and an unfinished check is no pass.',
        fix: 'Read the statement yourself, and report the bug with it. To go on meanwhile, say why above the statement: `-- migration-safety: ignore internal-error <reason>`.',
    },
};


/***/ }),

/***/ 2800:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ FILE_CHECKS),
/* harmony export */   s: () => (/* binding */ fileFinding)
/* harmony export */ });
/* harmony import */ var _findings_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1654);
/* harmony import */ var _findings_internal_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8962);
/** What the files are found to be, before any SQL is read. */


const { checks: FILE_CHECKS, finding: fileFinding } = (0,_findings_check_js__WEBPACK_IMPORTED_MODULE_1__/* .catalogue */ .s)({
    ..._findings_internal_error_js__WEBPACK_IMPORTED_MODULE_0__/* .INTERNAL_CHECKS */ .At,
    'ambiguous-layout': {
        severity: 'error',
        summary: 'Two layouts fit a folder of migrations',
        why: 'The folder holds the marks or the settings of more than one migration tool. They order, split and wrap files differently: a wrong guess would check something else than what production runs.',
        fix: 'Name the layout with the setting `layout`, or leave the other tool’s files out with `migrations` or `ignore`.',
    },
    'malformed-migration': {
        severity: 'error',
        summary: 'The migration tool can’t read a file as it is meant',
        why: 'A section that is never closed, a down before an up, a name without a version, a plan that names a missing file: the tool stops there, or runs something else than the file seems to say.',
        fix: 'Write the file as the message says that the tool expects it.',
    },
    'unknown-placeholder': {
        severity: 'error',
        summary: 'A placeholder has no value',
        why: 'The migration tool replaces the placeholder before Postgres sees the text. Without its value nobody can tell what will run.',
        fix: 'Give the value with the setting `placeholders`.',
    },
    'migration-edited': {
        severity: 'error',
        summary: 'A migration that was merged already is edited',
        why: 'Databases that have applied it don’t run it again: they keep what it said before, and new databases get something else. Tools that compare checksums refuse to run.',
        fix: 'Leave the merged migration as it is, and write the change into a new one.',
    },
    'migration-renamed': {
        severity: 'error',
        summary: 'A migration that was merged already is renamed',
        why: 'Migration tools know what they have applied by version or name. Under another one it is a new migration: it runs again, or the tool misses the old one and refuses to run.',
        fix: 'Keep the name of the merged migration.',
    },
    'migration-deleted': {
        severity: 'error',
        summary: 'A migration that was merged already is deleted',
        why: 'Databases that have applied it keep what it made, and new ones never get it. Some tools refuse to run when a migration is missing that they have applied.',
        fix: 'Keep the file, and undo what it did in a new migration.',
    },
    'duplicate-version': {
        severity: 'error',
        summary: 'Two migrations have the same version',
        why: 'Versions are how a tool knows what it has applied. Of two migrations with one version it refuses both, or runs one and takes the other for done. It happens when two branches pick the next number.',
        fix: 'Give the new migration a version of its own, after the newest on the base branch.',
    },
    'version-out-of-order': {
        severity: 'error',
        summary: 'A new migration comes before one that was merged already',
        why: 'Databases that are up to date have applied the later one. Depending on the tool, the new one is refused, skipped without a word, or applied after what it stands before.',
        fix: 'Give the new migration a version after the newest on the base branch.',
    },
    'version-gap': {
        severity: 'info',
        summary: 'A number is missing between two migrations',
        why: 'In a folder that counts 1, 2, 3 a missing number often is a file that was never committed.',
        fix: 'Commit the missing migration, or give the new one the next number.',
    },
    'down-missing': {
        severity: 'warning',
        summary: 'A migration has no rollback although the others beside it do',
        why: 'Whoever has to roll back finds that one step has no way back.',
        fix: 'Write the rollback; where there can’t be one, say so in it: `-- irreversible: <reason>`.',
    },
    'bookkeeping-out-of-step': {
        severity: 'error',
        summary: 'The migration tool’s own list doesn’t match the files',
        why: 'atlas.sum, Drizzle’s journal, Prisma’s lock file or sqitch’s plan say what there is and in which order. Where they and the files differ, usually after a merge, the tool refuses to run or leaves migrations out.',
        fix: 'Let the tool write its list anew, and commit it with the migrations.',
    },
    'unreadable-file': {
        severity: 'error',
        summary: 'A migration file can’t be read as text',
        why: 'The file is missing, may not be read, is not UTF-8, has more than 16 MB, is a pipe or a device, or is a link that leads out of the repository, so nothing in it could be checked. Where such a link leads is never followed, and never shown.',
        fix: 'Put a regular file of UTF-8 text there, with rights to read it.',
    },
});


/***/ }),

/***/ 1707:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   Fo: () => (/* binding */ terminal),
/* harmony export */   GA: () => (/* binding */ cellCode),
/* harmony export */   N1: () => (/* binding */ commandProperty),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   _1: () => (/* binding */ shortPath),
/* harmony export */   _J: () => (/* binding */ sourceLine),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   js: () => (/* binding */ htmlText),
/* harmony export */   nM: () => (/* binding */ row),
/* harmony export */   nf: () => (/* binding */ link),
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
/** Text of HTML in which nothing is Markdown. */
function htmlText(text, max = 200) {
    return oneLine(text, max).replace(PUNCTUATION, (mark) => `&#${mark.charCodeAt(0)};`);
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
    if (!url || !/^https?:\/\//.test(url))
        return label;
    return `[${label}](${clean(url).replace(/[\s()<>|"'`\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`;
}
/** The message of a workflow command. */
function commandData(text, max = 4096) {
    return truncate(clean(text), max).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** A property of a workflow command. */
function commandProperty(text, max = 255) {
    return commandData(text, max).replaceAll(':', '%3A').replaceAll(',', '%2C');
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


/***/ }),

/***/ 3714:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E7: () => (/* binding */ wordAt),
/* harmony export */   Ii: () => (/* binding */ lex),
/* harmony export */   Nm: () => (/* binding */ lineCommentEnd),
/* harmony export */   cu: () => (/* binding */ quotedEnd),
/* harmony export */   gv: () => (/* binding */ dollarEnd),
/* harmony export */   iM: () => (/* binding */ SENDS),
/* harmony export */   iY: () => (/* binding */ blockCommentEnd)
/* harmony export */ });
/**
 * Splits SQL text the way psql does (manual 4.1), without the grammar: it finds comments, statement ends and psql's own
 * commands even in text that Postgres would refuse, so that one bad statement hides nothing else.
 */
/** Every byte above 127 is a letter to Postgres. */
const IDENTIFIER = /[A-Za-z_\u0080-\uffff][A-Za-z0-9_$\u0080-\uffff]*/y;
/** The psql commands that send the statement before them, as a semicolon does. */
const SENDS = /^\\(?:g|gx|gset|gexec|gdesc|crosstabview|watch)\b/;
const COPY_FROM_STDIN = /^copy\b.*\bfrom\s+stdin\b/is;
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
/** Signs that operators are made of. A run of so many is no operator, and the grammar takes for ever to find that out. */
const SIGNS = '+-*/<>=~!@#%^&|`?';
/** It ends where a comment begins. */
const OPERATOR = /[-+*/<>=~!@#%^&|`?](?:(?!--|\/\*)[-+*/<>=~!@#%^&|`?])*/y;
const LONGEST_OPERATOR = 200;
/** Splits `sql`, beginning at `from`; `everySemicolon` ends a statement, also inside parentheses. Never throws: what is never closed ends with the text. Offsets are UTF-16 units. */
function lex(sql, from = 0, everySemicolon = false) {
    const out = emptyScript();
    let start = -1;
    let last = 0;
    let parens = 0;
    // BEGIN ATOMIC … END bodies hold semicolons of their own (CREATE FUNCTION, manual).
    let atomic = 0;
    let previousWord = '';
    let inner = [];
    let rowsMayFollow = true;
    const close = () => {
        if (start !== -1)
            out.statements.push({ start, end: last });
        start = -1;
        inner = [];
        parens = 0;
        atomic = 0;
        previousWord = '';
    };
    for (let i = from; i < sql.length;) {
        const char = sql[i];
        const next = sql[i + 1];
        if (char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f' || char === '\v') {
            i++;
            continue;
        }
        if ((char === '-' && next === '-') || (char === '/' && next === '*')) {
            i = takeComment(sql, i, out);
            continue;
        }
        if (char === '\\') {
            const end = lineEnd(sql, i);
            const command = sql.slice(i, end).trimEnd();
            out.metaCommands.push({ start: i, end: command.length + i });
            if (SENDS.test(command))
                close();
            i = end;
            continue;
        }
        if (char === ';' && ((parens === 0 && atomic === 0) || everySemicolon)) {
            const copies = start !== -1 && /^copy/i.test(sql.slice(start, start + 4));
            const rows = copies && rowsMayFollow && COPY_FROM_STDIN.test(sql.slice(start, last)) ? copiedRows(sql, i) : null;
            if (rows && rows.end > rows.start)
                out.metaCommands.push(rows);
            if (rows && rows.end === rows.start)
                rowsMayFollow = false;
            close();
            i = rows && rows.end > rows.start ? rows.end : i + 1;
            continue;
        }
        if (char === ';')
            inner.push(i);
        if (start === -1)
            start = i;
        const word = wordAt(sql, i);
        if (word !== null) {
            const escapes = /^e$/i.test(word) && sql[i + 1] === "'";
            const end = escapes ? quotedEnd(sql, i + 1, "'", true) : i + word.length;
            const upper = word.toUpperCase();
            atomic = atomicDepth(atomic, previousWord, upper);
            previousWord = upper;
            i = end;
        }
        else if (char === "'" || char === '"') {
            i = quotedEnd(sql, i, char, false);
        }
        else if (char === '$') {
            i = dollarEnd(sql, i);
        }
        else {
            if (char === '(')
                parens++;
            if (char === ')' && parens > 0)
                parens--;
            const end = SIGNS.includes(char ?? '') && SIGNS.includes(next ?? ' ') ? operatorEnd(sql, i) : i + 1;
            if (end - i > LONGEST_OPERATOR)
                out.longOperators.push(i);
            i = end;
        }
        last = i;
    }
    out.semicolonsInOpen = inner;
    close();
    return out;
}
function emptyScript() {
    return {
        statements: [],
        comments: [],
        metaCommands: [],
        unclosed: null,
        longOperators: [],
        semicolonsInOpen: [],
    };
}
/** Notes the comment that begins at `at`, and returns its end. */
function takeComment(sql, at, out) {
    const closed = sql[at] === '-' ? lineCommentEnd(sql, at) : blockCommentEnd(sql, at);
    const end = closed ?? sql.length;
    out.comments.push({ start: at, end });
    if (closed === null)
        out.unclosed = { start: at, end };
    return end;
}
/** How deep within BEGIN ATOMIC … END a word leaves us; CASE has an END of its own. */
function atomicDepth(depth, previousWord, word) {
    if (word === 'ATOMIC' && previousWord === 'BEGIN')
        return 1;
    if (depth === 0)
        return 0;
    return word === 'CASE' ? depth + 1 : word === 'END' ? depth - 1 : depth;
}
function operatorEnd(sql, at) {
    OPERATOR.lastIndex = at;
    return at + (OPERATOR.exec(sql)?.[0].length ?? 1);
}
function wordAt(sql, at) {
    // Digits and most signs: no need to ask the pattern.
    if ((sql.charCodeAt(at) | 32) < 97)
        return null;
    IDENTIFIER.lastIndex = at;
    return IDENTIFIER.exec(sql)?.[0] ?? null;
}
/** The lines from a COPY's semicolon to the line `\\.`; empty where that line never comes. */
function copiedRows(sql, semicolon) {
    const start = lineEnd(sql, semicolon) + 1;
    const terminator = /^\\\.\r?$/gm;
    terminator.lastIndex = start;
    const end = terminator.exec(sql);
    return end ? { start, end: end.index + 2 } : { start, end: start };
}
function lineEnd(sql, from) {
    const end = sql.indexOf('\n', from);
    return end === -1 ? sql.length : end;
}
/** A carriage return alone ends a comment too. */
function lineCommentEnd(sql, from) {
    LINE_END.lastIndex = from;
    return LINE_END.exec(sql)?.index ?? sql.length;
}
const LINE_END = /[\r\n]/g;
/** Block comments nest in SQL. Null where one never closes. */
function blockCommentEnd(sql, from) {
    let depth = 0;
    for (let i = from; i < sql.length; i++) {
        if (sql[i] === '/' && sql[i + 1] === '*') {
            depth++;
            i++;
        }
        else if (sql[i] === '*' && sql[i + 1] === '/') {
            depth--;
            i++;
            if (depth === 0)
                return i + 1;
        }
    }
    return null;
}
/** A doubled quote stays inside; a backslash escapes only in E'' strings. */
function quotedEnd(sql, from, quote, backslashes) {
    for (let i = from + 1; i < sql.length; i++) {
        if (backslashes && sql[i] === '\\')
            i++;
        else if (sql[i] === quote) {
            if (sql[i + 1] !== quote)
                return i + 1;
            i++;
        }
    }
    return sql.length;
}
function dollarEnd(sql, from) {
    DOLLAR_TAG.lastIndex = from;
    const tag = DOLLAR_TAG.exec(sql)?.[0];
    if (tag === undefined)
        return from + 1;
    const end = sql.indexOf(tag, from + tag.length);
    return end === -1 ? sql.length : end + tag.length;
}


/***/ }),

/***/ 8992:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ LineMap),
/* harmony export */   Si: () => (/* binding */ startOfFile),
/* harmony export */   _f: () => (/* binding */ codePointToUtf16),
/* harmony export */   bO: () => (/* binding */ blankOut),
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   jZ: () => (/* binding */ fileOffsets),
/* harmony export */   ms: () => (/* binding */ maskOutside),
/* harmony export */   yA: () => (/* binding */ byteToUtf16)
/* harmony export */ });
/** Finds lines and columns by offset (UTF-16 units); both are 1-based. CRLF and LF end a line. */
class LineMap {
    static #byFile = new WeakMap();
    #starts = [0];
    constructor(text) {
        for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1))
            this.#starts.push(i + 1);
    }
    /** The file's own, made once. */
    static of(file) {
        const known = LineMap.#byFile.get(file) ?? new LineMap(file.text);
        LineMap.#byFile.set(file, known);
        return known;
    }
    position(offset) {
        let low = 0;
        let high = this.#starts.length - 1;
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
    location(path, start, end) {
        const from = this.position(start);
        const to = this.position(end);
        return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
    }
    /** The offset of a line's first character. */
    lineStart(line) {
        return this.#starts[line - 1] ?? 0;
    }
}
/** Translates libpg-query's offsets, which count UTF-8 bytes, into UTF-16 units. */
function byteToUtf16(text) {
    if (isAscii(text))
        return (byte) => byte;
    const byteAt = new Uint32Array(text.length + 1);
    let byte = 0;
    for (let i = 0; i < text.length; i++) {
        byteAt[i] = byte;
        const unit = text.charCodeAt(i);
        // A surrogate pair is four bytes: two for each half.
        byte += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    byteAt[text.length] = byte;
    return (wanted) => {
        let low = 0;
        let high = text.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((byteAt[middle] ?? 0) < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
}
/** Translates a position in code points (as Postgres counts) into UTF-16 units; both from 0. */
function codePointToUtf16(text, codePoints) {
    let offset = 0;
    for (let i = 0; i < codePoints && offset < text.length; i++) {
        offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    }
    return offset;
}
/** Translates offsets of a script's `sql` into offsets of its file's text. */
function fileOffsets({ fills = [] }) {
    if (fills.length === 0)
        return (offset) => offset;
    // Where each begins in the file.
    const places = [];
    let longer = 0;
    for (const { at, length, was } of fills) {
        places.push(at - longer);
        longer += length - was;
    }
    return (offset) => {
        let [low, high] = [0, fills.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (fills[middle].at <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        const fill = fills[low - 1];
        if (fill === undefined)
            return offset;
        const place = places[low - 1];
        const inside = offset - fill.at;
        return inside < fill.length ? place + Math.min(inside, fill.was) : place + fill.was + inside - fill.length;
    };
}
function isAscii(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what ASCII is
    return /^[\x00-\x7f]*$/.test(text);
}
/** Blanks everything outside the given ranges, keeping line ends, so that offsets stay the same. */
function maskOutside(text, ranges) {
    let masked = '';
    let at = 0;
    for (const { start, end } of ranges) {
        masked += blank(text.slice(at, start)) + text.slice(start, end);
        at = end;
    }
    return masked + blank(text.slice(at));
}
/** Blanks the ranges, which are in order, and keeps all else in its place. */
function blankOut(text, ranges) {
    let rest = '';
    let at = 0;
    for (const { start, end } of ranges) {
        rest += text.slice(at, start) + maskOutside(text.slice(start, end), []);
        at = end;
    }
    return rest + text.slice(at);
}
function blank(text) {
    return text.replace(/[^\r\n]/g, ' ');
}
/** The location of a report that is about a whole file. */
function startOfFile(path) {
    return { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
/** Where a statement stands, seen from another: its line, with the file where that is another one. */
function lineOf({ location }, from) {
    const file = from === undefined || location.path === from.location.path ? '' : ` of ${location.path}`;
    return `line ${location.line}${file}`;
}


/***/ })

};
