/**
 * Images of PGlite at rest, to which it can be set back. Between two queries Postgres is its memory and its files, and both
 * are ours: that takes a tenth of the time of another start, and brings back what no restart does.
 */
import type { TarEntry } from '../baseline-cache/tar.js';

/** What Emscripten shows of the engine. */
export interface EngineModule {
  wasmMemory: { buffer: ArrayBuffer };
  stackSave(): number;
  FS: {
    nameTable: (FileNode | undefined)[];
    streams: (OpenFile | null | undefined)[];
    nextInode: number;
    lookupPath(path: string): { node: FileNode };
  };
}

/** A file, a folder or a device. */
interface FileNode {
  name_next?: FileNode;
  /** A file's bytes, with room behind them, or what a folder holds. */
  contents?: Uint8Array | Int8Array | FolderNode;
  usedBytes?: number;
}

type FolderNode = Record<string, FileNode>;

interface OpenFile {
  node?: FileNode;
  /** Where it is read next, and how: one for all that were duplicated from one. */
  shared?: object;
}

interface Image {
  /** Pages that hold anything, by their number. */
  pages: Map<number, Buffer>;
  /** Everything but what is in files. */
  nodes: Map<FileNode, FileNode>;
  contents: Map<FileNode, Buffer>;
  nameTable: (FileNode | undefined)[];
  streams: ({ stream: OpenFile; fields: OpenFile; shared: object } | null)[];
  nextInode: number;
  libraries: number;
}

/**
 * What of the engine's insides isn't as images need it, in words: of another PGlite, say. `folder`: a folder of
 * Postgres' that holds `PG_VERSION`. `libraries`: how many are loaded by now, one at least.
 */
export function lacking(engine: unknown, folder: string, libraries: number): string[] {
  const { wasmMemory, stackSave, FS } = (engine ?? {}) as Partial<EngineModule>;
  const files: Partial<EngineModule['FS']> = FS ?? {};
  const version = () => folderOf(files.lookupPath?.(folder).node).PG_VERSION;
  const needs: Record<string, () => boolean | undefined> = {
    'wasmMemory.buffer is the memory': () => wasmMemory?.buffer instanceof ArrayBuffer,
    'stackSave() is a number': () => typeof stackSave?.() === 'number',
    'FS.streams lists open files': () => files.streams?.some((stream) => stream?.node !== undefined),
    'FS.nextInode is a number': () => typeof files.nextInode === 'number',
    'FS.lookupPath() finds a file’s bytes': () =>
      bytesOf(version() ?? {})?.[0] !== undefined && version()?.usedBytes === 3,
    'FS.nameTable lists every file': () =>
      files.nameTable?.some((first) => chain(first).includes(version() as FileNode)),
    'a library is an instance of WebAssembly': () => libraries > 0,
  };
  return Object.entries(needs).flatMap(([need, met]) => (isTrue(met) ? [] : [need]));
}

function isTrue(met: () => boolean | undefined): boolean {
  try {
    return met() === true;
  } catch {
    return false;
  }
}

const pageBytes = 65_536;
const zeros = Buffer.alloc(pageBytes);

export class Images {
  readonly #engine: EngineModule;
  readonly #libraries: () => number;
  readonly #stack: number;
  readonly #images = new Map<number, Image>();
  /** The one that the engine is most like. */
  #latest: Image | undefined;

  /** `libraries`: how many were loaded up to now. JavaScript knows of each, and can't be set back. */
  constructor(engine: EngineModule, libraries: () => number) {
    this.#engine = engine;
    this.#libraries = libraries;
    this.#stack = engine.stackSave();
  }

