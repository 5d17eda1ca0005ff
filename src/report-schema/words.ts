/** The words that the report and the settings share, each list once. */

export const SEVERITIES = ['error', 'warning', 'info'] as const;
/** What may fail a check: a finding of this severity or above, or nothing. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** The servers that a rehearsal can run on. */
export const SERVER_KINDS = ['service', 'local', 'embedded'] as const;

/** What a finding's certainty rests on, as reports and documentation say it. */
export const EVIDENCE = {
  confirmed: 'predicted from the SQL, and the server did it',
  observed: 'seen on the server only',
  static: 'read from the files, and no server showed it or ruled it out',
  refuted: 'predicted from the SQL, and the server showed otherwise',
} as const;

/** For readers of a report, below its findings. */
export const LEGEND = `Evidence: ${(['confirmed', 'observed', 'static'] as const)
  .map((word) => `${word} = ${EVIDENCE[word]}`)
  .join('; ')}.`;
