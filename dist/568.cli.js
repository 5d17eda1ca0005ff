export const id = 568;
export const ids = [568];
export const modules = {

/***/ 2702:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ BUILT_IN),
/* harmony export */   l: () => (/* binding */ builtInFinding)
/* harmony export */ });
const BUILT_IN = {
    'syntax-error': {
        severity: 'error',
        summary: 'Postgres’ grammar refuses the statement',
        why: 'A statement that doesn’t parse can’t run. The rest of the file and the other files are checked all the same.',
        fix: 'Mend the statement at the place that the message names. psql’s backslash commands are not SQL: a migration tool can’t send them.',
    },
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
    'internal-error': {
        severity: 'error',
        summary: 'A part of migration-safety broke, and checked nothing there',
        why: 'It is a bug of the tool, not of the migration. The other rules and the rehearsal went on; but what the broken part looks for was not looked for, and an unfinished check is no pass.',
        fix: 'Read the statement yourself, and report the bug with it. To go on meanwhile, say why above the statement: `-- migration-safety: ignore internal-error <reason>`.',
    },
    'empty-migration': {
        severity: 'warning',
        summary: 'A migration holds no statement',
        why: 'An empty script is recorded as applied although it did nothing; usually the SQL went elsewhere or was never saved.',
        fix: 'Write the statements, or delete the file.',
    },
    'invalid-directive': {
        severity: 'warning',
        summary: 'A directive that can’t be understood ignores nothing',
        why: 'A misspelt rule or a missing reason would otherwise look as if the finding had been dealt with.',
        fix: 'Write `-- migration-safety: ignore <rule>[, <rule>] <reason>` above the statement, or `ignore-file <rule> <reason>`.',
    },
    'unused-ignore': {
        severity: 'warning',
        summary: 'An ignore directive matches no finding',
        why: 'A directive that outlives its reason hides the next finding of that rule.',
        fix: 'Delete the directive.',
    },
    'baseline-fails': {
        severity: 'error',
        summary: 'Postgres refuses a statement that stands before the change',
        why: 'The schema as it stands before the change is built from the earlier migrations or from the baseline files. What a failing statement would have made is missing there: what needs it can’t be rehearsed. Where nothing of the change does, it is a warning.',
        fix: 'Mend the file, or name a schema dump with the setting `baseline`.',
    },
    'migration-fails': {
        severity: 'error',
        binding: true,
        summary: 'Postgres refuses a statement of the migration',
        why: 'The migration was run on a server as its tool would run it, and this statement failed. Where a rule explains it, the finding has that rule’s name, as an error. `ignore`, `off` and severities silence advice, never this.',
        fix: 'Mend the statement: the message holds what Postgres said.',
    },
    'down-fails': {
        severity: 'error',
        binding: true,
        summary: 'Postgres refuses a statement of the rollback',
        why: 'After the migration, its rollback was run on the same server, and this statement failed: there is no way back when it is needed. Like every refusal it is an error, whatever the settings and directives say.',
        fix: 'Mend the statement: the message holds what Postgres said. Often the order is wrong, or an object is dropped that was never made.',
    },
    'down-leaves-object': {
        severity: 'error',
        summary: 'The rollback leaves behind something that the migration created',
        why: `A rollback that forgets an object doesn’t go back: the index still costs every write, the next attempt to migrate
fails because the name is taken, or IF NOT EXISTS hides that it is. The schema then differs between environments.`,
        fix: 'Drop in the rollback, in reverse order, everything that the migration creates.',
    },
    'down-loses-object': {
        severity: 'error',
        summary: 'The rollback drops something that was there before the migration',
        why: 'The catalogs were compared before the migration and after its rollback: the object was there before and is gone.',
        fix: 'Create it again in the rollback, or don’t drop it.',
    },
    'down-changes-object': {
        severity: 'error',
        summary: 'The rollback brings something back differently',
        why: 'The catalogs were compared before the migration and after its rollback: the object is there, but not as it was.',
        fix: 'Restore the definition that the message shows.',
    },
    'rollback-loses-data': {
        severity: 'warning',
        summary: 'The rollback restores the schema but not its data',
        why: 'The migration and its rollback were run on tables with rows. The schema is back afterwards; values that were there before are not.',
        fix: 'Keep the old data until the change has proven itself: rename or leave the column, copy its values aside, and drop them in a later migration. Where the loss is meant, say so: -- migration-safety: irreversible <reason>',
    },
    'down-fails-with-new-data': {
        severity: 'warning',
        summary: 'The rollback fails once the application has written new data',
        why: 'The new schema allows rows that the old one doesn’t. Such a row was written after the migration, and the rollback failed on it: after a while in production there is no way back.',
        fix: 'Let the rollback deal with such rows first (convert them, or move them aside), or leave the wider form in place when rolling back.',
    },
    'rerun-fails': {
        severity: 'error',
        summary: 'The migration can’t be applied again after its rollback',
        why: 'After migration and rollback, the migration was applied a second time. It failed, or it led to another schema.',
        fix: 'Make the rollback complete: what it leaves is in the way of the next attempt.',
    },
    'rerun-fails-halfway': {
        severity: 'warning',
        summary: 'After a failure halfway the migration can’t be run again',
        why: 'The migration doesn’t run in one transaction: when a statement fails, those before it stay. The rehearsal stopped it there and ran it again from its beginning, as a migration tool does, and it failed on what was there already. Somebody then has to repair the schema by hand.',
        fix: 'Put each statement that can’t run in a transaction into a migration of its own, or write the statements so that they can be repeated: DROP INDEX CONCURRENTLY IF EXISTS before CREATE INDEX CONCURRENTLY, IF NOT EXISTS elsewhere.',
    },
    'rerun-hides-failure': {
        severity: 'warning',
        summary: 'After a failure halfway a second run reports success and leaves something wrong',
        why: 'The rehearsal stopped the migration at a statement and ran it again, as a migration tool does. The second run succeeded, but the schema is not what an undisturbed run leads to: IF NOT EXISTS, for example, takes an index that was left invalid for the one that it should build.',
        fix: 'Drop the remains first: DROP INDEX CONCURRENTLY IF EXISTS <index>; then CREATE INDEX CONCURRENTLY <index> without IF NOT EXISTS.',
    },
    'rollback-hides-failure': {
        severity: 'warning',
        summary: 'After a failure halfway the rollback reports success and leaves something behind',
        why: 'The rehearsal stopped the migration at a statement and ran its rollback. The rollback succeeded, but the schema is not what it was before the migration: an index that was left invalid, for example, is there for DROP INDEX and not for a query that looks for valid ones.',
        fix: 'Drop whatever the migration may have left, in whatever state: DROP … IF EXISTS, without asking the catalogs first.',
    },
    'invalid-index': {
        severity: 'error',
        summary: 'The migration leaves an invalid index',
        why: 'Postgres marks an index invalid when building it failed: no query uses it, every write still pays for it.',
        fix: 'Drop it with DROP INDEX CONCURRENTLY and build it again.',
    },
    'blocking-scan': {
        severity: 'error',
        summary: 'A statement blocks reads or writes for a time that grows with the table',
        why: 'The server was seen to hold a lock that stops reads or writes of the table while it read all of it, rewrote it or built an index. On an empty table that is instant; in production it lasts as long as the work does.',
        fix: 'Split the step into one that takes the lock for a moment and one that does the work under a weaker lock: CREATE INDEX CONCURRENTLY; NOT VALID, then VALIDATE CONSTRAINT in a later transaction; a new column filled in batches.',
    },
    'lock-held-during-scan': {
        severity: 'error',
        summary: 'A transaction holds a strong lock while a later statement works through a table',
        why: 'Locks are kept to the end of the transaction. Each later statement that reads or writes many rows makes everybody wait who needs the locked table.',
        fix: 'Put the statement that takes the lock and the one that does the work into two transactions, the work first where that is possible.',
    },
    'lock-on-unnamed-table': {
        severity: 'warning',
        summary: 'A statement locks a table that it doesn’t name',
        why: 'Adding or dropping a foreign key locks the referenced table too, attaching a partition locks the default partition, dropping a table locks what it references. Who reads the SQL doesn’t see that a busy table is touched.',
        fix: 'Set a short lock_timeout and retry, and keep the statement in a transaction of its own.',
    },
    'no-lock-timeout': {
        severity: 'warning',
        summary: 'Without lock_timeout a waiting lock makes everybody wait',
        why: 'A lock request that waits behind a long query lets nobody pass who comes after it. Even a change that takes a millisecond then stops the table for as long as that query runs.',
        fix: "Set a limit before the first lock, and run the migration again when it is hit:\n`SET lock_timeout = '2s';`",
    },
    'lock-order': {
        severity: 'warning',
        summary: 'Two migrations lock the same tables in opposite order',
        why: 'When both run at the same time, each can hold what the other waits for. Postgres then cancels one of them (SQLSTATE 40P01).',
        fix: 'Lock the tables in the same order everywhere, or one table in a transaction.',
    },
    'constraint-not-validated': {
        severity: 'info',
        summary: 'A constraint is left unvalidated',
        why: 'A NOT VALID constraint holds for new rows only; the planner can’t rely on it, and SET NOT NULL still scans the table.',
        fix: 'Validate it in a later migration: ALTER TABLE … VALIDATE CONSTRAINT …;',
    },
    'fails-with-rows': {
        severity: 'error',
        summary: 'A statement succeeds on empty tables and fails once there are rows',
        why: 'The migration was run a second time on tables that hold a few rows, and this statement failed there.',
        fix: 'Make the statement work for the rows that production has: a default, a backfill before it, a cast that fits.',
    },
    'rehearsal-stopped': {
        severity: 'error',
        summary: 'The rehearsal did not come to its end',
        why: 'The server was lost, or the time for the whole run was used up. What was found until then is reported; what comes after was not checked, and an unfinished check is no pass.',
        fix: 'See what the message says: a statement that runs for ever, a limit that is too low, a history that is too long (give a schema dump as `baseline`).',
    },
    'required-check-missing': {
        severity: 'error',
        summary: 'A check that the settings require could not be made',
        why: 'The setting `required-checks` names what has to be proven before a merge. Where that could not even be tried, the result would be a silence that looks like a pass.',
        fix: 'Make the check possible: the message says what is missing (a server, a rollback, a validation script, an expectation). Or take it out of `required-checks`.',
    },
    'write-cost': {
        severity: 'error',
        summary: 'Writes become dearer than the settings allow',
        why: 'The rehearsal measured how many bytes of WAL an insert and an update write, before the migration and after it. Every index and trigger makes each write dearer, for as long as it stands.',
        fix: 'Drop an index that the new one makes redundant, leave out one that no query uses, or raise max-write-cost where the price is right.',
    },
    'index-made-redundant': {
        severity: 'info',
        summary: 'Of two indexes, one does all that the other does',
        why: 'The catalogs were read after the migration: the keys of one index are the first keys of another, with the same operator classes, collations and directions, on the same rows. The spare one only costs: space, cache, and time at each INSERT and UPDATE. Indexes that hold uniqueness, a constraint or a replica identity are never named.',
        fix: 'Drop the one that is spare, in a later migration.',
    },
    'query-breaks': {
        severity: 'error',
        summary: 'A query of the application doesn’t work on the new schema',
        why: 'The query was prepared on the old schema and on the new one, and the new one refuses it. While a deployment runs, the old code still sends it.',
        fix: 'Deploy in two steps: first code that no longer needs what goes away, then the migration. For a rename, keep both names for a while: a new column that a trigger keeps equal, or a view under the old name.',
    },
    'query-breaks-where-prepared': {
        severity: 'warning',
        summary: 'Connections that prepared a query before the migration refuse it after it',
        why: 'A prepared statement keeps the columns of its result. When the migration changes them (SELECT * and a new column are enough), Postgres answers “cached plan must not change result type” until the connection is made anew.',
        fix: 'Name the columns instead of SELECT *, or have the application reconnect, or run DISCARD PLANS and prepare again, after the migration.',
    },
    'validation-fails': {
        severity: 'error',
        summary: 'A validation query fails',
        why: 'The query was run after the migration. Postgres refused it, or it didn’t return what it is expected to return.',
        fix: 'Mend the migration if the expectation is right, else the query or its expectation.',
    },
    'replacement-loses-protection': {
        severity: 'error',
        summary: 'An object that replaces another one lacks privileges, constraints or other protection',
        why: 'A table that is swapped in, and a view, function, type or policy that is dropped and made anew, begins without what the old one had: privileges, owner, row security and its policies, triggers, constraints, foreign keys that lead to it, views that CASCADE took along. The catalogs were compared before the change and after it.',
        fix: 'Carry over in the same transaction what the message names. CREATE OR REPLACE keeps it, where that is possible.',
    },
    'replacement-loses-attribute': {
        severity: 'warning',
        summary: 'An object that replaces another one lacks comments, indexes, defaults or settings',
        why: 'A table that is swapped in, and a view, function or type that is dropped and made anew, begins without what the old one had: indexes, defaults, owned sequences, comments, storage options, statistics, replica identity, publications. The catalogs were compared before the change and after it.',
        fix: 'Carry over what the message names; CREATE TABLE … (LIKE … INCLUDING ALL) brings much of it.',
    },
    'swap-loses-rows': {
        severity: 'error',
        summary: 'Rows that are written while a table is swapped are lost',
        why: 'The rows of a table are copied into a new one that takes its name afterwards. What others write to the old table after the copy has begun is not in the new one, unless writers are locked out from before the copy until the swap commits, or a trigger carries their writes over.',
        fix: 'Lock the table in SHARE mode or a stronger one before the copy, and copy and swap in that transaction; or let a trigger on the old table write to the new one from before the copy.',
    },
};
/** A finding of a check that has no rule file; its help is the check's unless `extra` says better. */
function builtInFinding(rule, location, message, extra = {}) {
    const { severity, fix } = BUILT_IN[rule];
    return { rule, severity, evidence: 'static', help: fix, ...location, message, ...extra };
}


/***/ }),

/***/ 7805:
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
    const out = {
        statements: [],
        comments: [],
        metaCommands: [],
        unclosed: null,
        longOperators: [],
        semicolonsInOpen: [],
    };
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
        if (char === '-' && next === '-') {
            const end = lineCommentEnd(sql, i);
            out.comments.push({ start: i, end });
            i = end;
            continue;
        }
        if (char === '/' && next === '*') {
            const closed = blockCommentEnd(sql, i);
            const end = closed ?? sql.length;
            out.comments.push({ start: i, end });
            if (closed === null)
                out.unclosed = { start: i, end };
            i = end;
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
            if (upper === 'ATOMIC' && previousWord === 'BEGIN')
                atomic = 1;
            else if (atomic > 0 && upper === 'CASE')
                atomic++;
            else if (atomic > 0 && upper === 'END')
                atomic--;
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

/***/ 8647:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ LineMap),
/* harmony export */   Si: () => (/* binding */ startOfFile),
/* harmony export */   _f: () => (/* binding */ codePointToUtf16),
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
function blank(text) {
    return text.replace(/[^\r\n]/g, ' ');
}
/** Where something is told that is about a whole file. */
function startOfFile(path) {
    return { path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}


/***/ })

};
