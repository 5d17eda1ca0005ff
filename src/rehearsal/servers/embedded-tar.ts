/** Reads the data folder that the embedded server's cache keeps: a plain tar, as PGlite writes it. Pure. */

export interface TarEntry {
  /** With a slash in front, without one at the end. */
  name: string;
  directory: boolean;
  /** A view into the archive, not a copy. */
  content: Buffer;
}

const blockBytes = 512;
const directoryType = '5'.charCodeAt(0);

/** The entries, in order. Throws where it is no tar. */
export function* tarEntries(tar: Buffer): Generator<TarEntry> {
  for (let at = 0; at + blockBytes <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + blockBytes);
    const size = Number.parseInt(text(header, 124, 12), 8);
    if (Number.isNaN(size)) throw new Error('not a tar archive');
    const start = at + blockBytes;
    const name = [text(header, 345, 155), text(header, 0, 100)].join('/').replace(/^\/*/, '/').replace(/\/$/, '');
    yield { name, directory: header[156] === directoryType, content: tar.subarray(start, start + size) };
    at = start + Math.ceil(size / blockBytes) * blockBytes;
  }
}

/** A field of the header, which ends with a zero byte or where the next one begins. */
function text(header: Buffer, from: number, length: number): string {
  const end = header.indexOf(0, from);
  return header.toString('utf8', from, end < 0 ? from + length : Math.min(end, from + length));
}
