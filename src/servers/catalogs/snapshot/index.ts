/**
 * The catalogs as text, one row for each object: kind, the parts of its name, those of the table that it belongs to, its oid,
 * its attributes. Meant to run with an empty search_path, so that every name in an attribute is qualified. The oid tells only
 * which object is which in one database; attributes have no oids, no positions, no counters, no storage.
 */
import { CHANGES, MARK } from './changes.js';
import { PROGRAM_PIECES } from './programs.js';
import { RARE_PIECES } from './rare.js';
import { RELATION_PIECES } from './relations.js';
import { SHARED_PIECES } from './shared.js';
import type { Piece } from './sql.js';

/** By what they are of. */
export const SNAPSHOT_PIECES = { ...RELATION_PIECES, ...PROGRAM_PIECES, ...SHARED_PIECES, ...RARE_PIECES };

export type PieceQuery = `snapshot of ${keyof typeof SNAPSHOT_PIECES}`;

const pieces = Object.entries<Piece>(SNAPSHOT_PIECES);

/** Those that can be read in part. */
export const PARTIAL_PIECES: ReadonlySet<string> = new Set(
  pieces.flatMap(([name, { query }]) => (query.includes('$2') ? [`snapshot of ${name}`] : [])),
);

/** Which pieces there is anything of, and the pieces. Most schemas need a third of them, and each takes time to plan. */
export const SNAPSHOT = {
  'snapshot pieces': pieces
    .map(([name, { there }]) => `SELECT 'snapshot of ${name}' WHERE ${there}`)
    .join('\nUNION ALL\n'),
  'snapshot mark': MARK,
  'snapshot changes': CHANGES,
  ...(Object.fromEntries(pieces.map(([name, { query }]) => [`snapshot of ${name}`, query])) as Record<
    PieceQuery,
    string
  >),
};
