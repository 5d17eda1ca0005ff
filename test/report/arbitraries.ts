/** Text as an attacker, a foreign script or bad luck would write it. */
import fc from 'fast-check';
import { HOSTILE } from './fixtures.js';

const FRAGMENTS = [
  ...[
    '`',
    '``',
    '```',
    '````sql',
    '~~~',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    ' ',
    '    ',
    '\\',
    '|',
    '\\|',
    '|\n|',
    '_',
    '__',
    '*',
  ],
  ...[
    '<!-- migration-safety:default -->',
    '<!--',
    '-->',
    '--',
    '<',
    '>',
    '&',
    '&lt;',
    '&#64;',
    '<b>',
    '</details>',
    '</code>',
  ],
  ...['@octocat', '@', '#12', '#', 'o/r#1', 'GH-7', 'https://evil.example', 'www.evil.example', 'a@b.example'],
  ...[
    '[x](y)',
    '![x](y)',
    '[^1]',
    ']',
    '](',
    '<https://evil.example>',
    ':tada:',
    '$x$',
    '0123abcd4567',
    '1. ',
    '- ',
    '+ ',
  ],
  ...[
    '::error::x',
    '##[group]',
    '::',
    '%0A',
    ':',
    ',',
    '\u001b[31m',
    '\u001b]8;;https://evil.example\u0007',
    '\u009b',
    '\0',
    '\b',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u2069',
    '\u200b',
    '\ufeff',
    '\u2028',
    '\u2029',
    '\ud800',
    '\udc00',
    '😀',
    'é',
    'word',
    'idx_a',
    '9',
  ],
  HOSTILE,
];

/** How often a property of a whole report is tried; `FUZZ_RUNS=5000` for a long search. */
export const RUNS = Number(process.env.FUZZ_RUNS ?? 40);

/** Any text, hostile fragments first. */
export const hostile = fc.oneof(
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** What may never be in anything that we print: control and format characters, other than the line break and the tab. */
export const FORBIDDEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
