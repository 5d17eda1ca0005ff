/** The order that the setting order says. Pure. */
import picomatch from 'picomatch';
import type { Layout } from './layout.js';
import { baseName } from './names.js';
import { inOrder } from './sent-by-code.js';

/** By names alone. */
const BY_NAME = 'name';

/** Each entry is a file's name or path, or a glob of them; what none fits comes last. */
export function inOrderOf(order: readonly string[], layout: Layout): Layout {
  if (order.length === 0 || (order.length === 1 && order[0] === BY_NAME)) return layout;
  const fits = order.map((entry) => picomatch(entry, { dot: true, flags: 's' }));
  return inOrder(layout, ({ path }) => {
    const place = fits.findIndex((matches) => matches(path) || matches(baseName(path)));
    return place === -1 ? order.length : place;
  });
}
