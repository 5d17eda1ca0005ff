/** The style sheet: always the same, so that the content policy can name it by its hash. */
import { BASE } from './style-base.js';
import { PARTS } from './style-parts.js';
import { TIMELINE } from './style-timeline.js';

export const STYLE = `${BASE}${PARTS}${TIMELINE}`;
