/** The text of the pull request and the step summary where the check could not be done. Pure. */
import { code, link, prose } from './escape.js';

/** A reason longer than that is cut; so is a list of more reasons. */
const MAX_REASON = 600;
const MAX_REASONS = 8;

export interface NotDone {
  /** Why, and how to repair it; several lines where several things are wrong. */
  reason: string;
  /** The commit that was to be checked; null where unknown. */
  sha: string | null;
  /** The run's page. */
  runUrl?: string | undefined;
  tool: { name: string; version: string };
}

/** Markdown, without a marker. It is never green: an earlier text says nothing about this commit. */
export function renderCouldNotCheck({ reason, sha, runUrl, tool }: NotDone): string {
  const [first = '', ...more] = reason.split('\n').filter((line) => line.trim() !== '');
  const what = sha === null ? 'the change' : code(sha.slice(0, 7));
  const said = [first, ...more].slice(0, MAX_REASONS).map((line) => prose(line, MAX_REASON));
  const rest = more.length + 1 - said.length;
  const why =
    said.length === 1
      ? `Could not check ${what}: ${said[0]}`
      : [
          `Could not check ${what}:`,
          '',
          ...said.map((line) => `- ${line}`),
          ...(rest > 0 ? [`- …and ${rest} more.`] : []),
        ].join('\n');
  const small = [
    ...(runUrl ? [link('Log of the run', runUrl)] : []),
    `${prose(tool.name, 60)} ${prose(tool.version, 40)}`,
  ];
  return [
    '### ⚠️ Migration safety: could not check',
    why,
    'Whether this change is safe is not known. A result of an earlier run says nothing about it.',
    `<sub>${small.join(' · ')}</sub>`,
  ]
    .join('\n\n')
    .concat('\n');
}
