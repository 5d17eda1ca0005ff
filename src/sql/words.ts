/** How messages are written, in whichever room. */

/** A name out of the user's SQL or files, marked in a message: renderers show it as code, or take the marks away. */
export function code(name: string): string {
  const line = name.replaceAll('`', '’').replace(/\s+/g, ' ').trim();
  return line === '' ? '' : `\`${line}\``;
}

/** With a capital, for the beginning of a sentence. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
