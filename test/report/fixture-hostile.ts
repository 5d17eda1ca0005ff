/** A report that somebody wrote to do harm. */
import type { Report } from '../../src/report-schema/types.js';
import { failingReport } from './fixture-failing.js';
import { finding, lock, statement } from './fixture-parts.js';

/** Text that somebody wrote to break out of the report, forge the marker, ping people or drive the terminal. */
export const HOSTILE =
  '<!-- migration-safety:default --> @octocat #1 https://evil.example ](x) | `` ``` \n````\n::set-output name=x::1\n' +
  '| a | b |\n</details><script>\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007 \u202eabc\u2066 ~~~ $x$ :tada: -->';

/** The failing report with hostile text wherever text can stand. */
export function hostileReport(text: string = HOSTILE): Report {
  return {
    ...failingReport,
    tool: { name: text, version: text },
    comparedWith: text,
    layouts: [{ root: text, layout: text, reason: text }],
    postgres: { target: 17, server: { kind: 'embedded', version: text } },
    notChecked: [{ check: text, reason: text }],
    findings: (['error', 'warning', 'info'] as const).flatMap((severity) =>
      (['static', 'refuted'] as const).map((evidence) =>
        finding({
          rule: text,
          severity,
          evidence,
          path: text,
          message: text,
          help: `${text}\nSELECT '${text.replaceAll('\n', ' ')}';`,
          proof: text,
        }),
      ),
    ),
    migrations: [
      {
        id: text,
        path: text,
        layout: text,
        madeToRun: text,
        statements: [
          statement(1, text, {
            path: text,
            status: 'failed',
            sqlstate: text,
            error: text,
            locks: [lock(text, 'SHARE', ['writes'])],
            rewrites: [text],
            scans: [text],
            objectLocks: [{ object: text, mode: 'ACCESS EXCLUSIVE' }],
            waits: [text],
            rows: [{ relation: text, inserted: 1, updated: 0, deleted: 0 }],
            objects: [],
            lockTimeoutMs: null,
            notices: [text],
            invalidIndexes: [text],
          }),
        ],
        lockTimeline: [],
        rollback: {
          verdict: 'not restored',
          differences: [{ change: 'changed', kind: text, name: text, before: text, after: text }],
          missingSql: text,
          data: {
            lost: [{ table: text, column: text, detail: text }],
            refused: [{ data: text, line: 1, sqlstate: text, error: text }],
            dropped: [text],
          },
        },
        rerun: {
          verdict: 'differs',
          differences: [{ change: 'extra', kind: text, name: text }],
          interrupted: [
            {
              line: 1,
              leavesInvalidIndex: true,
              again: { verdict: 'fails', differences: [], line: 1, sqlstate: text, error: text },
              rolledBack: { verdict: 'differs', differences: [{ change: 'extra', kind: text, name: text }] },
            },
          ],
        },
        validations: [
          {
            path: text,
            line: 1,
            sql: text,
            status: 'failed',
            expectation: text,
            detail: text,
            sqlstate: text,
            columns: [text, text],
            rows: [[text, null]],
          },
        ],
        queries: [
          {
            name: text,
            path: text,
            line: 1,
            sql: text,
            status: 'breaks',
            sqlstate: text,
            error: text,
            indexes: [text],
          },
          {
            name: text,
            path: text,
            line: 1,
            sql: text,
            status: 'works',
            planBefore: text,
            planAfter: `${text}x`,
            indexes: [],
          },
        ],
        writeCosts: [
          {
            table: text,
            rows: 50,
            insert: { before: 1, after: 2 },
            updates: [{ column: text, before: 1, after: 2, hotBefore: 100, hotAfter: 0 }],
          },
        ],
        bloat: [{ table: text, rows: 50, rewritten: false, deadPercent: 100, bytes: { before: 8192, after: 16384 } }],
        plans: [{ path: text, line: 1, sql: text, index: text, status: 'usable', plan: text }],
        proofs: [
          { check: 'applied', status: 'failed', title: text, detail: text },
          {
            check: 'bloat',
            status: 'not checked',
            reason: 'no-rows',
            title: text,
            detail: text,
            table: { caption: text, head: [text, text], rows: [[text, text]] },
          },
        ],
      },
    ],
  };
}
