import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellCode,
  clean,
  code,
  commandData,
  commandProperty,
  fence,
  htmlCode,
  link,
  oneLine,
  prose,
  row,
  shortPath,
  terminal,
} from '../../src/report/escape.js';
import { FORBIDDEN, hostile, RUNS } from './arbitraries.js';
import { all, LIVE, liveText, tree } from './markdown-tree.js';

function property(check: (text: string) => void): void {
  fc.assert(fc.property(hostile, check), { numRuns: RUNS * 10 });
}

describe('any text', () => {
  it('loses its invisible characters everywhere', () => {
    property((text) => {
      const shown = [clean, oneLine, code, cellCode, htmlCode, prose, fence, terminal, commandData, commandProperty];
      for (const show of shown) expect(show(text)).not.toMatch(FORBIDDEN);
    });
  });

  it('never holds an HTML comment in Markdown, so that no marker can be forged', () => {
    property((text) => {
      for (const show of [code, cellCode, htmlCode, prose, fence]) expect(show(text)).not.toMatch(/<!--|-->/);
    });
  });

  it('is cut to its limit, never through a character', () => {
    property((text) => {
      expect(oneLine(text, 10).length).toBeLessThanOrEqual(10);
      expect(shortPath(text, 10).length).toBeLessThanOrEqual(10);
      expect(oneLine(text, 10)).not.toMatch(/\p{Cs}/u);
    });
  });
});

describe('a code span', () => {
  it('is read back as one code span with the text', () => {
    property((text) => {
      const [paragraph, ...rest] = tree(code(text)).children;
      expect(rest).toEqual([]);
      expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'inlineCode' }] });
      const span = all(tree(code(text))).find((node) => node.type === 'inlineCode');
      const expected = oneLine(text, 200).replaceAll('<!--', '< !--').replaceAll('-->', '-- >');
      expect(span?.value).toBe(expected || '(empty)');
    });
  });

  it('may stand in a table cell, whatever it holds', () => {
    property((text) => {
      const shown = cellCode(text);
      expect(shown).not.toContain('|');
      const types = all(tree(shown)).map(({ type }) => type);
      expect(types.filter((type) => !['root', 'paragraph', 'inlineCode', 'html', 'text'].includes(type))).toEqual([]);
    });
  });
});

describe('a fence', () => {
  it('is read back as one block of code with the text', () => {
    property((text) => {
      const nodes = tree(fence(text, 'sql')).children;
      const expected = clean(text).replaceAll('<!--', '< !--').replaceAll('-->', '-- >');
      expect(nodes).toHaveLength(1);
      expect(nodes[0]).toMatchObject({ type: 'code', lang: 'sql' });
      expect((nodes[0] as { value: string }).value).toBe(expected.replace(/^(?:[ \t]*\n)+/, '').trimEnd());
    });
  });
});

describe('a sentence', () => {
  it('is read back as the same text, with nothing in it but text and code', () => {
    property((text) => {
      const root = tree(prose(text));
      const types = new Set(all(root).map(({ type }) => type));
      for (const type of types) expect(['root', 'paragraph', 'text', 'inlineCode', 'html']).toContain(type);
      expect(root.children.length).toBeLessThanOrEqual(1);
      for (const node of all(root)) if (node.type === 'html') expect(node.value).toMatch(/^<\/?code>$/);
      const read = all(root).map((node) => ('value' in node && node.type !== 'html' ? node.value : ''));
      const letters = (of: string) => of.replace(/[`\s]/g, '');
      const expected = letters(oneLine(text)).replaceAll('<!--', '<!--');
      expect(letters(read.join('')).replaceAll('< !--', '<!--')).toBe(expected);
    });
  });

  it('mentions nobody and links nowhere', () => {
    property((text) => {
      for (const live of liveText(tree(prose(text)))) expect(live).not.toMatch(LIVE);
    });
  });

  it('keeps code as code and names as they are', () => {
    expect(prose('`a`@x `b``c`')).toBe('`a` `@x` \\`b\\`\\`c\\`');
    expect(prose('index `a_b` on c_d takes 3 s (see #12, @me)')).toBe(
      'index `a_b` on c_d takes 3 s (see `#12`, `@me`)',
    );
    expect(prose('a < b | c & _d_')).toBe('a &lt; b &#124; c &amp; \\_d\\_');
  });
});

describe('a table row', () => {
  it('has as many cells as it was given, on one line', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => {
        const line = row(texts.flatMap((text) => [prose(text), cellCode(text), code(text)]));
        expect(line).not.toContain('\n');
        expect(line.split('|')).toHaveLength(texts.length * 3 + 2);
      }),
    );
  });
});

describe('a workflow command', () => {
  it('stays on its line and within its property', () => {
    property((text) => {
      expect(commandData(text)).not.toMatch(/[\r\n]/);
      expect(commandProperty(text)).not.toMatch(/[\r\n:,]/);
      const decoded = commandData(text).replaceAll('%0A', '\n').replaceAll('%25', '%');
      expect(decoded).toBe(clean(text));
    });
  });

  it('is never begun by a line for the terminal', () => {
    property((text) => {
      for (const line of terminal(text).split('\n')) expect(line.trimStart()).not.toMatch(/^(::|##\[)/);
    });
  });
});

describe('a link', () => {
  it('cannot be broken out of, and leads only to the web', () => {
    expect(link('x', 'https://h/a b)|<c>#L1')).toBe('[x](https://h/a%20b%29%7C%3Cc%3E#L1)');
    expect(link('x', 'javascript:alert(1)')).toBe('x');
    expect(link('x', null)).toBe('x');
  });
});
