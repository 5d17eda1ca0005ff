/** Data folders as one file: a plain tar, as PGlite writes it. Pure. */

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

/** A tar of these; a folder precedes what it holds. */
export function tarOf(entries: Iterable<TarEntry>): Buffer {
  const parts: Buffer[] = [];
  for (const { name, directory, content } of entries) {
    const header = Buffer.alloc(blockBytes);
    if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a tar archive`);
    header.write(name, 0);
    header.write(directory ? '0000700' : '0000600', 100);
    header.write(content.length.toString(8).padStart(11, '0'), 124);
    header.write('        ', 148);
    header.write(directory ? '5' : '0', 156);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    parts.push(header, content, Buffer.alloc(-content.length & (blockBytes - 1)));
  }
  parts.push(Buffer.alloc(2 * blockBytes));
  return Buffer.concat(parts);
}
