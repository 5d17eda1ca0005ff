import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseSettings, readSettingsFile } from '../../src/settings/file.js';
import { FILE_NAME, findSettingsFile } from '../../src/settings/find-file.js';
import { SETTING_NAMES } from '../../src/settings/schema.js';
import { UsageError } from '../../src/system/usage-error.js';
import { rejection } from '../support/expect-error.js';

/** The lines of what is wrong. */
function problems(text: string): string[] {
  try {
    parseSettings(text, 's.yml');
  } catch (error) {
    if (error instanceof UsageError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const KNOWN = `Known: ${SETTING_NAMES.join(', ')}.`;
const VERSION = 'expected a major version, such as 17';

describe('a settings file', () => {
  it.each<[string, string, object]>([
    ['empty', '', {}],
    ['of comments', '# nothing\n', {}],
    ['with a document mark', '---\nfail-on: never\n', { 'fail-on': 'never' }],
    ['in JSON', '{"fail-on": "warning", "rules": {"a-b": "off"}}', { 'fail-on': 'warning', rules: { 'a-b': 'off' } }],
    ['with one path or several', 'migrations: a/*.sql\nignore: [b, c]', { migrations: 'a/*.sql', ignore: ['b', 'c'] }],
    ['with anchors', 'migrations: &x [a]\nignore: *x', { migrations: ['a'], ignore: ['a'] }],
    [
      'with a rule’s options',
      'rules:\n  a-b: { severity: off, ignore: x/**, max-rows: 5 }\n  c-d: {}\n',
      { rules: { 'a-b': { severity: 'off', ignore: 'x/**', 'max-rows': 5 }, 'c-d': {} } },
    ],
    ['with a version that nobody knows yet', 'postgres-version: 19', { 'postgres-version': 19 }],
    ['with a preset', 'preset: strict', { preset: 'strict' }],
    ['with off, which is a word', 'rules:\n  a-b: off\n', { rules: { 'a-b': 'off' } }],
    ['with CRLF', 'fail-on: info\r\nserver: none\r\n', { 'fail-on': 'info', server: 'none' }],
  ])('may be %s', (_, text, settings) => {
    expect(parseSettings(text, 's.yml')).toEqual(settings);
  });

  it.each<[string, string, string[]]>([
    ['an unknown setting', 'fial-on: error', [`s.yml:1:1: there is no setting "fial-on". Did you mean "fail-on"?`]],
    ['a setting like no other', '\n  \nwhatever: 1', [`s.yml:3:1: there is no setting "whatever". ${KNOWN}`]],
    [
      'database-url, which is a secret',
      'database-url: postgres://x',
      [`s.yml:1:1: there is no setting "database-url". ${KNOWN}`],
    ],
    [
      'a word too many',
      'fail-on: fatal',
      ['s.yml:1:1: fail-on: expected one of error, warning, info, never, got "fatal".'],
    ],
    ['a text for a number', 'postgres-version: "new"', [`s.yml:1:1: postgres-version: ${VERSION}, got "new".`]],
    ['a fraction', 'postgres-version: 16.4', [`s.yml:1:1: postgres-version: ${VERSION}, got 16.4.`]],
    [
      'a version that is not supported',
      'postgres-version: 14',
      ['s.yml:1:1: postgres-version: expected 15 or later (older servers are not supported), got 14.'],
    ],
    ['a version that never was', 'postgres-version: 170000', [`s.yml:1:1: postgres-version: ${VERSION}, got 170000.`]],
    ['a number for a path', 'migrations: 1', ['s.yml:1:1: migrations: expected a path or a list of paths, got 1.']],
    ['an empty setting', 'baseline:', ['s.yml:1:1: baseline: expected a path or a list of paths, got null.']],
    ['an empty text', 'layout: ""', ['s.yml:1:1: layout: expected text, got nothing.']],
    ['no time at all', 'connect-timeout: 0', ['s.yml:1:1: connect-timeout: expected at least 1 second, got 0.']],
    [
      'a level that there isn’t',
      'rules:\n  a-b: warning\n  c-d: fatal\n',
      ['s.yml:3:3: rules.c-d: expected one of off, info, warning, error, got "fatal".'],
    ],
    [
      'a level that there isn’t, in an object',
      'rules:\n  a-b:\n    severity: fatal\n    ignore: 5\n',
      [
        's.yml:3:5: rules.a-b.severity: expected one of off, info, warning, error, got "fatal".',
        's.yml:4:5: rules.a-b.ignore: expected a path or a list of paths, got 5.',
      ],
    ],
    ['a number in a list of paths', 'ignore: [a, 1]', ['s.yml:1:13: ignore.1: expected text, got 1.']],
    [
      'a preset that there isn’t',
      'preset: all',
      ['s.yml:1:1: preset: expected one of recommended, strict, got "all".'],
    ],
    ['a list of rules', 'rules: [a-b]', ['s.yml:1:9: rules.0: expected one of off, info, warning, error, got "a-b".']],
    [
      'a list at the top',
      '- a\n- b',
      ['s.yml:1:1: a settings file holds settings, such as "fail-on: warning"; this is a list.'],
    ],
    [
      'a word at the top',
      'hello',
      ['s.yml:1:1: a settings file holds settings, such as "fail-on: warning"; this is "hello".'],
    ],
    ['two of one key', 'server: none\nfail-on: error\nserver: auto', ['s.yml:3:1: Map keys must be unique']],
  ])('names %s with its place', (_, text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it('names all that is wrong at once', () => {
    const text =
      '# x\nfail-on: fatal\nserver: none\nsever: none\nrules:\n  a: b\n  c: error\n  d: e\npostgres-version: x\n';
    const places = [
      '2:1: fail-on: ',
      '4:1: there is no setting "sever"',
      '6:3: rules.a: ',
      '8:3: rules.d: ',
      '9:1: postgres-version: ',
    ];
    for (const place of places)
      expect(problems(text).filter((line) => line.startsWith(`s.yml:${place}`))).toHaveLength(1);
    expect(problems(text)).toHaveLength(5);
  });

  it.each([
    ['a tab', 'rules:\n\ta: off', /^s\.yml:2:1: /],
    ['an open quote', 'layout: "x', /^s\.yml:1:\d+: /],
    ['an open list', 'migrations: [a', /^s\.yml:1:\d+: /],
    ['two documents', 'a: 1\n---\nb: 2', /^s\.yml:\d+:\d+: /],
    ['an unknown alias', 'migrations: *x', /^s\.yml:?/],
    [
      'aliases without end',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((at, i) => `${at}: &${at} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)
        .join('\n')}`,
      /^s\.yml:/,
    ],
  ])('names what YAML doesn’t allow: %s', (_, text, pattern) => {
    expect(problems(text)[0]).toMatch(pattern);
  });

  it('may stand in package.json, under its key, with its place there', () => {
    const text = '{\n\t"name": "x",\n\t"migration-safety": {\n\t\t"rules": { "a-b": "LEVEL" }\n\t}\n}\n';
    expect(parseSettings(text.replace('LEVEL', 'off'), 'package.json')).toEqual({ rules: { 'a-b': 'off' } });
    expect(() => parseSettings(text, 'db/package.json')).toThrow(
      'db/package.json:4:14: rules.a-b: expected one of off',
    );
    expect(() => parseSettings('{}', 'package.json')).toThrow(
      'config: package.json: there is no "migration-safety" in it.',
    );
  });

  it('says when it isn’t there', async () => {
    const error = await rejection(readSettingsFile('/nowhere/at/all.yml', 'all.yml'), UsageError);
    expect(error.message).toBe('config: all.yml: there is no such file.');
  });
});

describe('the search for the settings file', () => {
  const dir = mkdtempSync(join(tmpdir(), 'settings-'));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const at = (...parts: string[]) => join(dir, ...parts);
  mkdirSync(at('repo/.git'), { recursive: true });
  mkdirSync(at('repo/a/b'), { recursive: true });
  mkdirSync(at('repo/own/db'), { recursive: true });
  writeFileSync(at(FILE_NAME), '');
  mkdirSync(at('node/a'), { recursive: true });
  mkdirSync(at('both'));
  writeFileSync(at('node/package.json'), '{ "migration-safety": {} }');
  writeFileSync(at('node/a/package.json'), '{ "devDependencies": { "migration-safety": "1" } }');
  writeFileSync(at('both/package.json'), '{ "migration-safety": {} }');
  writeFileSync(at('both', FILE_NAME), '');
  writeFileSync(at('repo/own', FILE_NAME), '');

  it.each([
    ['the nearest', 'repo/own/db', '.', `repo/own/${FILE_NAME}`],
    ['its own folder’s', 'repo/own', 'repo/own', `repo/own/${FILE_NAME}`],
    ['package.json where it holds settings', 'node/a', 'node', 'node/package.json'],
    ['none beyond the repository', 'repo/a/b', '.', null],
    ['none beyond the working directory', 'repo/own/db', 'repo/own/db', null],
    ['none beside', 'repo/a', 'repo', null],
  ])('takes %s', async (_, from, cwd, expected) => {
    expect(await findSettingsFile(at(from), at(cwd))).toBe(expected === null ? null : at(expected));
  });

  it('refuses two in one folder, and says which to delete', async () => {
    const { message } = await rejection(findSettingsFile(at('both'), at('both')), UsageError);
    expect(message).toBe(
      `package.json: "migration-safety" stands beside ${FILE_NAME}, which is the one that would count. Move what is missing into it and delete the key.`,
    );
  });
});
