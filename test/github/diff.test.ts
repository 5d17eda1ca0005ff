import { expect, it } from 'vitest';
import { parsePatch, shownLines } from '../../src/github/diff.js';

const PATCH = `@@ -1,3 +1,4 @@
 one
-two
+2
+2.5
 three
@@ -10 +11 @@ function f()
-ten
+10
\\ No newline at end of file`;

const diff = new Map([['a.sql', parsePatch(PATCH)]]);

it('knows the lines that each hunk shows of the new file', () => {
  expect(diff.get('a.sql')).toEqual([
    { start: 1, lines: ['one', '2', '2.5', 'three'] },
    { start: 11, lines: ['10'] },
  ]);
});

it('shows lines of one hunk, and nothing else', () => {
  expect(shownLines(diff, 'a.sql', 2, 3)).toEqual(['2', '2.5']);
  expect(shownLines(diff, 'a.sql', 11)).toEqual(['10']);
  expect(shownLines(diff, 'a.sql', 4, 11)).toBeNull();
  expect(shownLines(diff, 'a.sql', 5)).toBeNull();
  expect(shownLines(diff, 'b.sql', 1)).toBeNull();
});

it('shows nothing of a file that was only deleted', () => {
  expect(parsePatch('@@ -1,2 +0,0 @@\n-a\n-b')).toEqual([]);
});
