/** Colours for a terminal, or none. */
import { styleText } from 'node:util';

type Style = 'red' | 'green' | 'yellow' | 'blue' | 'bold' | 'dim';

/** Colour a text that is already free of control characters. */
export type Paint = (style: Style | Style[], text: string) => string;

// Newer Nodes look at stdout to decide whether to colour at all, which is decided here instead.
const ALWAYS = { validateStream: false };

/** A painter that colours, or one that leaves text as it is. */
export function painter(color: boolean): Paint {
  return color ? (style, text) => styleText(style, text, ALWAYS) : (_, text) => text;
}
