/** Every layout, in the order in which they are asked. */
import type { Layout } from './layout.js';
import { markdown } from './markdown.js';
import { plain } from './plain.js';

export const LAYOUTS: readonly Layout[] = [plain, markdown];
export type { Layout } from './layout.js';
