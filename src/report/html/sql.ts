/** SQL with its words told apart, quietly: a reading aid, line by line, no parser. */
import { clean, sourceLine, truncate } from '../escape.js';
import { type HtmlPart, html, type Markup } from './markup.js';

const WORDS =
  'ADD ALL ALTER ANALYZE AND ANY AS ASC BEGIN BETWEEN BY CASCADE CASE CAST CHECK CLUSTER COLUMN COMMENT COMMIT CONCURRENTLY CONFLICT CONSTRAINT COPY CREATE CROSS DATABASE DEFAULT DEFERRABLE DELETE DESC DETACH DISABLE DISTINCT DO DOMAIN DROP EACH ELSE ENABLE END ENUM EXCLUDE EXECUTE EXISTS EXPLAIN EXTENSION FALSE FOR FOREIGN FROM FULL FUNCTION GENERATED GRANT GROUP HAVING IDENTITY IF IN INCLUDE INDEX INNER INSERT INTO IS JOIN KEY LANGUAGE LEFT LIKE LIMIT LOCK MATERIALIZED NOT NULL NULLS OF OFFSET ON ONLY OR ORDER OUTER OVER OWNER PARTITION POLICY PRIMARY PROCEDURE PUBLICATION REFERENCES REFRESH REINDEX RENAME REPLACE RESET RESTRICT RETURNING RETURNS REVOKE RIGHT ROLE ROLLBACK ROW ROWS SAVEPOINT SCHEMA SECURITY SELECT SEQUENCE SET SOME STORED TABLE TABLESPACE TEMPORARY THEN TO TRIGGER TRUE TRUNCATE TYPE UNION UNIQUE UPDATE USING VACUUM VALID VALIDATE VALUES VIEW WHEN WHERE WITH WITHOUT';
const TOKENS = `(?<c>--.*$|/\\*.*?(?:\\*/|$))|(?<s>'(?:[^']|'')*'?)|(?<q>"(?:[^"]|"")*"?)|(?<k>\\b(?:${WORDS.replaceAll(' ', '|')})\\b)`;
/** Pages of prose have small letters' words that are no SQL. */
const SHOUTED = new RegExp(TOKENS, 'g');
const SPOKEN = new RegExp(TOKENS, 'gi');
/** The longest line that is shown. */
const LONGEST = 400;

/** From where to where in a line something is marked; columns from 0. */
export interface MarkedSpan {
  from: number;
  to: number;
}

/** One line, with what is marked in it. A mark that is far to the right is brought into view. */
export function sqlLine(line: string, isSql: boolean, span: MarkedSpan | null = null): Markup {
  const start = span && span.from > LONGEST / 2 && line.length > LONGEST ? span.from - 40 : 0;
  const shown = sourceLine(line.slice(start, start + LONGEST));
  const parts: HtmlPart[] = start > 0 ? ['…'] : [];
  const add = (text: string, kind: string, at: number) => {
    for (const [piece, marked] of cut(text, at, span && { from: span.from - start, to: span.to - start })) {
      const inner = kind === '' ? piece : html`<i class="${kind}">${piece}</i>`;
      parts.push(marked ? html`<mark>${inner}</mark>` : inner);
    }
  };
  let last = 0;
  for (const match of shown.matchAll(isSql ? SPOKEN : SHOUTED)) {
    add(shown.slice(last, match.index), '', last);
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0] ?? '';
    add(match[0], kind, match.index);
    last = match.index + match[0].length;
  }
  add(shown.slice(last), '', last);
  if (line.length > start + LONGEST) parts.push('…');
  return html`${parts}`;
}

/** SQL of several lines. */
export function sqlText(text: string, max: number): Markup {
  const lines = truncate(clean(text), max).trimEnd().split('\n');
  return html`${lines.map((line, at) => [at > 0 && '\n', sqlLine(line, true)])}`;
}

/** A text at a place of its line, in pieces that are marked or not. */
function cut(text: string, at: number, span: MarkedSpan | null): [string, boolean][] {
  if (span === null) return text === '' ? [] : [[text, false]];
  const from = Math.min(Math.max(span.from - at, 0), text.length);
  const to = Math.min(Math.max(span.to - at, from), text.length);
  const pieces: [string, boolean][] = [
    [text.slice(0, from), false],
    [text.slice(from, to), true],
    [text.slice(to), false],
  ];
  return pieces.filter(([piece]) => piece !== '');
}
