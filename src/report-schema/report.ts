/**
 * The shape of the JSON report: its types (types.ts) and the published JSON Schema come from here. Only the generator, the
 * tests and what reads reports of other jobs load this module: the renderers need no validation library.
 */
import * as v from 'valibot';
import { migration } from './migration.js';
import { is, list, location, natural, text } from './parts.js';
import { EVIDENCE, FAIL_ON, SERVER_KINDS, SEVERITIES } from './words.js';

const severity = v.picklist(SEVERITIES);

const evidence = is(
  v.picklist(['confirmed', 'observed', 'static', 'refuted']),
  `${Object.entries(EVIDENCE)
    .map(([word, means]) => `\`${word}\`: ${means}`)
    .join('; ')}. Refuted findings do not count.`,
);

const finding = is(
  v.strictObject({
    rule: is(text, 'The id of the rule, for example `index-not-concurrent`.'),
    severity,
    evidence,
    ...location,
    message: is(text, 'What is wrong, on which object, and what it does to production.'),
    help: is(text, 'What to do instead; may hold SQL on lines of its own.'),
    ignore: v.exactOptional(
      is(text, 'The comment that silences it, once a reason stands in it; its place is above the statement.'),
    ),
    statement: v.exactOptional(is(text, "The statement's text.")),
    proof: v.exactOptional(is(text, 'What the server said or did.')),
    places: v.exactOptional(list(v.strictObject(location), 'Where else the same is so, for the same cause.')),
    consequences: v.exactOptional(
      list(
        v.strictObject({ rule: text, evidence, ...location, message: text }),
        'What follows from it, and is mended with it: no findings of their own.',
      ),
    ),
    related: v.exactOptional(list(v.strictObject({ ...location, message: text }), 'Other places that matter.')),
    fixes: v.exactOptional(
      list(
        v.strictObject({ description: text, edits: v.array(v.strictObject({ ...location, text })) }),
        'Mechanical repairs: applying all edits of one gives the safe form.',
      ),
    ),
  }),
  'What a rule or the rehearsal reports.',
);

/** The report, as it is written with `--format json`. */
export const reportSchema = is(
  v.strictObject({
    schemaVersion: is(v.literal(2), 'Raised when a reader of the old shape would break.'),
    tool: v.strictObject({ name: text, version: text }),
    verdict: is(v.picklist(['pass', 'fail']), 'What the exit code says.'),
    failOn: is(v.picklist(FAIL_ON), 'The least severity that fails the check.'),
    postgres: v.strictObject({
      target: is(v.nullable(natural), "Production's major version, where it is known."),
      server: is(
        v.nullable(v.strictObject({ kind: v.picklist(SERVER_KINDS), version: text })),
        'The server that the migrations were rehearsed on; null where none was.',
      ),
    }),
    baseline: v.exactOptional(
      is(
        v.strictObject({ scripts: natural, fromCache: is(natural, 'How many of them an earlier run had run.') }),
        'The scripts of baseline and seed that the rehearsal started from. Absent where nothing was rehearsed.',
      ),
    ),
    comparedWith: is(v.nullable(text), 'What the changes were compared with.'),
    layouts: is(
      v.array(v.strictObject({ root: text, layout: text, reason: text })),
      'Which migration tool’s layout each folder has, and how that was known.',
    ),
    counts: is(
      v.strictObject({ error: natural, warning: natural, info: natural }),
      'Findings that count towards the verdict.',
    ),
    statements: v.strictObject({
      checked: natural,
      notUnderstood: is(natural, 'Statements that no rule could look at.'),
    }),
    notChecked: list(
      v.strictObject({
        check: text,
        id: v.exactOptional(is(v.picklist(['rehearsal', 'rerun-halfway']), 'Which check it is, where programs ask.')),
        path: v.exactOptional(is(text, 'The migration that it is about.')),
        reason: text,
      }),
      'What was left out, and why.',
    ),
    findings: list(finding, 'The gravest first.'),
    silenced: v.exactOptional(
      list(
        v.strictObject({
          rule: text,
          severity,
          ...location,
          message: text,
          by: is(
            v.strictObject({ ...location, reason: text }),
            'The directive that silences it, and the reason that its author gives.',
          ),
        }),
        'Findings that a directive silences; they do not count. Absent where there is none.',
      ),
    ),
    migrations: v.array(migration),
    durationMs: is(v.number(), 'How long the whole check took.'),
  }),
  'The report of migration-safety, as `migration-safety check --format json` writes it.',
);
