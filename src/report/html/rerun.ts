/** Running it again: after the rollback, and after a failure halfway. */
import type { MigrationReport, RerunReport, Retry } from '../../report-schema/types.js';
import { retryInWords } from '../words.js';
import { differences } from './changes.js';
import { code, type HtmlPart, html, type Markup, prose } from './markup.js';
import { andMore, type HtmlView, lineOf, mark, table } from './view.js';

const TONES: Record<RerunReport['verdict'], 'good' | 'bad' | 'open'> = {
  repeatable: 'good',
  differs: 'bad',
  fails: 'bad',
  'not checked': 'open',
};
const WORDS: Record<RerunReport['verdict'], string> = {
  repeatable: 'applies again after the rollback, with the same schema',
  differs: 'applies again after the rollback, with another schema',
  fails: 'fails when it is applied again after the rollback',
  'not checked': 'not checked',
};

export function rerun(view: HtmlView, { path, rerun: it }: MigrationReport): Markup {
  const all = it.interrupted ?? [];
  const shown = all.slice(0, view.limits.rows);
  const rows = shown.map((one): HtmlPart[] => [
    lineOf(view, { path, line: one.line }),
    one.leavesInvalidIndex ? 'an invalid index' : 'what came before',
    retry(one.again),
    one.rolledBack ? retry(one.rolledBack) : 'there is no rollback script',
  ]);
  const head = ['Stopped at', 'Left behind', 'Run again', 'Rolled back instead'];
  return html`<p>${mark(TONES[it.verdict], html`<strong>${WORDS[it.verdict]}</strong>`)}</p>${differences(view, 'What differs after applying again', it.differences)}${table('A failure halfway, and what comes next', head, rows)}${andMore(all.length - shown.length, 'interruption')}`;
}

function retry(it: Retry): Markup {
  const state = it.sqlstate && html` ${code(it.sqlstate, 10)}`;
  return html`${mark(it.verdict === 'succeeds' ? 'good' : 'bad', html`<span class="told">${prose(retryInWords(it), 400)}${state}</span>`)}`;
}
