/** Settings that say what comes out of a check, in the order of --help. */
import { FAIL_ON } from '../../report-schema/words.js';
import type { Setting } from '../setting.js';
import * as value from '../values.js';
import { PRESETS, REQUIRABLE } from '../words.js';

export const WHAT_COMES_OUT = {
  'fail-on': {
    schema: value.oneOf(FAIL_ON),
    help: { text: 'the least severity that fails the check (default: error)' },
    description: 'The least severity that fails the check: error, warning or info; never reports only.',
    readme: '`error`, `warning`, `info` or `never`',
    default: 'error',
    needsTrust: true,
  },
  'required-checks': {
    schema: value.someOf(REQUIRABLE),
    description: `What must have been proven of every changed migration: ${REQUIRABLE.join(', ')}. One that could not be tried fails the check.`,
    help: { value: 'names', text: 'what must have been proven, such as rehearsal,rollback,rerun,validation' },
    readme: 'what must have been proven of every migration ([the gate](github.md#the-gate))',
  },
  preset: {
    schema: value.oneOf(PRESETS),
    description:
      'Which rules are on: recommended, or strict, which adds those that are a matter of taste or of house style.',
    help: { text: 'which rules are on (default: recommended)' },
    readme: '`recommended` or `strict`',
    default: 'recommended',
    needsTrust: true,
  },
  rules: {
    schema: value.rules,
    description:
      'By rule: a severity (off, info, warning, error), or an object with `severity`, `ignore` (globs of files) and the rule’s own options. A severity switches a rule of the strict preset on.',
    only: 'file',
    needsTrust: true,
  },
} as const satisfies Record<string, Setting>;
