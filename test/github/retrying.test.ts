import { expect, it } from 'vitest';
import { rateLimitSeconds } from '../../src/github/retrying.js';

const refused = (status: number, headers = {}, message = 'no') =>
  Object.assign(new Error(message), { status, response: { headers } });
const NOW = 1_000_000;

it.each([
  ['what GitHub says', refused(403, { 'retry-after': '7' }), 7],
  ['at least a second', refused(429, { 'retry-after': '0' }), 1],
  ['until the reset', refused(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1012' }), 13],
  [
    'a second after a reset that is past',
    refused(429, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '900' }),
    1,
  ],
  ['a minute where a secondary limit names no time', refused(403, {}, 'You have exceeded a secondary rate limit'), 60],
  ['a minute where 429 is all', refused(429, { 'retry-after': 'soon' }), 60],
  [
    'nothing: what is left is no limit',
    refused(403, { 'x-ratelimit-remaining': '12', 'x-ratelimit-reset': '1012' }),
    null,
  ],
  ['nothing: another error', refused(503, { 'retry-after': '7' }), null],
  ['nothing: no answer', new Error('fetch failed'), null],
])('waits %s', (_, error, seconds) => {
  expect(rateLimitSeconds(error, NOW)).toBe(seconds);
});
