/** Determines a folder's layout, by evidence; where two fit, says so. Pure. */

import { atlasFormat, withAtlasSum } from './layouts/atlas-formats.js';
import { LAYOUTS } from './layouts/index.js';
import type { FileSet, Layout, LayoutEvidence } from './layouts/layout.js';
import { plain } from './layouts/plain.js';

export interface Recognised {
  layout: Layout;
  /** Why, to follow "recognised by" or by itself. */
  reason: string;
  /** Other layouts that fit as well, where the names are the only evidence. */
  doubt?: Layout[];
}

/** Marks of more than one tool are here: which one applies the files can't be determined. */
export interface Ambiguous {
  layouts: { layout: Layout; reason: string }[];
}

const STRENGTH: Record<LayoutEvidence['kind'], number> = { names: 1, config: 2, marks: 3 };

/** The layout of that name, whatever the files look like. */
export function layoutNamed(name: string): Layout {
  return LAYOUTS.find((layout) => layout.name === name) as Layout;
}

/** The strongest evidence wins. Names that several tools use are no evidence. */
export function recognise(set: FileSet): Recognised | Ambiguous {
  const kept = atlasFormat(set);
  if (kept) return { layout: withAtlasSum(layoutNamed(kept.format)), reason: `recognised by ${kept.reason}` };
  const fits = LAYOUTS.flatMap((layout) => {
    const evidence = layout.recognise(set);
    return evidence ? [{ layout, reason: evidence.reason, strength: STRENGTH[evidence.kind] }] : [];
  });
  const strongest = Math.max(0, ...fits.map(({ strength }) => strength));
  const best = fits.filter(({ strength }) => strength === strongest);
  const [first, ...others] = best;
  if (first === undefined) return { layout: plain, reason: 'no migration tool detected' };
  if (others.length === 0) return { layout: first.layout, reason: `recognised by ${first.reason}` };
  if (strongest > STRENGTH.names) return { layouts: best.map(({ layout, reason }) => ({ layout, reason })) };
  return { layout: plain, reason: `${first.reason} fit several tools`, doubt: best.map(({ layout }) => layout) };
}