  /** Takes an image of the engine's present state. What is unchanged since the latest one is shared with it. */
  keep(key: number): void {
    const { FS } = this.#engine;
    if (this.#engine.stackSave() !== this.#stack) throw new Error('the engine is not at rest');
    const nodes = new Map<FileNode, FileNode>();
    for (const node of FS.nameTable.flatMap(chain)) nodes.set(node, fields(node));
    // What was unlinked while it is open has no name any more.
    for (const stream of FS.streams) if (stream?.node) nodes.set(stream.node, fields(stream.node));
    const image: Image = {
      pages: this.#pages(),
      nodes,
      contents: this.#contents(nodes.keys()),
      nameTable: [...FS.nameTable],
      streams: FS.streams.map((stream) =>
        stream ? { stream, fields: { ...stream }, shared: { ...stream.shared } } : null,
      ),
      nextInode: FS.nextInode,
      libraries: this.#libraries(),
    };
    this.#images.set(key, image);
    this.#latest = image;
  }

  /** Sets the engine back. False where it has loaded a library since. */
  restore(key: number): boolean {
    const image = this.#image(key);
    if (image.libraries !== this.#libraries()) return false;
    const memory = this.#memory();
    for (let page = 0; page * pageBytes < memory.length; page++) {
      const wanted = image.pages.get(page) ?? zeros;
      if (!wanted.equals(pageOf(memory, page))) wanted.copy(memory, page * pageBytes);
    }
    const { FS } = this.#engine;
    for (const [node, wanted] of image.nodes) setBack(node, wanted, image.contents.get(node));
    for (const it of image.streams) {
      if (it === null) continue;
      Object.assign(it.stream, it.fields);
      if (it.stream.shared) Object.assign(it.stream.shared, it.shared);
    }
    replace(FS.nameTable, image.nameTable);
    replace(
      FS.streams,
      image.streams.map((it) => it?.stream),
    );
    FS.nextInode = image.nextInode;
    this.#latest = image;
    return true;
  }

  forget(key: number): void {
    this.#images.delete(key);
  }

  /** What a folder holds in an image, for another thread to start from: memory that both threads have. */
  folder(key: number, path: string): TarEntry[] {
    const { nodes, contents } = this.#image(key);
    const within = (folder: FileNode, above: string): TarEntry[] =>
      Object.entries(folderOf(nodes.get(folder))).flatMap(([name, node]) => {
        const content = contents.get(node);
        if (content) return { name: `${above}/${name}`, directory: false, content };
        const itself = { name: `${above}/${name}`, directory: true, content: Buffer.alloc(0) };
        return [itself, ...within(node, itself.name)];
      });
    return within(this.#engine.FS.lookupPath(path).node, '');
  }

  #image(key: number): Image {
    const image = this.#images.get(key);
    if (image === undefined) throw new Error(`there is no image ${key}`);
    return image;
  }

  #memory(): Buffer {
    return Buffer.from(this.#engine.wasmMemory.buffer);
  }

  #pages(): Map<number, Buffer> {
    const memory = this.#memory();
    const pages = new Map<number, Buffer>();
    for (let number = 0; number * pageBytes < memory.length; number++) {
      const page = pageOf(memory, number);
      const before = this.#latest?.pages.get(number);
      if (before?.equals(page)) pages.set(number, before);
      else if (!zeros.equals(page)) pages.set(number, Buffer.from(page));
    }
    return pages;
  }

  #contents(nodes: Iterable<FileNode>): Map<FileNode, Buffer> {
    const contents = new Map<FileNode, Buffer>();
    const changed: [FileNode, Buffer][] = [];
    for (const node of nodes) {
      const content = bytesOf(node)?.subarray(0, node.usedBytes);
      if (content === undefined) continue;
      const before = this.#latest?.contents.get(node);
      if (before?.equals(content)) contents.set(node, before);
      else changed.push([node, content]);
    }
    const shared = new SharedArrayBuffer(changed.reduce((sum, [, { length }]) => sum + length, 0));
    let at = 0;
    for (const [node, content] of changed) {
      const copy = Buffer.from(shared, at, content.length);
      copy.set(content);
      contents.set(node, copy);
      at += content.length;
    }
    return contents;
  }
}

function pageOf(memory: Buffer, page: number): Buffer {
  return memory.subarray(page * pageBytes, (page + 1) * pageBytes);
}

/** A view: what is written to it is written to the file. */
function bytesOf({ contents }: FileNode): Buffer | undefined {
  if (!ArrayBuffer.isView(contents)) return undefined;
  return Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength);
}

function chain(first: FileNode | undefined): FileNode[] {
  const nodes: FileNode[] = [];
  for (let node = first; node; node = node.name_next) nodes.push(node);
  return nodes;
}

function folderOf({ contents }: FileNode = {}): FolderNode {
  return ArrayBuffer.isView(contents) ? {} : (contents ?? {});
}

function fields(node: FileNode): FileNode {
  const { contents, ...others } = node;
  return contents === undefined || ArrayBuffer.isView(contents) ? others : { ...others, contents: { ...contents } };
}

function setBack(node: FileNode, wanted: FileNode, content: Buffer | undefined): void {
  const { contents: now } = node;
  const bytes = bytesOf(node);
  for (const name of Object.keys(node)) delete node[name as keyof FileNode];
  Object.assign(node, wanted);
  if (wanted.contents) node.contents = { ...folderOf(wanted) };
  if (content === undefined) return;
  if (now && bytes && content.equals(bytes.subarray(0, content.length))) {
    // What was written behind it in between would show where a later write leaves a gap.
    bytes.fill(0, content.length);
    node.contents = now;
  } else node.contents = Uint8Array.from(content);
}

function replace<T>(list: T[], wanted: T[]): void {
  list.length = 0;
  for (const it of wanted) list.push(it);
}
