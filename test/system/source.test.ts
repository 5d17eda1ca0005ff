import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { displayPath, readSource } from '../../src/system/source.js';

const dir = mkdtempSync(join(tmpdir(), 'source-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function read(bytes: Buffer | string) {
  writeFileSync(join(dir, 'x.sql'), bytes);
  return readSource(join(dir, 'x.sql'), dir);
}

describe('a file', () => {
  it.each<[string, Buffer | string, string]>([
    ['in UTF-8', 'SELECT 1; -- é漢😀', 'SELECT 1; -- é漢😀'],
    ['with a byte order mark', '\ufeffSELECT 1;', 'SELECT 1;'],
    ['that is empty', '', ''],
    ['of a byte order mark only', '\ufeff', ''],
    ['with CRLF', 'SELECT 1;\r\n', 'SELECT 1;\r\n'],
  ])('%s is read', async (_, bytes, text) => {
    const isMarked = bytes.toString().startsWith('\ufeff');
    const file = { path: 'x.sql', text, ...(isMarked && { byteOrderMark: true }) };
    expect(await read(bytes)).toEqual({ file });
  });

  it.each<[string, Buffer | string, string]>([
    [
      'in UTF-16, little end first',
      Buffer.from('\ufeffSELECT 1;', 'utf16le'),
      'The file is UTF-16. Save it as UTF-8: Postgres reads migrations in UTF-8.',
    ],
    [
      'in UTF-16, big end first',
      Buffer.from('\ufeffSELECT 1;', 'utf16le').swap16(),
      'The file is UTF-16. Save it as UTF-8: Postgres reads migrations in UTF-8.',
    ],
    [
      'in UTF-16 without a mark',
      Buffer.from('-- a\nSELECT 1;', 'utf16le'),
      'The file holds a NUL byte (line 1): it is UTF-16 or no text at all. Save it as UTF-8.',
    ],
    [
      'with a NUL byte',
      'SELECT 1;\n\nSELECT \0;',
      'The file holds a NUL byte (line 3): it is UTF-16 or no text at all. Save it as UTF-8.',
    ],
    [
      'in Latin-1',
      Buffer.from("SELECT 1;\n-- é 漢\nSELECT 'caf\xe9';\n", 'latin1'),
      'The file is not UTF-8 (line 2). Save it as UTF-8.',
    ],
    [
      'in Latin-1, on its last line',
      Buffer.concat([Buffer.from('SELECT 1; -- é\n\n'), Buffer.from([0xe9])]),
      'The file is not UTF-8 (line 3). Save it as UTF-8.',
    ],
  ])('%s is named with what is wrong', async (_, bytes, problem) => {
    expect(await read(bytes)).toEqual({ path: 'x.sql', problem });
  });

  it('that is missing, or a folder, is named', async () => {
    expect(await readSource(join(dir, 'none.sql'), dir)).toEqual({
      path: 'none.sql',
      problem: 'There is no such file.',
    });
    mkdirSync(join(dir, 'folder.sql'));
    expect(await readSource(join(dir, 'folder.sql'), dir)).toEqual({
      path: 'folder.sql',
      problem: 'This is a folder, not a file.',
    });
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('that may not be read is named', async () => {
    writeFileSync(join(dir, 'secret.sql'), '');
    chmodSync(join(dir, 'secret.sql'), 0);
    expect(await readSource(join(dir, 'secret.sql'), dir)).toMatchObject({
      problem: expect.stringMatching(/may not be read/),
    });
  });
});

describe('a path', () => {
  it.each([
    ['/a/b', '/a/b/c/d.sql', 'c/d.sql'],
    ['/a/b', '/a/b/..x.sql', '..x.sql'],
    ['/a/b', '/a/b/..x/y.sql', '..x/y.sql'],
    ['/a/b', '/a/c/d.sql', '/a/c/d.sql'],
    ['/a/b', '/a/bc/d.sql', '/a/bc/d.sql'],
    ['/a/b', '/a/b', '/a/b'],
    ['/', '/a.sql', 'a.sql'],
  ])('from %s to %s is shown as %s', (cwd, absolute, shown) => {
    expect(displayPath(absolute, cwd)).toBe(shown);
  });
});
