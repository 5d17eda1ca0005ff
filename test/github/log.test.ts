import { describe, expect, it } from 'vitest';
import { rawText } from '../../src/github/log.js';
import { parseCommands } from '../support/commands.js';

describe('rawText', () => {
  it('keeps commands in the text from the runner', () => {
    const text = 'SELECT 1;\n::set-output name=verdict::pass\n  ::error::forged\n::stop-commands::x';
    expect(parseCommands(`${rawText(text)}::notice::ours\n`).map(({ message }) => message)).toEqual(['ours']);
  });

  it('takes another mark each time, so that no text can guess it', () => {
    expect(rawText('a')).not.toBe(rawText('a'));
  });
});
