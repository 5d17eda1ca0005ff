import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { passwordsOf, readInputs } from '../../src/github/inputs.js';

afterEach(() => vi.unstubAllEnvs());

function read(inputs: Record<string, string>) {
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  return readInputs(resolve('/workspace'));
}

describe('readInputs', () => {
  it('leaves what nobody set to the settings', () => {
    const inputs = read({ layout: 'goose', 'fail-on': '' });
    expect(inputs).toMatchObject({
      mode: 'check',
      comment: 'on-findings',
      suggestions: false,
      databases: null,
      commentKey: 'default',
      workingDirectory: resolve('/workspace'),
    });
    expect(inputs.settings).toMatchObject({ layout: 'goose', 'fail-on': undefined });
  });

  it('reads a folder below the workspace', () => {
    expect(read({ 'working-directory': 'services/billing' }).workingDirectory).toBe(
      resolve('/workspace/services/billing'),
    );
  });

  it.each([
    [{ comment: 'yes' }, /comment: "yes" is none of on-findings, always, never/],
    [{ mode: 'lint' }, /mode: "lint" is none of check, report, plan, link/],
    [{ suggestions: 'yes' }, /suggestions: "yes" is neither true nor false/],
    [{ databases: 'billing' }, /databases: expected a JSON list of names/],
    [{ databases: '[1]' }, /databases: expected a JSON list of names/],
    [{ 'comment-key': 'a --> b' }, /comment-key: .* is not a name/],
  ])('refuses %j', (inputs, message) => {
    expect(() => read(inputs as unknown as Record<string, string>)).toThrow(message);
  });
});

describe('passwordsOf', () => {
  it.each([
    ['postgres://me:s3cret@db/app', ['s3cret']],
    ['postgres://me:a%40b@db/app', ['a%40b', 'a@b']],
    ['postgres://me@db/app?password=s3cret', ['s3cret']],
    ['postgres://postgres:postgres@localhost:5432/app', []],
    ['postgres://me@db/app', []],
    ['not a url', []],
    [undefined, []],
  ])('%s', (url, expected) => {
    expect(passwordsOf(url)).toEqual(expected);
  });
});
