/** The words that settings choose from. Each list exists once: types and schemas come from it. */
import { TRANSACTION_MODES } from '../model.js';
import { SERVER_KINDS, SEVERITIES } from '../report-schema/words.js';

export const SERVERS = ['auto', ...SERVER_KINDS, 'none'] as const;
export type ServerChoice = (typeof SERVERS)[number];

export const TRANSACTIONS = ['auto', ...TRANSACTION_MODES] as const;

/** What the settings may make of a rule, from nothing to the worst. */
export const LEVELS = ['off', ...SEVERITIES.toReversed()] as const;

export const PRESETS = ['recommended', 'strict'] as const;
/** `recommended` is on by default; `strict` only where the settings ask for it. */
export type Preset = (typeof PRESETS)[number];

/** The names that `required-checks` may hold: that a server ran the migrations, and each line of the checklist. */
export const REQUIRABLE = [
  'rehearsal',
  'applied',
  'objects',
  'rollback',
  'rerun',
  'validation',
  'plans',
  'queries',
  'probes',
  'application',
] as const;
export type RequiredCheck = (typeof REQUIRABLE)[number];
