/** The words that the report and the settings share, each list once. */

export const SEVERITIES = ['error', 'warning', 'info'] as const;
/** What may fail a check: a finding of this severity or above, or nothing. */
export const FAIL_ON = [...SEVERITIES, 'never'] as const;

/** The servers that a rehearsal can run on. */
export const SERVER_KINDS = ['service', 'local', 'embedded'] as const;
