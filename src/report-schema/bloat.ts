/** The part of the report that the proof `bloat` fills. */
import * as v from 'valibot';
import { is, list, natural, text } from './parts.js';

const bloatOfTable = v.strictObject({
  table: text,
  rows: is(natural, 'How many rows it was seen on.'),
  rewritten: is(v.boolean(), 'All of it was written anew: its old file goes, but both need room for a while.'),
  deadPercent: is(natural, 'Row versions that UPDATE and DELETE left behind, for each 100 rows.'),
  bytes: is(v.strictObject({ before: natural, after: natural }), 'Size with indexes and TOAST.'),
});

export const bloatPart = {
  bloat: list(
    bloatOfTable,
    'What it leaves for vacuum in tables that were there before, and that it wrote to or rewrote.',
  ),
};
