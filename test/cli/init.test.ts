import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { initialize } from '../../src/cli/init.js';
import { parseSettings } from '../../src/settings/file.js';
import { FILE_NAME } from '../../src/settings/find-file.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';

const WORKFLOW = '.github/workflows/migration-safety.yml';

describe('init', () => {
  let dir = '';
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'init-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const read = (path: string) => readFileSync(join(dir, path), 'utf8');

  it('writes nothing where one of the files is there', async () => {
    writeFileSync(join(dir, FILE_NAME), 'mine');
    const error = await rejection(initialize(dir, false), UsageError);
    expect(error.message).toBe(`init: ${FILE_NAME} is there already. Nothing was written. To overwrite, add --yes.`);
    expect(read(FILE_NAME)).toBe('mine');
    expect(existsSync(join(dir, WORKFLOW))).toBe(false);
  });

  it('writes over them when told to', async () => {
    expect(await initialize(dir, true)).toMatch(
      /^Wrote\n {2}\.github\/workflows\/migration-safety\.yml\n {2}\.migration-safety\.yml\nNext: /,
    );
    expect(parseSettings(read(FILE_NAME), FILE_NAME)).toEqual({ 'fail-on': 'error' });
    expect(parse(read(WORKFLOW))).toMatchObject({
      name: 'Migration safety',
      on: { pull_request: null, merge_group: null },
    });
  });

  it('asks where somebody can be asked, and does as they say', async () => {
    writeFileSync(join(dir, FILE_NAME), 'mine');
    const asked: string[] = [];
    const say = (answer: boolean) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    await rejection(initialize(dir, false, say(false)), UsageError);
    expect(read(FILE_NAME)).toBe('mine');
    await initialize(dir, false, say(true));
    expect(read(FILE_NAME)).toContain('fail-on: error');
    expect(asked[0]).toBe(`${WORKFLOW} and ${FILE_NAME} are there already. Overwrite?`);
  });

  it('names the layout that it finds', async () => {
    const other = mkdtempSync(join(tmpdir(), 'init-'));
    mkdirSync(join(other, 'db/migrations'), { recursive: true });
    writeFileSync(join(other, 'db/migrations/001_a.sql'), '-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n');
    await initialize(other, false);
    const text = readFileSync(join(other, FILE_NAME), 'utf8');
    expect(parseSettings(text, FILE_NAME)).toEqual({ layout: 'goose', 'fail-on': 'error' });
    expect(text).toMatch(/^# Found here:\n# .*: goose, /m);
    rmSync(other, { recursive: true });
  });

  it('names both files where both are there', async () => {
    const error = await rejection(initialize(dir, false), UsageError);
    expect(error.message).toMatch(/^init: \S+ and \S+ are there already\./);
  });

  it('offers settings that are all known, also the ones in comments', () => {
    const uncommented = read(FILE_NAME).replace(/^# (?=[a-z-]+: )/gm, '');
    expect(parseSettings(uncommented, FILE_NAME)).toEqual({
      layout: 'auto',
      migrations: 'db/migrations/*.sql',
      'postgres-version': 17,
      'fail-on': 'error',
      'required-checks': ['rehearsal', 'rollback', 'rerun'],
    });
  });
});
